import { describe, expect, it } from 'vitest';
import { RateLimitError, ServerError } from '../../../src/core/api-error.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { clientOf, elapsed, failure } from './client.ts';
import { hostile } from './hostile-server.ts';
import { http, ok } from './misdeeds.ts';

const me = { userId: 'usr_1' };
const refusals = { 429: '429 Too Many Requests', 503: '503 Service Unavailable' } as const;
type Refusal = keyof typeof refusals;

function refuse(status: Refusal, retryAfter?: string, body = '{}'): Uint8Array {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return http(refusals[status], body, headers);
}

/** Asked to wait so, the client waits this long, and then gets its answer. */
async function waits(refusal: Uint8Array, expected: number): Promise<void> {
  const server = await hostile(refusal, ok(me));
  const { ot, clock } = clientOf(server);
  expect(await ot.auth.me()).toEqual(me);
  expect(clock.sleeps).toEqual([expected]);
  expect(server.requests).toHaveLength(2);
}

/** The client backs off by its own rule, three attempts in all. */
async function backsOff(status: Refusal, retryAfter?: string): Promise<void> {
  const server = await hostile(refuse(status, retryAfter));
  const { ot, clock } = clientOf(server);
  const error = await failure(ot.auth.me());
  expect(error).toBeInstanceOf(status === 429 ? RateLimitError : ServerError);
  expect(error).toMatchObject({ status, retryAfterSeconds: undefined });
  expect(clock.sleeps).toHaveLength(2);
  for (const [turn, ms] of clock.sleeps.entries()) {
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(500 * 2 ** turn);
  }
  expect(server.requests).toHaveLength(3);
}

/** The client neither waits nor asks again: the caller learns how long it would be. */
async function tellsAtOnce(status: Refusal, retryAfter: string, seconds: number): Promise<void> {
  const server = await hostile(refuse(status, retryAfter));
  const { ot, clock } = clientOf(server);
  const error = await failure(ot.auth.me());
  expect(error).toBeInstanceOf(status === 429 ? RateLimitError : ServerError);
  expect(error).toMatchObject({ status, retryAfterSeconds: seconds });
  if (status === 429) expect((error as Error).message).toContain(`Try again in ${seconds} s.`);
  expect(clock.sleeps).toEqual([]);
  expect(server.requests).toHaveLength(1);
}

/** `seconds` after the start of the fake clock, as an HTTP date. */
function date(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toUTCString();
}

describe('429 and Retry-After', () => {
  it('in seconds: waited for, 2 requests', () => waits(refuse(429, '7'), 7_000));

  it('as a date: waited for, 2 requests', () => waits(refuse(429, date(9)), 9_000));

  it('a date that is past: no wait, 2 requests', () => waits(refuse(429, date(-60)), 0));

  it('in the body, as details.retryAfterSeconds: waited for, 2 requests', () => {
    const body = '{"error":"slow","code":"RATE_LIMITED","details":{"retryAfterSeconds":11}}';
    return waits(refuse(429, undefined, body), 11_000);
  });

  it('absent: back-off with jitter, RateLimitError after 3 requests', () => backsOff(429));

  it('absurd, in words: back-off, RateLimitError after 3 requests', () => backsOff(429, 'soon'));

  it('absurd, below zero: back-off, RateLimitError after 3 requests', () => backsOff(429, '-5'));

  it('absurd, two at once: back-off, RateLimitError after 3 requests', () => backsOff(429, '3, 5'));

  it('absurd, no number to people: back-off, RateLimitError after 3 requests', () =>
    backsOff(429, '0x10'));

  it('above the cap of a minute: RateLimitError at once with the seconds, 1 request', () =>
    tellsAtOnce(429, '3600', 3_600));

  it('a date above the cap: RateLimitError at once with the seconds, 1 request', () =>
    tellsAtOnce(429, date(86_400), 86_400));

  it('absurd, longer than the universe: RateLimitError at once, 1 request', () =>
    tellsAtOnce(429, '9'.repeat(30), 1e30));

  it('just at the cap: waited for, 2 requests', () => waits(refuse(429, '60'), 60_000));

  it('to a write: RateLimitError with the seconds, 1 request', async () => {
    const server = await hostile(refuse(429, '7'));
    const { ot, clock } = clientOf(server);
    const error = await failure(ot.messages.send({ conversationId: 'c', content: 'x' }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterSeconds: 7 });
    expect(clock.sleeps).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('by the machine’s own clock: the wait is real, 2 requests', async () => {
    const server = await hostile(refuse(429, '0.12'), ok(me));
    const { ot } = clientOf(server, { clock: systemClock });
    const took = await elapsed(() => ot.auth.me());
    expect(took).toBeGreaterThan(115);
    expect(server.requests).toHaveLength(2);
  });
});

describe('503 and Retry-After', () => {
  it('in seconds: waited for, 2 requests', () => waits(refuse(503, '7'), 7_000));

  it('as a date: waited for, 2 requests', () => waits(refuse(503, date(9)), 9_000));

  it('absent: back-off with jitter, ServerError after 3 requests', () => backsOff(503));

  it('absurd: back-off, ServerError after 3 requests', () => backsOff(503, 'NaN'));

  it('above the cap of a minute: ServerError at once with the seconds, 1 request', () =>
    tellsAtOnce(503, '61', 61));

  it('a date above the cap: ServerError at once with the seconds, 1 request', () =>
    tellsAtOnce(503, date(3_600), 3_600));
});
