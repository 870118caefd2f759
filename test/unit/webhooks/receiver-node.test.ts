import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../../src/webhooks/node.ts';
import { settled } from '../../support/fake-clock.ts';
import { proposalReceived } from './deliveries.ts';
import { openTrainReceiver, signed } from './receiver-fixture.ts';

/** A receiver behind Node's interface, and requests made up as frameworks leave them. */
async function nodeReceiver(different: Parameters<typeof openTrainReceiver>[0] = {}) {
  const handler = vi.fn();
  const all = openTrainReceiver({ on: { 'proposal.received': handler }, ...different });
  const request = await signed(all.clock, proposalReceived);
  const headers = Object.fromEntries(request.headers);
  const body = Buffer.from(JSON.stringify(proposalReceived));
  const post = async (fields: object, stream: object = {}) => {
    const sent: { status?: number; body?: string; headers: Record<string, string> } = {
      headers: {},
    };
    const res = {
      set statusCode(status: number) {
        sent.status = status;
      },
      setHeader: (name: string, value: string) => {
        sent.headers[name.toLowerCase()] = value;
      },
      end: (text?: string) => {
        sent.body = text ?? '';
      },
    };
    const req = Object.assign(stream, { method: 'POST', headers, ...fields });
    await toNodeHandler(all.receiver)(
      req as unknown as IncomingMessage,
      res as unknown as ServerResponse,
    );
    return sent;
  };
  return { ...all, handler, body, post };
}

/** A stream whose end a parser has already seen. */
const eaten = { complete: true, readableEnded: true, readableDidRead: true };

describe('a body that middleware has eaten', () => {
  it.each([
    ['express.json()', { ...eaten, body: { ...proposalReceived } }],
    ['express.json() for something that is not JSON', { ...eaten, body: {} }],
    ['Fastify, on the raw request', eaten],
    ['Next.js in pages/api', { ...eaten, body: { ...proposalReceived }, query: {}, cookies: {} }],
    ['a host without streams', { complete: true, body: { ...proposalReceived } }],
  ])('%s: is answered 500, and the error says how to keep it', async (_, fields) => {
    const { errors, handler, post } = await nodeReceiver();
    expect((await post(fields)).status).toBe(500);
    expect(errors).toMatchObject([{ code: 'body_parsed' }]);
    expect(String(errors[0])).toMatch(/Express: .*\nFastify: .*\nNext\.js: /);
    expect(handler).not.toHaveBeenCalled();
  });

  it('is answered 400 as ever when nothing is signed', async () => {
    const { errors, post } = await nodeReceiver();
    const sent = await post({ ...eaten, headers: {}, body: { a: 1 } });
    expect([sent.status, errors]).toEqual([400, []]);
  });
});

describe('a body that is there', () => {
  it.each([
    ['bytes, as express.raw() leaves it', (body: Buffer) => ({ ...eaten, body })],
    ['text, as express.text() leaves it', (body: Buffer) => ({ ...eaten, body: String(body) })],
    [
      'kept as rawBody beside a parsed one',
      (body: Buffer) => ({ ...eaten, rawBody: body, body: JSON.parse(String(body)) }),
    ],
  ])('is taken: %s', async (_, fields) => {
    const { body, handler, post } = await nodeReceiver();
    expect(await post(fields(body))).toMatchObject({ status: 200, body: 'done' });
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('is read from the stream, in pieces, though a parser for other types left an empty object', async () => {
    const { body, handler, post } = await nodeReceiver();
    const stream = Readable.from([body.subarray(0, 7), body.subarray(7)]);
    const sent = await post({ complete: true, body: {} }, stream);
    expect(sent).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain' } });
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('is read no further than it may be long, and the connection is kept to carry the answer', async () => {
    const { post } = await nodeReceiver({ maxBodyBytes: 1_000 });
    let read = 0;
    const endless = new Readable({
      highWaterMark: 100,
      read() {
        read += 100;
        this.push(Buffer.alloc(100));
      },
    });
    const sent = await post({ complete: false }, endless);
    expect(sent).toMatchObject({ status: 413, headers: { connection: 'close' } });
    await settled();
    expect(read).toBeLessThan(2_000);
    expect(endless.destroyed).toBe(false);
  });

  it('is not read at all without a signature', async () => {
    const { post } = await nodeReceiver();
    const stream = new PassThrough();
    expect((await post({ complete: false, headers: {} }, stream)).status).toBe(400);
    expect(stream.readableDidRead).toBe(false);
  });

  it('is given up when the connection breaks off', async () => {
    const { errors, post, refused } = await nodeReceiver();
    const stream = new PassThrough();
    const answered = post({ complete: false }, stream);
    await settled();
    stream.destroy();
    expect((await answered).status).toBe(400);
    expect((await post({ complete: false }, stream)).status).toBe(400);
    expect(refused).toEqual(['body_unreadable', 'body_unreadable']);
    expect(errors).toEqual([]);
  });
});

it('answers 405 to methods that Fetch has no request for', async () => {
  const { post } = await nodeReceiver();
  const sent = await post({ method: 'TRACE', complete: true });
  expect(sent).toMatchObject({ status: 405, headers: { allow: 'POST' } });
});

it('answers 500 when what it was given as a receiver fails', async () => {
  const end = vi.fn();
  const res = { end, setHeader: vi.fn() } as unknown as ServerResponse;
  const req = { method: 'GET', headers: {}, complete: true } as unknown as IncomingMessage;
  await toNodeHandler(() => Promise.reject(new Error('no')))(req, res);
  expect(res.statusCode).toBe(500);
  expect(end).toHaveBeenCalledTimes(1);
});
