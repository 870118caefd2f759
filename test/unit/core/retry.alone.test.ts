import { afterEach, describe, expect, it, vi } from 'vitest';
import * as errors from '../../../src/core/api-error.ts';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { backoffMs, isPassing, parseRetryAfter, retryDelayMs } from '../../../src/core/retry.ts';
import { networkFailure } from '../../support/fake-fetch.ts';

const now = Date.UTC(2026, 0, 1);

function answer(status: number, retryAfterSeconds?: number): errors.ApiError {
  const init = {
    status,
    operationId: 'jobs.get',
    headers: new Headers(),
    message: 'x',
    retryAfterSeconds,
  };
  if (status === 429) return new errors.RateLimitError(init);
  return status >= 500 ? new errors.ServerError(init) : new errors.ApiError(init);
}

function failure(code: string): ConnectionError {
  return new ConnectionError('jobs.get', networkFailure(code));
}

afterEach(() => void vi.restoreAllMocks());

describe('a repeat', () => {
  it.each([
    // what happened, repeat is harmless, else
    ['400', answer(400), false, false],
    ['401', answer(401), false, false],
    ['404', answer(404), false, false],
    ['408', answer(408), false, false],
    ['409', answer(409), false, false],
    ['429', answer(429), true, false],
    ['500', answer(500), false, false],
    ['501', answer(501), false, false],
    ['502', answer(502), true, false],
    ['503', answer(503), true, false],
    ['504', answer(504), true, false],
    ['a broken connection', failure('ECONNRESET'), true, false],
    ['an unreachable host', failure('EHOSTUNREACH'), true, false],
    [
      'a connection nobody knows more of',
      new ConnectionError('x', new TypeError('x')),
      true,
      false,
    ],
    ['a refused connection', failure('ECONNREFUSED'), true, true],
    ['an unknown name', failure('ENOTFOUND'), true, true],
    ['a timeout', new TimeoutError('jobs.get', 5), false, false],
    ['an abort', new DOMException('x', 'AbortError'), false, false],
    ['a null reason', null, false, false],
    [
      'a body that is not JSON',
      new errors.UnexpectedResponseError({
        status: 503,
        operationId: 'x',
        headers: new Headers(),
        message: 'x',
      }),
      false,
      false,
    ],
  ])('after %s is made: %s', (_, error, whenHarmless, otherwise) => {
    for (const attempt of [1, 2, 3]) {
      expect(retryDelayMs(error, true, attempt) !== undefined).toBe(whenHarmless);
      expect(retryDelayMs(error, false, attempt) !== undefined).toBe(otherwise);
    }
  });

  it.each([429, 502, 503, 504])('after %i comes when the platform asked for it', (status) => {
    expect(retryDelayMs(answer(status, 7), true, 1)).toBe(7_000);
    expect(retryDelayMs(answer(status, 0), true, 1)).toBe(0);
    expect(retryDelayMs(answer(status, 60), true, 1)).toBe(60_000);
  });

  it.each([60.001, 3_600, 1e23, Number.POSITIVE_INFINITY])(
    'is left to the caller where the platform asks for %s s',
    (seconds) => {
      expect(retryDelayMs(answer(429, seconds), true, 1)).toBeUndefined();
    },
  );
});

describe('backing off', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [4, 4_000],
    [5, 8_000],
    [6, 8_000],
    [50, 8_000],
    [5_000, 8_000],
  ])('before attempt %i + 1 waits anything from nothing to %i ms', (attempt, most) => {
    const random = vi.spyOn(Math, 'random');
    random.mockReturnValue(0);
    expect(backoffMs(attempt)).toBe(0);
    random.mockReturnValue(0.5);
    expect(backoffMs(attempt)).toBe(most / 2);
    random.mockReturnValue(1 - Number.EPSILON);
    expect(backoffMs(attempt)).toBeCloseTo(most, 6);
  });

  it('spreads clients that failed together', () => {
    const waits = new Set(Array.from({ length: 50 }, () => backoffMs(3)));
    expect(waits.size).toBeGreaterThan(40);
  });
});

describe('Retry-After', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['1.5', 1.5],
    ['99999999999999999999999', 1e23],
    ['Thu, 01 Jan 2026 00:01:30 GMT', 90],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['2026-01-01T00:00:10Z', 10],
  ])('reads %j', (value, seconds) => {
    expect(parseRetryAfter(value, now)).toBe(seconds);
  });

  it.each([
    '',
    '-5',
    '+5',
    '0x10',
    '1e3',
    '5s',
    'soon',
    'soon 5',
    'in 5 minutes',
    'NaN',
    'Infinity',
    '5, 6',
    '99:99:99',
  ])('makes nothing of %j', (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });

  it('may be missing', () => {
    expect(parseRetryAfter(null, now)).toBeUndefined();
  });
});

describe('passing trouble', () => {
  it('is a rate limit, a bad gateway, an overload or a gateway timeout', () => {
    expect([429, 502, 503, 504].map((status) => isPassing(answer(status)))).toEqual(
      Array(4).fill(true),
    );
    expect([400, 500, 501].map((status) => isPassing(answer(status)))).toEqual(
      Array(3).fill(false),
    );
  });
});
