import type { Clock } from './clock.ts';

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
      this.#running--;
      this.#queue.shift()?.();
    }
  }

  async #place(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#running >= this.#maxConcurrent) {
      await new Promise<void>((resolve, reject) => {
        const go = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          this.#queue.splice(this.#queue.indexOf(go), 1);
          reject(signal?.reason);
        };
        this.#queue.push(go);
        signal?.addEventListener('abort', leave, { once: true });
      });
    }
    this.#running++;
  }
}
