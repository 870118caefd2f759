import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ServerError, UnexpectedResponseError } from '../../../src/core/api-error.ts';
import { clientOf, failure } from './client.ts';
import { hostile, type Misdeed } from './hostile-server.ts';
import { chunkedHead, drip, http, ok } from './misdeeds.ts';

const mebi = 1024 * 1024;
const me = { userId: 'usr_1', padding: 'x'.repeat(3_000_000) };
const tooLarge = 'The body is larger than maxResponseBytes; ask for less, or raise it.';

/** 1 GiB of zeros in 1 MiB: 64 gzip members of 16 MiB each. */
const bomb = Buffer.concat(Array(64).fill(gzipSync(Buffer.alloc(16 * mebi), { level: 9 })));

/** A fetch that counts the bytes that a body is asked for. */
function counting() {
  const seen = { bytes: 0 };
  const fetch = async (...args: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    const response = await globalThis.fetch(...args);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen.bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counter) ?? null, response);
  };
  return { fetch, seen };
}

/** Refused as too large; reading stopped near the limit, and the connection was given up. */
async function isTooLarge(misdeed: Misdeed, maxResponseBytes = mebi): Promise<void> {
  const server = await hostile(misdeed);
  const { fetch, seen } = counting();
  const { ot } = clientOf(server, { fetch, maxResponseBytes });
  const error = await failure(ot.auth.me());
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error).toMatchObject({ status: 200, operationId: 'auth.me' });
  expect((error as Error).message).toBe(`200 (auth.me): ${tooLarge}`);
  expect(seen.bytes).toBeLessThan(maxResponseBytes + mebi);
  await server.left();
  expect(server.requests).toHaveLength(1);
}

describe('a body of great size', () => {
  it('3 MB: accepted by default', async () => {
    const server = await hostile(ok(me));
    expect(await clientOf(server).ot.auth.me()).toEqual(me);
    expect(server.requests).toHaveLength(1);
  });

  it('3 MB over a lower limit, its length announced: UnexpectedResponseError, not read', () =>
    isTooLarge(ok(me)));

  it('3 MB over a lower limit, in chunks: UnexpectedResponseError, read no further', () => {
    const text = JSON.stringify(me);
    return isTooLarge(`${chunkedHead}${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`);
  });

  it('exactly as large as the limit: accepted', async () => {
    const text = JSON.stringify(me);
    const server = await hostile(http('200 OK', text));
    const { ot } = clientOf(server, { maxResponseBytes: text.length });
    expect(await ot.auth.me()).toEqual(me);
  });

  it('a terabyte announced: UnexpectedResponseError at once, whatever comes', () =>
    isTooLarge(http('200 OK', '{}', { 'content-length': String(1e12) }), 16 * mebi));

  it('without end: UnexpectedResponseError at the limit, connection given up', () =>
    isTooLarge(drip(chunkedHead, `10000\r\n${'x'.repeat(65_536)}\r\n`, 1)));

  it('gzip bomb of 1 GiB in 1 MiB: UnexpectedResponseError at the limit, connection given up', () =>
    isTooLarge(http('200 OK', bomb, { 'content-encoding': 'gzip' }), 16 * mebi));

  it('gzip bomb behind an error status: ServerError with its status, read no further', async () => {
    const server = await hostile(http('500 Oops', bomb, { 'content-encoding': 'gzip' }));
    const { fetch, seen } = counting();
    const error = await failure(clientOf(server, { fetch, maxResponseBytes: mebi }).ot.auth.me());
    expect(error).toBeInstanceOf(ServerError);
    expect((error as Error).message).toContain('a body larger than maxResponseBytes');
    expect(seen.bytes).toBeLessThan(2 * mebi);
    await server.left();
    expect(server.requests).toHaveLength(1);
  });

  it('3 MB compressed well: accepted by default', async () => {
    const server = await hostile(
      http('200 OK', gzipSync(JSON.stringify(me)), { 'content-encoding': 'gzip' }),
    );
    expect(await clientOf(server).ot.auth.me()).toEqual(me);
  });
});
