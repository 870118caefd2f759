import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotFoundError, RateLimitError, ServerError } from '../../../src/core/api-error.ts';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import { type Wait, waitFor } from '../../../src/core/poll.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';

const init = { operationId: 'approvals.get', headers: new Headers(), message: 'x' };
const overloaded = new ServerError({ ...init, status: 503 });
const broken = new ConnectionError('approvals.get', networkFailure('ECONNRESET'));
const slow = new TimeoutError('approvals.get', 30_000);

type Seen = { status: string; expiresAt?: number };
const pending: Seen = { status: 'pending' };
const done: Seen = { status: 'done' };

/** A wait that sees these answers one after the other, the last again and again. */
function wait(answers: (Seen | Error)[], changes: Partial<Wait<Seen>> = {}) {
  const clock = new FakeClock();
  const start = clock.now();
  const polls: number[] = [];
  const made: Wait<Seen> = {
    name: 'approvals.wait',
    clock,
    options: {},
    firstMs: 1_000,
    longestMs: 5_000,
    advice: 'Ask again with approvals.wait().',
    isOver: (seen) => seen.status !== 'pending',
    expiresAt: (seen) => seen.expiresAt,
    poll: async () => {
      const answer = answers[Math.min(polls.push(clock.now() - start), answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer as Seen;
    },
    ...changes,
  };
  return { wait: made, clock, start, polls };
}

describe('a wait', () => {
  it('asks at once, and is over when the answer says so', async () => {
    const { wait: one, clock, polls } = wait([done]);
    expect(await waitFor(one)).toBe(done);
    expect(polls).toEqual([0]);
    expect(clock.sleeps).toEqual([]);
  });

  it('asks less and less often, up to a limit', async () => {
    const { wait: one, clock } = wait([...Array(6).fill(pending), done]);
    expect(await waitFor(one)).toBe(done);
    expect(clock.sleeps).toEqual([1_000, 1_500, 2_250, 3_375, 5_000, 5_000]);
  });

  it('tells what each poll saw, the last one too, and nothing of failed ones', async () => {
    const onPoll = vi.fn();
    await waitFor(wait([pending, overloaded, pending, done], { options: { onPoll } }).wait);
    expect(onPoll.mock.calls).toEqual([[pending], [pending], [done]]);
  });

  it('ends with what its listener throws', async () => {
    const mine = new Error('mine');
    const onPoll = () => {
      throw mine;
    };
    const { wait: one, polls } = wait([pending], { options: { onPoll } });
    expect(await rejection(waitFor(one))).toBe(mine);
    expect(polls).toHaveLength(1);
  });
});

describe('the time a wait may take', () => {
  it('ends it, with advice', async () => {
    const { wait: one, clock, start, polls } = wait([pending], { options: { timeoutMs: 4_000 } });
    const error = await rejection(waitFor(one));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ operationId: 'approvals.wait', timeoutMs: 4_000 });
    expect((error as Error).message).toContain('Ask again with approvals.wait().');
    expect(clock.now() - start).toBe(4_000);
    expect(polls).toEqual([0, 1_000, 2_500, 4_000]);
  });

  it('of nothing still asks once', async () => {
    expect(await waitFor(wait([done], { options: { timeoutMs: 0 } }).wait)).toBe(done);
    const { wait: one, polls } = wait([pending], { options: { timeoutMs: 0 } });
    expect(await rejection(waitFor(one))).toBeInstanceOf(TimeoutError);
    expect(polls).toEqual([0]);
  });

  it('sees an answer that comes with the last poll', async () => {
    const { wait: one } = wait([pending, done], { options: { timeoutMs: 1_000 } });
    expect(await waitFor(one)).toBe(done);
  });

  it('counts while polls fail', async () => {
    const answers = [pending, overloaded];
    const { wait: one, clock, start } = wait(answers, { options: { timeoutMs: 60_000 } });
    expect(await rejection(waitFor(one))).toBeInstanceOf(TimeoutError);
    expect(clock.now() - start).toBe(60_000);
  });

  it.each([-1, Number.NaN])('may not be %s', async (timeoutMs) => {
    const { wait: one, polls } = wait([pending], { options: { timeoutMs } });
    expect(await rejection(waitFor(one))).toBeInstanceOf(InvalidArgumentError);
    expect(polls).toEqual([]);
  });
});

describe('a poll that hangs', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    [5_000, 5_000],
    [0, 1_000],
  ])('is ended when the wait of %i ms is over, after %i ms', async (timeoutMs, endsAfter) => {
    vi.useFakeTimers();
    const clock = { now: () => Date.now(), sleep: async () => {} };
    const poll = (signal: AbortSignal | undefined) =>
      new Promise<Seen>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const { wait: one } = wait([], { clock, poll, options: { timeoutMs } });
    const start = Date.now();
    const ended = rejection(waitFor(one)).then((error) => ({ error, after: Date.now() - start }));
    await vi.advanceTimersByTimeAsync(60_000);
    const { error, after } = await ended;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ operationId: 'approvals.wait' });
    expect(after).toBe(endsAfter);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the lapse of what is waited for', () => {
  it('is followed by one last poll, just after it', async () => {
    const { wait: one, clock, start, polls } = wait([]);
    const lapsing = { status: 'pending', expiresAt: start + 3_000 };
    one.poll = async () => {
      polls.push(clock.now() - start);
      return clock.now() > lapsing.expiresAt ? { status: 'expired' } : lapsing;
    };
    expect(await waitFor(one)).toEqual({ status: 'expired' });
    expect(polls).toEqual([0, 1_000, 2_500, 3_001]);
  });

  it('ends the wait even when the platform never says so', async () => {
    const { wait: one, start, polls } = wait([]);
    one.poll = async () => {
      polls.push(one.clock.now() - start);
      return { status: 'pending', expiresAt: start + 2_000 };
    };
    expect(await rejection(waitFor(one))).toBeInstanceOf(TimeoutError);
    expect(polls).toEqual([0, 1_000, 2_001]);
  });

  it('in the past, as on a clock that is ahead, gives it the time that it lives', async () => {
    const seen = { status: 'pending', expiresAt: 10_000 };
    const { wait: one, start, polls } = wait([], { createdAt: () => 7_000 });
    one.poll = async () => {
      polls.push(one.clock.now() - start);
      return seen;
    };
    expect(start).toBeGreaterThan(seen.expiresAt);
    expect(await rejection(waitFor(one))).toBeInstanceOf(TimeoutError);
    expect(polls).toEqual([0, 1_000, 2_500, 3_001]);
  });

  it('in the past is met with one poll more, where nobody knows how long it lives', async () => {
    const { wait: one, polls } = wait([{ status: 'pending', expiresAt: 1 }]);
    expect(await rejection(waitFor(one))).toBeInstanceOf(TimeoutError);
    expect(polls).toEqual([0, 1]);
  });

  it('at a time nobody can read is no lapse, and no reason to ask without pause', async () => {
    const { wait: one, clock } = wait([
      { status: 'pending', expiresAt: Number.NaN },
      { status: 'pending', expiresAt: Number.NaN },
      done,
    ]);
    expect(await waitFor(one)).toBe(done);
    expect(clock.sleeps).toEqual([1_000, 1_500]);
  });

  it('may be put off while waiting', async () => {
    const { wait: one, start } = wait([]);
    let polls = 0;
    one.poll = async () =>
      ++polls > 4 ? done : { status: 'pending', expiresAt: start + polls * 2_500 };
    expect(await waitFor(one)).toBe(done);
  });
});

describe('a poll that fails', () => {
  it.each([
    ['an overload', overloaded],
    ['a broken connection', broken],
    ['a slow answer', slow],
    ['a rate limit', new RateLimitError({ ...init, status: 429 })],
  ])('in passing is ridden over: %s', async (_, error) => {
    const answers = [pending, ...Array(20).fill(error), done];
    expect(await waitFor(wait(answers).wait)).toBe(done);
  });

  it.each([
    ['no such thing', new NotFoundError({ ...init, status: 404 })],
    ['a bug of the platform', new ServerError({ ...init, status: 500 })],
    ['a bug', new TypeError('x')],
  ])('for good ends the wait: %s', async (_, error) => {
    const { wait: one, polls } = wait([pending, error, done]);
    expect(await rejection(waitFor(one))).toBe(error);
    expect(polls).toHaveLength(2);
  });

  it('five times before anything was seen ends the wait: the address may be wrong', async () => {
    const { wait: one, polls } = wait([broken]);
    expect(await rejection(waitFor(one))).toBe(broken);
    expect(polls).toHaveLength(5);
  });

  it('four times before anything was seen does not', async () => {
    expect(await waitFor(wait([...Array(4).fill(broken), pending, done]).wait)).toBe(done);
  });

  it('with a wait to keep is repeated no sooner', async () => {
    const busy = new RateLimitError({ ...init, status: 429, retryAfterSeconds: 30 });
    const { wait: one, clock } = wait([pending, busy, done]);
    await waitFor(one);
    expect(clock.sleeps).toEqual([1_000, 30_000]);
  });

  it('with a wait shorter than the pause keeps to the pause', async () => {
    const busy = new RateLimitError({ ...init, status: 429, retryAfterSeconds: 0.1 });
    const { wait: one, clock } = wait([pending, busy, done]);
    await waitFor(one);
    expect(clock.sleeps).toEqual([1_000, 1_500]);
  });
});

describe("the caller's abort", () => {
  it('before the wait keeps it from asking', async () => {
    const reason = new Error('enough');
    const { wait: one, polls } = wait([done], { options: { signal: AbortSignal.abort(reason) } });
    expect(await rejection(waitFor(one))).toBe(reason);
    expect(polls).toEqual([]);
  });

  it('between polls ends the wait at once, with its own reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const clock = new FakeClock({ auto: false });
    const { wait: one } = wait([pending], { clock, options: { signal: controller.signal } });
    const ended = rejection(waitFor(one));
    await clock.advance(500);
    controller.abort(reason);
    expect(await ended).toBe(reason);
  });

  it.each([undefined, 60_000])('reaches the poll under way (timeoutMs %s)', async (timeoutMs) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const poll = (signal: AbortSignal | undefined) =>
      new Promise<Seen>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const options = { signal: controller.signal, timeoutMs };
    const ended = rejection(waitFor(wait([], { poll, options }).wait));
    controller.abort(reason);
    expect(await ended).toBe(reason);
  });
});
