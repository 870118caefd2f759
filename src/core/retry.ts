import { RateLimitError, ServerError } from './api-error.ts';
import { ConnectionError } from './connection-error.ts';
import { TrainyardError } from './trainyard-error.ts';

/** Longest wait a platform may ask for and still be obeyed within a call. */
const longestWaitMs = 60_000;
const firstWaitMs = 500;
const longestBackoffMs = 8_000;

/**
 * How long to wait before an attempt is repeated, or `undefined` when it must not be.
 *
 * @param idempotent the spec says that a repeat does no harm
 * @param attempt the attempt that failed, 1 for the first
 */
export function retryDelayMs(
  error: unknown,
  idempotent: boolean,
  attempt: number,
): number | undefined {
  if (error instanceof ConnectionError) {
    return idempotent || !error.mayHaveHappened ? backoffMs(attempt) : undefined;
  }
  if (!idempotent || !isPassing(error)) return undefined;
  if (error.retryAfterSeconds === undefined) return backoffMs(attempt);
  const asked = error.retryAfterSeconds * 1000;
  // An hour asleep, or an early retry against the platform's word: the caller should decide.
  return asked > longestWaitMs ? undefined : asked;
}

/** Trouble that may be over at the next try. */
export function isPassing(error: unknown): error is RateLimitError | ServerError {
  if (error instanceof RateLimitError) return true;
  return error instanceof ServerError && [502, 503, 504].includes(error.status);
}

/**
 * Has an attempt's error speak for those before it too, of which one may have been carried out.
 *
 * @returns whether one of them may
 */
export function speakForAll(error: unknown, earlier: boolean): boolean {
  if (!(error instanceof TrainyardError)) return earlier;
  if (earlier) Object.assign(error, { mayHaveHappened: true });
  return error.mayHaveHappened;
}

/** Exponential with full jitter, so that clients that failed together do not return together. */
export function backoffMs(attempt: number): number {
  return Math.random() * Math.min(longestBackoffMs, firstWaitMs * 2 ** (attempt - 1));
}

/** `Retry-After` in seconds (never negative), from its number or date form; `undefined` when absurd. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  // Without a time of day it is no HTTP date, though Date.parse() makes one even of "soon 5".
  const date = /\d:\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
