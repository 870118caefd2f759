import { longestTimerMs } from './arguments.ts';
import type { Clock } from './clock.ts';
import { ConnectionError, TimeoutError } from './connection-error.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import { follow } from './on-abort.ts';
import { isPassing } from './retry.ts';

const mostBlindPolls = 5;
const lastPollMs = 1_000;

/** What a caller may set for a wait. */
export interface WaitOptions<T> {
  /** Ends the wait; rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds the wait may take in all. Default: until the thing waited for expires. */
  timeoutMs?: number | undefined;
  /** Called with what each poll saw. */
  onPoll?: ((seen: T) => void) | undefined;
}

/** One wait: what to ask, when it is over, and how often to ask. */
export interface Wait<T> {
  /** What is waited for, in the client's words: `approvals.wait`. */
  name: string;
  clock: Clock;
  options: WaitOptions<T>;
  /** Asks once. */
  poll(signal: AbortSignal | undefined): Promise<T>;
  /** Whether what was seen ends the wait. */
  isOver(seen: T): boolean;
  /** Milliseconds until the second poll; each later one comes half as late again, up to `longestMs`. */
  firstMs: number;
  longestMs: number;
  /** Milliseconds until the next poll, where the platform has a say in it; from then on in place of the rule above. */
  nextMs?(seen: T, gapMs: number): number;
  /** It was seen before this wait, so that failures are ridden over from the first poll on. */
  known?: boolean | undefined;
  /** When what is waited for lapses by itself (epoch ms); the last poll comes just after it. */
  expiresAt?(seen: T): number | undefined;
  /** When it came to be (epoch ms): tells how long it lives where the platform's clock is not this one. */
  createdAt?(seen: T): number;
  /** Advice in the error when time runs out. */
  advice: string;
}

/**
 * Asks until the answer ends the wait. Passing failures (connections that break, 429, 502 to 504)
 * are ridden over; anything else ends the wait with its error.
 *
 * @throws TimeoutError when `timeoutMs` is over, or what was waited for has lapsed without saying so.
 */
export async function waitFor<T>(wait: Wait<T>): Promise<T> {
  const { clock, options } = wait;
  const { signal, timeoutMs } = options;
  if (timeoutMs !== undefined && !(timeoutMs >= 0)) {
    throw new InvalidArgumentError('timeoutMs', 'milliseconds, 0 or more.');
  }
  const start = clock.now();
  const deadline = timeoutMs === undefined ? Number.POSITIVE_INFINITY : start + timeoutMs;
  let gap = wait.firstMs;
  let blind = wait.known ? Number.NEGATIVE_INFINITY : 0;
  let lapsesAt = Number.POSITIVE_INFINITY;
  let aheadMs: number | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const asked = clock.now();
    let atLeast = 0;
    try {
      const seen = await pollWithin(deadline - asked, wait);
      blind = Number.NEGATIVE_INFINITY;
      options.onPoll?.(seen);
      if (wait.isOver(seen)) return seen;
      // Not a number when the platform's date can't be read: then it is as if it gave none.
      const lapse = wait.expiresAt?.(seen);
      if (lapse) {
        // The platform, which knows, has not let it lapse: then this clock is ahead of the platform's.
        aheadMs ??= lapse < asked ? asked - (wait.createdAt?.(seen) || lapse) : 0;
        lapsesAt = lapse + aheadMs;
      }
      gap = wait.nextMs?.(seen, gap) ?? gap;
    } catch (error) {
      if (!(isPassing(error) || error instanceof ConnectionError || isTimeout(error))) throw error;
      // Once seen, what is waited for bounds the wait; until then a wrong address would poll for ever.
      if (++blind >= mostBlindPolls) throw error;
      if (isPassing(error)) atLeast = (error.retryAfterSeconds ?? 0) * 1000;
    }
    const now = clock.now();
    if (now >= deadline || asked > lapsesAt) {
      throw new TimeoutError(wait.name, now - start, wait.advice);
    }
    // Just past the lapse: the platform notices an expiry only when asked.
    const untilLapse = Math.max(lapsesAt + 1 - now, 1);
    await clock.sleep(Math.min(Math.max(gap, atLeast), untilLapse, deadline - now), signal);
    if (!wait.nextMs) gap = Math.min(gap * 1.5, wait.longestMs);
  }
}

/** Asks once, in what is left of the wait: the call's own timeout and retries may take far longer. */
async function pollWithin<T>(leftMs: number, wait: Wait<T>): Promise<T> {
  const { signal } = wait.options;
  if (leftMs === Number.POSITIVE_INFINITY) return wait.poll(signal);
  const stop = new AbortController();
  const callOff = follow(signal, stop);
  const timer = setTimeout(
    () => stop.abort(new TimeoutError(wait.name, leftMs, wait.advice)),
    // The last poll, made as the time is up, has no time left: it gets a moment.
    Math.min(Math.max(leftMs, lastPollMs), longestTimerMs),
  );
  try {
    return await wait.poll(stop.signal);
  } finally {
    callOff();
    clearTimeout(timer);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof TimeoutError;
}
