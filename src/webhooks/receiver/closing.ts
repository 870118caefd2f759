import { longestTimerMs } from '../../core/arguments.ts';
import type { Clock } from '../../core/clock.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

/** How `close` waits. */
export interface CloseOptions {
  /** How long for the handlers that run, in milliseconds. */
  waitMs?: number | undefined;
}

/**
 * Waits for work that may never end.
 *
 * @returns whether it ended in time
 * @throws InvalidArgumentError when that is no time
 */
export async function endsWithin(
  waitMs: number,
  work: Promise<unknown>,
  clock: Clock,
): Promise<boolean> {
  if (!(waitMs >= 0 && waitMs <= longestTimerMs)) {
    throw new InvalidArgumentError('waitMs', `milliseconds, 0 or more, ${longestTimerMs} at most.`);
  }
  const over = new AbortController();
  const ended = work.then(() => true).finally(() => over.abort());
  // Ends by the signal when the work was quicker.
  const tooLong = clock.sleep(waitMs, over.signal).then(
    () => false,
    () => true,
  );
  return Promise.race([ended, tooLong]);
}
