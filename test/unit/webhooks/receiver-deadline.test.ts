import { describe, expect, it, vi } from 'vitest';
import { memoryInbox } from '../../../src/webhooks/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { proposalReceived } from './deliveries.ts';
import { gate, openTrainReceiver, signed } from './receiver-fixture.ts';

describe('a handler that takes too long', () => {
  const slow = () => {
    const { passed, open, fail } = gate();
    let signal: AbortSignal | undefined;
    const handler = vi.fn((_event: unknown, context: { signal: AbortSignal }) => {
      signal = context.signal;
      return passed;
    });
    const all = openTrainReceiver({ on: { 'proposal.received': handler } });
    return { ...all, handler, open, fail, signal: () => signal };
  };

  it('is answered 500 at the deadline, when its signal fires', async () => {
    const { clock, errors, send, signal, open } = slow();
    const answered = send();
    await clock.advance(8_999);
    expect(signal()?.aborted).toBe(false);
    await clock.advance(1);
    expect((await answered).status).toBe(500);
    expect(signal()?.reason).toMatchObject({ name: 'TimeoutError', timeoutMs: 9_000 });
    expect(errors).toEqual([signal()?.reason]);
    open();
  });

  it('keeps its event until it has settled, and late success counts', async () => {
    const { clock, handler, send, open } = slow();
    const answered = send();
    await clock.advance(9_000);
    expect((await answered).status).toBe(500);
    expect(await send()).toMatchObject({ status: 503, body: 'busy' });
    open();
    await settled();
    expect(await send()).toMatchObject({ status: 200, body: 'duplicate' });
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('frees its event when it gives up at the signal, which is told once', async () => {
    const { clock, errors, handler, send, fail, signal } = slow();
    const answered = send();
    await clock.advance(9_000);
    await answered;
    fail(signal()?.reason);
    await settled();
    expect(errors).toHaveLength(1);
    handler.mockResolvedValueOnce(undefined);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
  });

  it('renews its lease for as long as it runs, so that a twin elsewhere never works beside it', async () => {
    const { passed, open } = gate();
    const clock = new FakeClock({ auto: false });
    const inbox = memoryInbox({ now: () => clock.now() });
    const one = openTrainReceiver({ clock, inbox, on: { 'proposal.received': () => passed } });
    const twin = vi.fn();
    const other = openTrainReceiver({ clock, inbox, on: { 'proposal.received': twin } });
    void one.send();
    for (let minute = 0; minute < 4; minute++) {
      await clock.advance(60_000);
      expect(await other.send()).toMatchObject({ status: 503, body: 'busy' });
    }
    open();
    await settled();
    expect(await other.send()).toMatchObject({ status: 200, body: 'duplicate' });
    await clock.advance(600_000);
    expect(twin).not.toHaveBeenCalled();
  });

  it('gives its event up when it hangs, and keeps off the lease of who took it over', async () => {
    const { passed, fail } = gate();
    const clock = new FakeClock({ auto: false });
    const inbox = memoryInbox({ now: () => clock.now() });
    const one = openTrainReceiver({ clock, inbox, on: { 'proposal.received': () => passed } });
    void one.send();
    for (let step = 0; step < 24; step++) await clock.advance(15_000);
    expect(await inbox.claim('opentrain:41', 60_000, 'another')).toBe('fresh');
    fail(new Error('late'));
    await settled();
    expect(await inbox.claim('opentrain:41', 60_000, 'third')).toBe('busy');
  });

  it('leaves nothing behind once it finished in time', async () => {
    const { clock, errors, send, signal, open } = slow();
    const answered = send();
    await settled();
    open();
    expect((await answered).status).toBe(200);
    await clock.advance(60_000);
    expect([signal()?.aborted, errors]).toEqual([false, []]);
  });

  it('shares its success with a twin that came meanwhile', async () => {
    const { handler, send, open } = slow();
    const both = [send(), send()];
    await settled();
    open();
    const bodies = (await Promise.all(both)).map(({ status, body }) => [status, body]);
    expect(bodies).toEqual([
      [200, 'done'],
      [200, 'duplicate'],
    ]);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('has the twin come again when it fails', async () => {
    const { send, fail } = slow();
    const both = [send(), send()];
    await settled();
    fail(new Error('no'));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([500, 503]);
  });
});

describe('a body that does not come', () => {
  it('is answered 408 at the deadline, and its event is not worked after that', async () => {
    const handler = vi.fn();
    const { clock, receiver } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const whole = await signed(clock, proposalReceived);
    let send = () => {};
    const body = new ReadableStream({
      start(stream) {
        send = () => {
          stream.enqueue(new TextEncoder().encode(JSON.stringify(proposalReceived)));
          stream.close();
        };
      },
    });
    const init = { method: 'POST', headers: whole.headers, body, duplex: 'half' } as RequestInit;
    const answered = receiver(new Request('https://r.example.com', init));
    await clock.advance(9_000);
    expect((await answered).status).toBe(408);
    send();
    await settled();
    expect(handler).not.toHaveBeenCalled();
  });

  it('is answered 500 when it was read before, with the way out for each framework', async () => {
    const { clock, errors, receiver } = openTrainReceiver();
    const request = await signed(clock, proposalReceived);
    await request.text();
    expect((await receiver(request)).status).toBe(500);
    expect(errors).toMatchObject([{ name: 'WebhookVerificationError', code: 'body_parsed' }]);
    for (const name of [
      'express.json({ verify',
      'removeAllContentTypeParsers',
      'bodyParser: false',
    ]) {
      expect(String(errors[0])).toContain(name);
    }
  });
});
