import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TimeoutError } from '../../../src/core/connection-error.ts';
import { settled } from '../../support/fake-clock.ts';
import { clientOf, failure } from './client.ts';
import { HostileServer, hostile, type Misdeed } from './hostile-server.ts';
import { chunkedHead, drip, http, ok, silence } from './misdeeds.ts';

const timeoutMs = 300;

// Sockets are real, and time is not: only what a test lets pass does, however slow the machine is.
beforeEach(() => {
  const toFake = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
  vi.useFakeTimers({ toFake: [...toFake] });
});
afterEach(() => void vi.useRealTimers());

/** Lets time pass, and what comes in it arrive. */
async function pass(ms: number): Promise<void> {
  for (let end = 0; end < ms; end += 5) {
    vi.advanceTimersByTime(Math.min(5, ms - end));
    await settled();
  }
}

/** Fails when its time is up, and not a millisecond earlier. */
async function endsInTime(call: PromiseLike<unknown>): Promise<unknown> {
  let hasEnded = false;
  const ended = failure(call).finally(() => {
    hasEnded = true;
  });
  await pass(timeoutMs - 1);
  expect(hasEnded).toBe(false);
  vi.advanceTimersByTime(1);
  return ended;
}

/** A read is given up in time, once and for all, and its connection with it. */
async function timesOut(misdeed: Misdeed): Promise<void> {
  const server = await hostile(misdeed);
  const { ot, clock } = clientOf(server, { timeoutMs });
  const call = ot.auth.me();
  await server.seen(1);
  const error = await endsInTime(call);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    operationId: 'auth.me',
    timeoutMs,
    message: 'auth.me was not done within 300 ms. Raise timeoutMs, or try later.',
  });
  await server.left();
  expect(server.requests).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
}

describe('a server that takes too long', () => {
  it('silent after the request: TimeoutError in time, 1 request, connection given up', () =>
    timesOut(silence));

  it('never reads what it is sent: TimeoutError in time', async () => {
    const server = await HostileServer.start({ onConnection: (socket) => socket.pause() });
    const call = clientOf(server, { timeoutMs }).ot.auth.me();
    while (server.connections === 0) await settled();
    expect(await endsInTime(call)).toBeInstanceOf(TimeoutError);
  });

  it('body stalls right after the headers: TimeoutError in time, 1 request', () =>
    timesOut(chunkedHead));

  it('body stalls in its middle: TimeoutError in time, 1 request', () =>
    timesOut('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"a":'));

  it('body comes byte by byte, slower than the timeout: TimeoutError, bytes buy no time', () =>
    timesOut(drip(chunkedHead, '1\r\n \r\n', 5)));

  it('headers come one by one without end: TimeoutError, headers buy no time', () =>
    timesOut(drip('HTTP/1.1 200 OK\r\n', 'x: y\r\n', 5)));

  it('early hints without end: TimeoutError, hints buy no time', () =>
    timesOut(drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 5)));

  it('error body stalls: TimeoutError in time, 1 request', () =>
    timesOut('HTTP/1.1 503 X\r\ncontent-length: 99\r\n\r\n{"error":'));

  it('silent at the second attempt: TimeoutError, each attempt has its own time', async () => {
    const late = (socket: Socket) =>
      setTimeout(() => socket.write(http('503 X', '{}')), timeoutMs - 1);
    const server = await hostile(late, silence);
    const { ot, clock } = clientOf(server, { timeoutMs });
    const call = ot.auth.me();
    await server.seen(1);
    await pass(timeoutMs - 1);
    await server.seen(2);
    expect(await endsInTime(call)).toBeInstanceOf(TimeoutError);
    expect(server.requests).toHaveLength(2);
    expect(clock.sleeps).toHaveLength(1);
  });

  it('slow, but within the time of the call: waited for', async () => {
    const server = await hostile((socket) => {
      const bytes = Buffer.from(ok({ userId: 'usr_1' }));
      const piece = Math.ceil(bytes.length / 5);
      let sent = 0;
      const timer = setInterval(() => {
        socket.write(bytes.subarray(sent, sent + piece));
        sent += piece;
        if (sent >= bytes.length) clearInterval(timer);
      }, 10);
    });
    const { ot } = clientOf(server, { timeoutMs: 5 });
    const call = ot.auth.me({ timeoutMs: 10_000 });
    await server.seen(1);
    await pass(60);
    expect(await call).toEqual({ userId: 'usr_1' });
    expect(server.requests).toHaveLength(1);
  });
});
