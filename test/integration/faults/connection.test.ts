import dns from 'node:dns';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { ConnectionError } from '../../../src/core/connection-error.ts';
import { settled } from '../../support/fake-clock.ts';
import { clientOf, failure } from './client.ts';
import { deadPort, HostileServer, hostile, type Misdeed } from './hostile-server.ts';
import { chunkedHead, http, ok, thenClose, thenReset } from './misdeeds.ts';

const me = { userId: 'usr_1' };
const message = { conversationId: 'cnv_1', content: 'hello' };
const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** A read meets this three times, and the caller learns of it; then twice, and does not. */
async function breaks(misdeed: Misdeed, code: string | RegExp): Promise<void> {
  const server = await hostile(misdeed);
  const { ot, clock } = clientOf(server);
  const error = await failure(ot.auth.me());
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    operationId: 'auth.me',
    code: expect.stringMatching(code),
    mayHaveHappened: true,
    message: expect.stringMatching(/^No answer to auth\.me \(\w+\)\. It may have been carried out/),
  });
  expect(server.requests).toHaveLength(3);
  expect(clock.sleeps).toHaveLength(2);

  const recovering = await hostile(misdeed, misdeed, ok(me));
  expect(await clientOf(recovering).ot.auth.me()).toEqual(me);
  expect(recovering.requests).toHaveLength(3);
}

describe('nobody there', () => {
  async function isRefused(origin: string): Promise<void> {
    const { ot, clock } = clientOf({ origin });
    const error = await failure(ot.auth.me());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      code: 'ECONNREFUSED',
      mayHaveHappened: false,
      message:
        'No answer to auth.me (ECONNREFUSED). It was not sent: check baseUrl and the network.',
    });
    expect(clock.sleeps).toHaveLength(2);
    expect(clock.sleeps[0]).toBeLessThanOrEqual(500);
    expect(clock.sleeps[1]).toBeLessThanOrEqual(1_000);
  }

  it('connection refused on 127.0.0.1: ConnectionError after 3 attempts', async () => {
    await isRefused(`http://127.0.0.1:${await deadPort()}`);
  });

  it.runIf(hasIPv6)('connection refused on [::1]: ConnectionError after 3 attempts', async () => {
    await isRefused(`http://[::1]:${await deadPort('::1')}`);
  });

  it('a write meets a server that is only just starting: sent once it is there, and once only', async () => {
    const port = await deadPort();
    const { clock } = clientOf({ origin: `http://127.0.0.1:${port}` });
    let server: HostileServer | undefined;
    const sleep = async () => {
      server = await HostileServer.start({ port }, ok({ message: { id: 'msg_1' } }));
    };
    const { ot } = clientOf(
      { origin: `http://127.0.0.1:${port}` },
      { clock: { now: () => clock.now(), sleep } },
    );
    expect(await ot.messages.send(message)).toEqual({ message: { id: 'msg_1' } });
    expect(server?.requests.map(({ body }) => JSON.parse(body))).toEqual([message]);
  });

  /** Only the look-up is replaced, by what Node's own reports; no question leaves the machine. */
  async function isUnresolved(code: 'ENOTFOUND' | 'EAI_AGAIN', call: 'read' | 'write') {
    const hostname = 'api.trainyard.invalid';
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((...args: unknown[]) => {
      const failed = Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), {
        errno: -3008,
        code,
        syscall: 'getaddrinfo',
        hostname,
      });
      setImmediate(() => (args.at(-1) as (error: Error) => void)(failed));
    }) as unknown as typeof dns.lookup);
    const { ot, clock } = clientOf({ origin: `https://${hostname}` });
    const error = await failure(call === 'read' ? ot.auth.me() : ot.messages.send(message));
    const asked = lookup.mock.calls.map(([name]) => name);
    lookup.mockRestore();
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code, mayHaveHappened: false });
    expect((error as Error).message).toContain(`(${code}). It was not sent: check baseUrl`);
    expect(asked).toEqual([hostname, hostname, hostname]);
    expect(clock.sleeps).toHaveLength(2);
  }

  it('a name that does not exist: ConnectionError ENOTFOUND after 3 attempts', () =>
    isUnresolved('ENOTFOUND', 'read'));

  it('no name server answers: ConnectionError EAI_AGAIN after 3 attempts', () =>
    isUnresolved('EAI_AGAIN', 'read'));

  it('a write to a name that does not exist: tried again, since nothing can have left', () =>
    isUnresolved('ENOTFOUND', 'write'));
});

describe('a connection that breaks under a read', () => {
  it('reset as soon as it is there: ConnectionError after 3 connections', async () => {
    const server = await HostileServer.start({
      onConnection: (socket) => socket.resetAndDestroy(),
    });
    const error = await failure(clientOf(server).ot.auth.me());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE|UND_ERR_SOCKET/) });
    expect(server.connections).toBe(3);
  });

  it('reset before the headers: ConnectionError ECONNRESET after 3 requests', () =>
    breaks(thenReset(), 'ECONNRESET'));

  it('closed before the headers: ConnectionError after 3 requests', () =>
    breaks(thenClose(), 'UND_ERR_SOCKET'));

  it('reset in the middle of the status line: ConnectionError after 3 requests', () =>
    breaks(thenReset('HTTP/1.'), 'ECONNRESET'));

  it('reset in the middle of the headers: ConnectionError after 3 requests', () =>
    breaks(thenReset('HTTP/1.1 200 OK\r\ncontent-ty'), 'ECONNRESET'));

  it('closed in the middle of the headers: ConnectionError after 3 requests', () =>
    breaks(thenClose('HTTP/1.1 200 OK\r\ncontent-ty'), 'UND_ERR_SOCKET'));

  it('reset in the middle of the body: ConnectionError after 3 requests', () =>
    breaks(thenReset('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"a":'), 'ECONNRESET'));

  it('closed in the middle of the body: ConnectionError after 3 requests', () =>
    breaks(thenClose('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"a":'), 'UND_ERR_SOCKET'));

  it('reset between two chunks: ConnectionError after 3 requests', () =>
    breaks(thenReset(`${chunkedHead}5\r\n{"a":\r\n`), 'ECONNRESET'));

  it('closed without the last chunk: ConnectionError after 3 requests', () =>
    breaks(thenClose(`${chunkedHead}2\r\n{}\r\n`), 'UND_ERR_SOCKET'));

  it('reset in the middle of an error body: taken for a broken connection, 3 requests', () =>
    breaks(thenReset('HTTP/1.1 500 X\r\ncontent-length: 99\r\n\r\n{"error":'), 'ECONNRESET'));
});

describe('an answer that is no HTTP', () => {
  it('broken chunks: ConnectionError HPE_INVALID_CHUNK_SIZE after 3 requests', () =>
    breaks(`${chunkedHead}5\r\n{"a":\r\nzz\r\n`, 'HPE_INVALID_CHUNK_SIZE'));

  it('another protocol: ConnectionError after 3 requests', () =>
    breaks('SSH-2.0-OpenSSH_9.2\r\n', /^HPE_/));

  it('two lengths: ConnectionError after 3 requests', () =>
    breaks('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 5\r\n\r\n{}   ', /^HPE_/));

  it('headers of 100 kB: ConnectionError after 3 requests', () =>
    breaks(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(1e5)}\r\n\r\n`, 'UND_ERR_HEADERS_OVERFLOW'));

  it('an upgrade nobody asked for: ConnectionError after 3 requests', () =>
    breaks('HTTP/1.1 101 X\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n', 'UND_ERR_SOCKET'));

  it('compressed, as it says, and is not: ConnectionError Z_DATA_ERROR after 3 requests', () =>
    breaks(http('200 OK', '{"a":1}', { 'content-encoding': 'gzip' }), 'Z_DATA_ERROR'));

  it('a secret behind the broken place: not in the error, nor in its cause', async () => {
    const secret = '{"token":"ot_pat_pub2_S3cret"}';
    const server = await hostile(`${chunkedHead}zz\r\n${secret}`, `${secret}\r\n\r\n`);
    const { ot } = clientOf(server);
    expect(await failure(ot.tokens.create({ name: 'x' }))).toBeInstanceOf(ConnectionError);
    expect(await failure(ot.tokens.create({ name: 'x' }))).toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(2);
  });

  it('https spoken to a port that has none: ConnectionError, nothing readable was sent', async () => {
    let received = '';
    const server = await HostileServer.start({
      onConnection: (socket) => {
        socket.on('data', (chunk) => {
          received += chunk.toString('latin1');
          socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        });
      },
    });
    const { ot } = clientOf({ origin: server.origin.replace('http:', 'https:') });
    expect(await failure(ot.auth.me())).toBeInstanceOf(ConnectionError);
    expect(server.connections).toBe(3);
    expect(received).not.toContain('S3cret');
  });
});

describe('a connection kept alive', () => {
  it('closed under the next read: repeated on a new one, unseen by the caller', async () => {
    const server = await hostile(ok(me), thenClose(), ok({ userId: 'usr_2' }));
    const { ot, clock } = clientOf(server);
    expect(await ot.auth.me()).toEqual(me);
    await settled();
    expect(await ot.auth.me()).toEqual({ userId: 'usr_2' });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    expect(clock.sleeps).toHaveLength(1);
  });

  it('reset under the next write: ConnectionError, sent once', async () => {
    const server = await hostile(ok(me), thenReset());
    const { ot } = clientOf(server);
    await ot.auth.me();
    await settled();
    const error = await failure(ot.messages.send(message));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveHappened: true });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(server.connections).toBe(1);
  });

  it('closed while idle: the next write takes a new one, and is no second attempt', async () => {
    const server = await hostile(thenClose(ok(me)), ok({ message: { id: 'msg_1' } }));
    const { ot, clock } = clientOf(server);
    await ot.auth.me();
    await server.left();
    expect(await ot.messages.send(message)).toEqual({ message: { id: 'msg_1' } });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
    expect(clock.sleeps).toEqual([]);
  });

  it('a second answer nobody asked for: never taken for the next call’s', async () => {
    const twice = Buffer.concat([ok(me), ok({ userId: 'somebody else' })]);
    const server = await hostile(twice, ok({ userId: 'usr_2' }));
    const { ot } = clientOf(server);
    expect(await ot.auth.me()).toEqual(me);
    expect(await ot.auth.me()).toEqual({ userId: 'usr_2' });
    expect(server.requests).toHaveLength(2);
  });
});
