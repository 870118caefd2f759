import type { Clock } from './clock.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import { onAbort } from './on-abort.ts';

/** Limits for sustained traffic. */
export interface PaceOptions {
  /** Attempts that may start in any one minute, evenly spread. */
  requestsPerMinute?: number | undefined;
  /** Attempts under way at once. */
  maxConcurrent?: number | undefined;
}

/** Makes attempts queue, first come first served, so that a client stays under a rate. */
export class Pace {
  readonly #clock: Clock;
  readonly #gapMs: number;
  readonly #maxConcurrent: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #nextStart = 0;

  constructor(options: PaceOptions, clock: Clock) {
    for (const [name, value] of Object.entries(options)) {
      if (value !== undefined && !(value > 0)) {
        throw new InvalidArgumentError(`pace.${name}`, 'a number above 0.');
      }
    }
    this.#clock = clock;
    this.#gapMs = options.requestsPerMinute ? 60_000 / options.requestsPerMinute : 0;
    this.#maxConcurrent = options.maxConcurrent ?? Number.POSITIVE_INFINITY;
  }

  /** Runs `attempt` when its turn has come; an abort while queueing frees the place at once. */
  async run<T>(attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    await this.#place(signal);
    try {
      const now = this.#clock.now();
      const start = Math.max(now, this.#nextStart);
      this.#nextStart = start + this.#gapMs;
      if (start > now) await this.#clock.sleep(start - now, signal);
      return await attempt();
    } finally {
      // The place is handed on while it is still taken, or a newcomer might slip in before.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running--;
    }
  }

  async #place(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#running < this.#maxConcurrent) {
      this.#running++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        callOff();
        resolve();
      };
      this.#queue.push(go);
      const callOff = onAbort(signal, () => {
        callOff();
        this.#queue.splice(this.#queue.indexOf(go), 1);
        reject(signal?.reason);
      });
    });
  }
}
