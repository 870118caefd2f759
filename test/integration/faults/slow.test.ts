import { describe, expect, it } from 'vitest';
import { TimeoutError } from '../../../src/core/connection-error.ts';
import { clientOf, elapsed, failure } from './client.ts';
import { HostileServer, hostile, type Misdeed } from './hostile-server.ts';
import { chunkedHead, drip, http, ok, silence } from './misdeeds.ts';

// Long enough for a busy machine to send the request within it.
const timeoutMs = 300;

/** A read is given up in time, once and for all, and its connection with it. */
async function timesOut(misdeed: Misdeed): Promise<void> {
  const server = await hostile(misdeed);
  const { ot, clock } = clientOf(server, { timeoutMs });
  let error: unknown;
  const took = await elapsed(async () => {
    error = await failure(ot.auth.me());
  });
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    operationId: 'auth.me',
    timeoutMs,
    message: 'auth.me was not done within 300 ms. Raise timeoutMs, or try later.',
  });
  expect(took).toBeGreaterThan(timeoutMs - 5);
  expect(took).toBeLessThan(timeoutMs * 10);
  await server.left();
  expect(server.requests).toHaveLength(1);
  expect(clock.sleeps).toEqual([]);
}

describe('a server that takes too long', () => {
  it('silent after the request: TimeoutError in time, 1 request, connection given up', () =>
    timesOut(silence));

  it('never reads what it is sent: TimeoutError in time', async () => {
    const server = await HostileServer.start({ onConnection: (socket) => socket.pause() });
    const error = await failure(clientOf(server, { timeoutMs }).ot.auth.me());
    expect(error).toBeInstanceOf(TimeoutError);
    expect(server.connections).toBe(1);
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
    const server = await hostile(http('503 X', '{}'), silence);
    const { ot, clock } = clientOf(server, { timeoutMs });
    expect(await failure(ot.auth.me())).toBeInstanceOf(TimeoutError);
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
    expect(await ot.auth.me({ timeoutMs: 10_000 })).toEqual({ userId: 'usr_1' });
    expect(server.requests).toHaveLength(1);
  });
});
