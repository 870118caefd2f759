import type { WebhookBody } from './options.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

const encoder = new TextEncoder();

/** 1 MiB: many times the largest event of the platforms. */
export const defaultMaxBodyBytes = 1_048_576;

export const bodyTooLarge = (maxBodyBytes: number) =>
  new WebhookVerificationError(
    'body_too_large',
    `Body over ${maxBodyBytes} bytes. Raise maxBodyBytes to take it.`,
  );

/**
 * The body as text or bytes, once it is sure to be raw and small enough.
 *
 * @throws WebhookVerificationError `body_parsed` or `body_too_large`
 */
export function rawBody(body: WebhookBody, maxBodyBytes: number): string | Uint8Array {
  let raw: string | Uint8Array;
  let bytes: number;
  if (typeof body === 'string') {
    raw = body;
    bytes = body.length;
    // A character takes one to three bytes: only in between have they to be counted.
    if (bytes <= maxBodyBytes && bytes * 3 > maxBodyBytes) bytes = encoder.encode(body).length;
  } else if (ArrayBuffer.isView(body)) {
    bytes = body.byteLength;
    raw = new Uint8Array(body.buffer, body.byteOffset, bytes);
    // Not `instanceof`, which fails for a buffer of another realm (jsdom, vm).
  } else if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    raw = new Uint8Array(body);
    bytes = raw.length;
  } else {
    throw new WebhookVerificationError(
      'body_parsed',
      `The body is parsed or missing (${typeof body}); pass it raw, as text or bytes. In Express, put express.raw({ type: '*/*' }) on this route, before express.json().`,
    );
  }
  // Asked this way round, a limit that is no number refuses.
  if (!(bytes <= maxBodyBytes)) throw bodyTooLarge(maxBodyBytes);
  return raw;
}

/** What is signed: `prefix`, then the body. Bytes are a copy that nobody else can change. */
export function signedMessage(prefix: string, body: string | Uint8Array) {
  if (typeof body === 'string') return prefix + body;
  const bytes = new Uint8Array(prefix.length + body.length);
  // A prefix is ASCII: one byte a character.
  encoder.encodeInto(prefix, bytes);
  bytes.set(body, prefix.length);
  return bytes;
}

/**
 * The event in a body whose signature is genuine.
 *
 * @param nameKey the field that holds the event's name
 * @throws WebhookVerificationError `body_not_json` or `body_not_event`
 */
export function parseEvent(body: string | Uint8Array, nameKey: string): unknown {
  let event: { [key: string]: unknown } | null | undefined;
  try {
    event = JSON.parse(
      typeof body === 'string'
        ? body
        : // Strict, and keeping a byte order mark, so that bytes and the same body as text agree.
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body),
    );
  } catch {}
  if (typeof event?.[nameKey] === 'string') return event;
  throw new WebhookVerificationError(
    event === undefined ? 'body_not_json' : 'body_not_event',
    `Signed, but not ${event === undefined ? 'JSON' : `an event: no "${nameKey}"`}. Is it the right platform?`,
  );
}
