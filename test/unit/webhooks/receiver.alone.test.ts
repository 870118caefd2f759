import { describe, expect, it, vi } from 'vitest';
import { createWebhookReceiver, memoryInbox, signWebhook } from '../../../src/webhooks/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { proposalReceived, secret, taskCreated } from './deliveries.ts';
import { answer, expectDrained, gate, openTrainReceiver, signed } from './receiver-fixture.ts';

describe('a genuine delivery', () => {
  it('is worked by the handler of its name, which gets event and delivery id', async () => {
    const handler = vi.fn();
    const other = vi.fn();
    const { send } = openTrainReceiver({
      on: { 'proposal.received': handler, 'contract.created': other },
    });
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
    expect(handler.mock.calls).toEqual([
      [proposalReceived, { deliveryId: 'dlv_1', attempt: 1, signal: expect.any(AbortSignal) }],
    ]);
    expect(other).not.toHaveBeenCalled();
  });

  it('counts once, whichever delivery brings it', async () => {
    const handler = vi.fn();
    const { clock, receiver } = openTrainReceiver({ on: { 'proposal.received': handler } });
    await receiver(await signed(clock, proposalReceived, { deliveryId: 'dlv_1' }));
    const again = await signed(clock, proposalReceived, { deliveryId: 'dlv_2' });
    expect(await answer(receiver, again)).toMatchObject({ status: 200, body: 'duplicate' });
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('is known by event_id when it is TrainAR’s', async () => {
    const claim = vi.fn(async () => 'duplicate' as const);
    const inbox = { ...memoryInbox(), claim };
    const on = { 'task.created': vi.fn() };
    const receiver = createWebhookReceiver({ platform: 'trainar', secret, on, inbox });
    const delivery = await signWebhook({ platform: 'trainar', secret, event: taskCreated });
    const request = new Request('https://r.example.com', { method: 'POST', ...delivery });
    expect((await receiver(request)).status).toBe(200);
    expect(claim).toHaveBeenCalledWith(
      `trainar:${taskCreated.event_id}`,
      30_000,
      expect.any(String),
    );
    expect(on['task.created']).not.toHaveBeenCalled();
  });

  it('counts once by its delivery when it has no id, for what it says alone', async () => {
    const handler = vi.fn();
    const { clock, receiver } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const { id: _, ...nameless } = proposalReceived;
    const send = async (event: object, deliveryId: string) =>
      (await answer(receiver, await signed(clock, event, { deliveryId }))).body;
    expect(await send(nameless, 'dlv_1')).toBe('done');
    expect(await send(nameless, 'dlv_1')).toBe('duplicate');
    expect(await send(nameless, 'dlv_2')).toBe('done');
    expect(await send({ ...nameless, resourceId: 'prp_2' }, 'dlv_1')).toBe('done');
    expect(handler).toHaveBeenCalledTimes(3);
  });

  it('is worked each time when the platform sent no id of any kind', async () => {
    const handler = vi.fn();
    const on = { 'task.created': handler };
    const receiver = createWebhookReceiver({ platform: 'trainar', secret, on });
    const event = { ...taskCreated, event_id: undefined } as unknown as typeof taskCreated;
    for (let time = 0; time < 2; time++) {
      const delivery = await signWebhook({ platform: 'trainar', secret, event });
      const request = new Request('https://r.example.com', { method: 'POST', ...delivery });
      expect((await answer(receiver, request)).body).toBe('done');
    }
    expect(handler.mock.calls[1]?.[1]).toMatchObject({ deliveryId: undefined, attempt: undefined });
    expect(handler).toHaveBeenCalledTimes(2);
  });

  it('is worked though its delivery’s id, which nobody signs, came with another event before', async () => {
    const handler = vi.fn();
    const { clock, receiver } = openTrainReceiver({ on: { 'proposal.received': handler } });
    await receiver(await signed(clock, proposalReceived, { deliveryId: 'dlv_of_the_next' }));
    const next = { ...proposalReceived, id: '42' };
    const sent = await signed(clock, next, { deliveryId: 'dlv_of_the_next' });
    expect(await answer(receiver, sent)).toMatchObject({ status: 200, body: 'done' });
    expect(handler).toHaveBeenCalledTimes(2);
  });

  it('is passed over when nobody handles it, and goes to onUnknown when that is there', async () => {
    const unheard = { ...proposalReceived, type: 'constructor' };
    expect(await openTrainReceiver().send(unheard)).toMatchObject({
      status: 200,
      body: 'passed over',
    });
    const onUnknown = vi.fn();
    const { send } = openTrainReceiver({ onUnknown });
    expect(await send(unheard)).toMatchObject({ status: 200, body: 'done' });
    expect(await send(unheard)).toMatchObject({ status: 200, body: 'duplicate' });
    expect(onUnknown).toHaveBeenCalledTimes(1);
  });
});

describe('a delivery that is not to be trusted', () => {
  it('is answered 400, told to onRefused and to nobody else', async () => {
    const handler = vi.fn();
    const { errors, refused, send } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const forged = await send(proposalReceived, { secret: 'whsec_forged' });
    expect(forged).toMatchObject({ status: 400, body: 'signature_mismatch' });
    expect(refused).toEqual(['signature_mismatch']);
    expect([handler.mock.calls, errors]).toEqual([[], []]);
  });

  it('is refused when it is old, or signed over something that is no event', async () => {
    const { clock, receiver, refused, send } = openTrainReceiver();
    const old = await signed(clock, proposalReceived);
    await clock.advance(301_000);
    expect((await receiver(old)).status).toBe(400);
    const nameless = { type: 'lost on the way', toJSON: () => ({ id: '1' }) };
    expect((await send(nameless)).status).toBe(400);
    expect(refused).toEqual(['timestamp_outside_tolerance', 'body_not_event']);
  });

  it('is answered 413 when it is too large, announced or not', async () => {
    const { clock, receiver, refused } = openTrainReceiver({ maxBodyBytes: 64 });
    expect((await receiver(await signed(clock, proposalReceived))).status).toBe(413);
    const { headers } = await signed(clock, proposalReceived);
    const body = new Blob([JSON.stringify(proposalReceived)]).stream();
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect((await receiver(new Request('https://r.example.com', init))).status).toBe(413);
    expect(refused).toEqual(['body_too_large', 'body_too_large']);
  });

  it('is answered 405 when it is no POST', async () => {
    const response = await openTrainReceiver().receiver(new Request('https://r.example.com'));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('passes with either secret while one replaces another', async () => {
    const { send } = openTrainReceiver({
      secret: undefined,
      secrets: ['whsec_new', secret],
    } as object);
    expect((await send()).status).toBe(200);
    const next = { ...proposalReceived, id: '42' };
    expect((await send(next, { secret: 'whsec_new' })).status).toBe(200);
  });
});

describe('a handler that fails', () => {
  it('is answered 500 and told, and the retry is worked', async () => {
    const handler = vi.fn().mockRejectedValueOnce(new Error('database is down'));
    const { errors, infos, send } = openTrainReceiver({ on: { 'proposal.received': handler } });
    expect((await send()).status).toBe(500);
    expect(errors).toEqual([new Error('database is down')]);
    expect(infos).toEqual([{ event: 'proposal.received', deliveryId: 'dlv_1' }]);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
    expect(handler.mock.calls.map(([, { attempt }]) => attempt)).toEqual([1, 2]);
  });

  it('is not told its attempt by an inbox that does not count, or can’t', async () => {
    const handler = vi.fn();
    const { attempts: _, ...plain } = memoryInbox();
    const one = openTrainReceiver({ inbox: plain, on: { 'proposal.received': handler } });
    expect((await one.send()).status).toBe(200);
    const failing = { ...memoryInbox(), attempts: () => Promise.reject(new Error('no count')) };
    const other = openTrainReceiver({ inbox: failing, on: { 'proposal.received': handler } });
    expect((await other.send()).status).toBe(200);
    expect(other.errors).toEqual([new Error('no count')]);
    expect(handler.mock.calls.map(([, { attempt }]) => attempt)).toEqual([undefined, undefined]);
  });

  it('is told on the console when nobody else listens', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const boom = () => {
      throw new Error('boom');
    };
    const { send } = openTrainReceiver({ on: { 'proposal.received': boom }, onError: undefined });
    expect((await send()).status).toBe(500);
    expect(log).toHaveBeenCalledWith(new Error('boom'));
    log.mockRestore();
  });

  it('does not mind listeners that fail too', async () => {
    const boom = () => {
      throw new Error('boom');
    };
    const reject = async () => boom();
    const { send } = openTrainReceiver({
      on: { 'proposal.received': boom },
      onError: reject,
      onRefused: boom,
      onMismatch: boom,
    });
    expect((await send({ ...proposalReceived, extra: 1 })).status).toBe(500);
    expect((await send(proposalReceived, { secret: 'x' })).status).toBe(400);
    await settled();
  });

  it('loses its lease by itself when its process dies', async () => {
    const handler = vi.fn();
    const clock = new FakeClock({ auto: false });
    const inbox = memoryInbox({ now: () => clock.now() });
    const { send } = openTrainReceiver({ clock, inbox, on: { 'proposal.received': handler } });
    await inbox.claim('opentrain:41', 30_000);
    const busy = await send();
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '30']);
    await clock.advance(60_000);
    expect((await send()).status).toBe(200);
    expect(handler).toHaveBeenCalledTimes(1);
  });
});

describe('an inbox that fails', () => {
  const down = () => Promise.reject(new Error('redis is down'));

  it('has the platform deliver again when nothing was begun', async () => {
    const handler = vi.fn();
    const inbox = { ...memoryInbox(), claim: down };
    const { errors, send } = openTrainReceiver({ inbox, on: { 'proposal.received': handler } });
    expect((await send()).status).toBe(500);
    expect(errors).toEqual([new Error('redis is down')]);
    expect(handler).not.toHaveBeenCalled();
  });

  it('does not make failure of a success', async () => {
    const inbox = { ...memoryInbox(), done: down };
    const { errors, send } = openTrainReceiver({ inbox, on: { 'proposal.received': vi.fn() } });
    expect((await send()).status).toBe(200);
    expect(errors).toEqual([new Error('redis is down')]);
  });

  it('that answers after the deadline has its lease given back, and nothing is begun', async () => {
    const { passed, open } = gate();
    const handler = vi.fn();
    const memory = memoryInbox();
    const claim = async (...asked: Parameters<typeof memory.claim>) => {
      await passed;
      return memory.claim(...asked);
    };
    const { clock, send } = openTrainReceiver({
      inbox: { ...memory, claim },
      on: { 'proposal.received': handler },
    });
    const answered = send();
    await clock.advance(9_000);
    expect((await answered).status).toBe(500);
    open();
    await settled();
    expect(handler).not.toHaveBeenCalled();
    expect(await memory.claim('opentrain:41', 1)).toBe('fresh');
  });
});

describe('close', () => {
  it('turns away what comes, and waits for the handlers that run', async () => {
    const { passed, open } = gate();
    await expectDrained(openTrainReceiver({ on: { 'proposal.received': () => passed } }), open);
  });

  it('begins nothing that was still being verified', async () => {
    const handler = vi.fn();
    const { receiver, send } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const answered = send();
    await receiver.close();
    expect((await answered).status).toBe(503);
    expect(handler).not.toHaveBeenCalled();
  });
});
