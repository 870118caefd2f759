import { describe, expect, it, vi } from 'vitest';
import {
  createWebhookReceiver,
  memoryInbox,
  type WebhookReceiverOptions,
} from '../../../src/webhooks/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { proposalReceived, secret } from './deliveries.ts';
import { expectDrained, gate, openTrainReceiver } from './receiver-fixture.ts';

type Enqueue = NonNullable<WebhookReceiverOptions<'opentrain'>['enqueue']>;

/** A receiver that hands on, with what its queue was given. */
function handingOn(enqueue: Enqueue = async () => {}, different: object = {}) {
  const taken = vi.fn(enqueue);
  return { ...openTrainReceiver({ ...different, on: undefined, enqueue: taken } as object), taken };
}

describe('a receiver that hands on', () => {
  it('answers when the event is stored, and not before', async () => {
    const { passed, open } = gate();
    const { send, taken } = handingOn(() => passed);
    let answered: unknown;
    const sent = send().then((answer) => {
      answered = answer;
    });
    await settled();
    expect(taken).toHaveBeenCalledTimes(1);
    expect(answered).toBeUndefined();
    open();
    await sent;
    expect(answered).toMatchObject({ status: 200, body: 'done' });
  });

  it('hands on every event, whatever its name, with what is known of its delivery', async () => {
    const { send, taken } = handingOn();
    const unheard = { ...proposalReceived, id: '42', type: 'constructor' };
    expect([(await send()).status, (await send(unheard)).status]).toEqual([200, 200]);
    expect(taken.mock.calls.map(([event]) => event)).toEqual([proposalReceived, unheard]);
    expect(taken.mock.calls[0]?.[1]).toMatchObject({
      deliveryId: 'dlv_1',
      signal: expect.any(AbortSignal),
    });
  });

  it('hands on once what comes again, and what comes twice at once', async () => {
    const { send, taken } = handingOn();
    const twins = await Promise.all([send(), send()]);
    expect(twins.map(({ body }) => body).sort()).toEqual(['done', 'duplicate']);
    expect(await send()).toMatchObject({ status: 200, body: 'duplicate' });
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('answers 500 when the queue refuses, and hands on the retry', async () => {
    const refusal = new Error('redis is down');
    const { send, taken, errors, infos } = handingOn();
    taken.mockRejectedValueOnce(refusal);
    expect((await send()).status).toBe(500);
    expect(errors).toEqual([refusal]);
    expect(infos).toEqual([{ event: 'proposal.received', deliveryId: 'dlv_1' }]);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
    expect(taken).toHaveBeenCalledTimes(2);
  });

  it('hands on nothing that is forged', async () => {
    const { send, taken, refused } = handingOn();
    expect((await send(proposalReceived, { secret: 'whsec_forged' })).status).toBe(400);
    expect([taken.mock.calls, refused]).toEqual([[], ['signature_mismatch']]);
  });

  it('tells the queue at the deadline that it is too late, and answers 500', async () => {
    let signal: AbortSignal | undefined;
    const { clock, send, taken, errors } = handingOn(
      (_event, context) =>
        new Promise((_, reject) => {
          signal = context.signal;
          signal.addEventListener('abort', () => reject(signal?.reason));
        }),
    );
    const sent = send();
    await clock.advance(8_999);
    expect(signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(await sent).toMatchObject({ status: 500 });
    expect(signal?.reason).toMatchObject({ name: 'TimeoutError', timeoutMs: 9_000 });
    expect(errors).toEqual([signal?.reason]);
    taken.mockResolvedValueOnce(undefined);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
  });

  it('counts as taken what the queue took after the deadline', async () => {
    const { passed, open } = gate();
    const { clock, send, taken } = handingOn(() => passed);
    const sent = send();
    await clock.advance(9_000);
    expect((await sent).status).toBe(500);
    open();
    await settled();
    expect(await send()).toMatchObject({ status: 200, body: 'duplicate' });
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('turns away what comes while it closes, and waits for what is being stored', async () => {
    const { passed, open } = gate();
    const { receiver, send, taken } = handingOn(() => passed);
    await expectDrained({ receiver, send }, open);
    expect(taken).toHaveBeenCalledTimes(1);
  });

  it('leaves to another what another stores at the moment', async () => {
    const clock = new FakeClock({ auto: false });
    const inbox = memoryInbox({ now: () => clock.now() });
    await inbox.claim('opentrain:41', 30_000, 'another');
    const { send, taken } = handingOn(undefined, { clock, inbox });
    expect(await send()).toMatchObject({ status: 503, body: 'busy' });
    await clock.advance(30_000);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
    expect(taken).toHaveBeenCalledTimes(1);
  });
});

describe('a receiver is not made', () => {
  const made = (different: object) => () =>
    createWebhookReceiver({ platform: 'opentrain', secret, ...different } as never);

  it.each([
    ['with both enqueue and handlers', { enqueue: async () => {}, on: {} }, /enqueue.*without on/],
    ['with both enqueue and onUnknown', { enqueue: async () => {}, onUnknown() {} }, /without on/],
    ['with an enqueue that is none', { enqueue: { add() {} } }, /enqueue.*function/],
    ['with neither', {}, /\bon\b.*handlers/],
  ])('%s', (_, different, message) => {
    expect(made(different)).toThrow(message);
    expect(made(different)).toThrow(expect.objectContaining({ name: 'InvalidArgumentError' }));
  });
});
