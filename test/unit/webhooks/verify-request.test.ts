import { describe, expect, it } from 'vitest';
import { signWebhook, verifyRequest } from '../../../src/webhooks/index.ts';
import { now, proposalReceived, refusalCode, secret, signature, time } from './deliveries.ts';

const url = 'https://receiver.test/webhooks';
const options = { secret, now };
const signed = () =>
  signWebhook({ platform: 'opentrain', event: proposalReceived, secret, timestamp: time });

/** A request whose body comes in pieces; `state` tells how far it was read. */
function streaming(chunks: Uint8Array[], headers: Record<string, string>) {
  const state = { read: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[state.read++];
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return { request: new Request(url, init), state };
}

describe('verifying a Request', () => {
  it('resolves to the event', async () => {
    const request = new Request(url, { method: 'POST', ...(await signed()) });
    expect(await verifyRequest('opentrain', request, options)).toEqual(proposalReceived);
  });

  it('puts a body together that comes in pieces', async () => {
    const { headers, body } = await signed();
    const pieces = Array.from(Buffer.from(body), (byte) => Uint8Array.of(byte));
    const { request } = streaming(pieces, headers);
    expect(await verifyRequest('opentrain', request, options)).toEqual(proposalReceived);
  });

  it('stops reading once the body is over the limit', async () => {
    const chunks = Array<Uint8Array>(100).fill(new Uint8Array(1000));
    const { request, state } = streaming(chunks, { 'x-opentrain-signature': signature('') });
    const run = () => verifyRequest('opentrain', request, { ...options, maxBodyBytes: 2500 });
    expect(await refusalCode(run)).toBe('body_too_large');
    expect(state).toEqual({ read: 3, cancelled: true });
  });

  it.each([
    ['without a signature', {}, options, 'missing_header'],
    ['with a malformed one', { 'x-opentrain-signature': 'x' }, options, 'malformed_header'],
    ['without a secret', { 'x-opentrain-signature': signature('') }, { secret: '' }, 'no_secret'],
    [
      'that announces too much',
      { 'x-opentrain-signature': signature(''), 'content-length': '1048577' },
      options,
      'body_too_large',
    ],
  ] as const)('reads nothing %s', async (_, headers, given, code) => {
    const { request, state } = streaming([new Uint8Array(9)], headers);
    expect(await refusalCode(() => verifyRequest('opentrain', request, given))).toBe(code);
    expect(state.read).toBe(0);
  });

  it('says that the body was read before', async () => {
    const request = new Request(url, { method: 'POST', ...(await signed()) });
    await request.text();
    expect(await refusalCode(() => verifyRequest('opentrain', request, options))).toBe(
      'body_unreadable',
    );
  });

  it('says that the body broke off', async () => {
    const { headers } = await signed();
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('terminated')),
    });
    const request = new Request(url, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refusalCode(() => verifyRequest('opentrain', request, options))).toBe(
      'body_unreadable',
    );
  });

  it('takes a request without a body as empty', async () => {
    const headers = { 'x-opentrain-signature': signature('') };
    const request = new Request(url, { headers });
    expect(await refusalCode(() => verifyRequest('opentrain', request, options))).toBe(
      'body_not_json',
    );
  });

  it('manages where a request shows no stream', async () => {
    const { headers, body } = await signed();
    const request = {
      headers: new Headers(headers),
      arrayBuffer: async () => new TextEncoder().encode(body).buffer,
    };
    expect(await verifyRequest('opentrain', request as unknown as Request, options)).toEqual(
      proposalReceived,
    );
  });
});
