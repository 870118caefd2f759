import type { Clock } from '../../core/clock.ts';
import { TimeoutError } from '../../core/connection-error.ts';

/** The moment by which one delivery must be answered. */
export class Deadline {
  /** Resolves to `undefined` when the time is up; never, once `end` was called. */
  readonly passed: Promise<undefined>;
  readonly #time = new AbortController();
  readonly #over = new AbortController();

  constructor(clock: Clock, ms: number) {
    this.passed = new Promise((resolve) => {
      clock.sleep(ms, this.#over.signal).then(
        () => {
          const advice = 'Answered 500 for a retry. Hand long work to a queue.';
          this.#time.abort(new TimeoutError('the webhook handler', ms, advice));
          resolve(undefined);
        },
        () => {},
      );
    });
  }

  /** Aborted, with a `TimeoutError`, when the time is up. */
  get signal(): AbortSignal {
    return this.#time.signal;
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.#over.abort();
  }
}
