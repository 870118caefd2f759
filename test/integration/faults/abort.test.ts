import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { clientOf, elapsed, failure } from './client.ts';
import { hostile, type Misdeed } from './hostile-server.ts';
import { chunkedHead, http, ok, silence } from './misdeeds.ts';

class Enough extends Error {}

function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

/** Aborted once its one request has come: the caller's own reason, at once, and the connection is given up. */
async function endsDuring(misdeed: Misdeed): Promise<void> {
  const server = await hostile(misdeed);
  const { ot, clock } = clientOf(server);
  const controller = new AbortController();
  const reason = new Enough();
  const ended = failure(ot.auth.me({ signal: controller.signal }));
  await server.seen(1);
  await settled();
  controller.abort(reason);
  expect(await ended).toBe(reason);
  await server.left();
  expect(server.requests).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
}

describe('an abort', () => {
  it('before the call: the signal’s own reason, no connection is made', async () => {
    const server = await hostile(ok({}));
    const reason = new Enough();
    const call = clientOf(server).ot.auth.me({ signal: AbortSignal.abort(reason) });
    expect(await failure(call)).toBe(reason);
    expect(server.connections).toBe(0);
  });

  it('before a list is walked: the signal’s own reason, no connection is made', async () => {
    const server = await hostile(ok({ jobs: [] }));
    const reason = new Enough();
    const list = clientOf(server).ot.jobs.search({}, { signal: AbortSignal.abort(reason) });
    expect(await failure(list.toArray())).toBe(reason);
    expect(server.connections).toBe(0);
  });

  it('while nothing has come: the signal’s own reason, 1 request, connection given up', () =>
    endsDuring(silence));

  it('in the middle of the headers: the signal’s own reason, 1 request, connection given up', () =>
    endsDuring('HTTP/1.1 200 OK\r\ncontent-ty'));

  it('in the middle of the body: the signal’s own reason, 1 request, connection given up', () =>
    endsDuring(`${chunkedHead}5\r\n{"a":\r\n`));

  it('in the middle of an error body: the signal’s own reason, 1 request', () =>
    endsDuring('HTTP/1.1 503 X\r\ncontent-length: 99\r\n\r\n{"error":'));

  it('between two attempts: the signal’s own reason, no second request ever', async () => {
    const server = await hostile(http('503 X', '{}', { 'retry-after': '30' }), ok({}));
    const clock = new FakeClock({ auto: false });
    const { ot } = clientOf(server, { clock });
    const controller = new AbortController();
    const reason = new Enough();
    const ended = failure(ot.auth.me({ signal: controller.signal }));
    await server.seen(1);
    while (clock.sleeps.length === 0) await settled();
    controller.abort(reason);
    expect(await ended).toBe(reason);
    await clock.advance(60_000);
    expect(server.requests).toHaveLength(1);
  });

  it('between two attempts, by the machine’s own clock: at once, no timer is left', async () => {
    const server = await hostile(http('503 X', '{}', { 'retry-after': '30' }), ok({}));
    const controller = new AbortController();
    const reason = new Enough();
    const clock = {
      now: systemClock.now,
      sleep(ms: number, signal?: AbortSignal) {
        setImmediate(() => controller.abort(reason));
        return systemClock.sleep(ms, signal);
      },
    };
    const { ot } = clientOf(server, { clock });
    const { signal } = controller;
    const before = timers();
    const took = await elapsed(async () => {
      expect(await failure(ot.auth.me({ signal }))).toBe(reason);
    });
    // Half a minute is what the server asked for.
    expect(took).toBeLessThan(25_000);
    expect(timers()).toBeLessThanOrEqual(before);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('at the second attempt: the signal’s own reason, 2 requests', async () => {
    const server = await hostile(http('503 X', '{}'), silence);
    const controller = new AbortController();
    const reason = new Enough();
    const ended = failure(clientOf(server).ot.auth.me({ signal: controller.signal }));
    await server.seen(2);
    controller.abort(reason);
    expect(await ended).toBe(reason);
    await server.left();
    expect(server.requests).toHaveLength(2);
  });

  it('after the answer: nothing happens', async () => {
    const server = await hostile(ok({ userId: 'usr_1' }));
    const controller = new AbortController();
    const me = await clientOf(server).ot.auth.me({ signal: controller.signal });
    controller.abort();
    expect(me).toEqual({ userId: 'usr_1' });
  });

  it('of 100 calls on one signal: each has the signal’s own reason, each connection is given up', async () => {
    const server = await hostile(silence);
    const { ot } = clientOf(server);
    const controller = new AbortController();
    const { signal } = controller;
    const ended = Array.from({ length: 100 }, () => failure(ot.auth.me({ signal })));
    await server.seen(100);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    const reason = new Enough();
    controller.abort(reason);
    for (const error of await Promise.all(ended)) expect(error).toBe(reason);
    await Promise.all(server.requests.map(({ closed }) => closed));
    expect(server.requests).toHaveLength(100);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('by AbortSignal.timeout(): its own TimeoutError, 1 request', async () => {
    const server = await hostile(silence);
    // Long enough for a busy machine to send the request within it.
    const signal = AbortSignal.timeout(2_000);
    const error = await failure(clientOf(server).ot.auth.me({ signal }));
    await server.left();
    expect(error).toBe(signal.reason);
    expect(error).toBeInstanceOf(DOMException);
    expect(server.requests).toHaveLength(1);
  });

  it('while it waits for a human: the signal’s own reason, connection given up', async () => {
    const server = await hostile(silence);
    const controller = new AbortController();
    const reason = new Enough();
    const { ot } = clientOf(server);
    const ended = failure(ot.approvals.wait('apr_1', { signal: controller.signal }));
    await server.seen(1);
    controller.abort(reason);
    expect(await ended).toBe(reason);
    await server.left();
    expect(server.requests).toHaveLength(1);
  });
});
