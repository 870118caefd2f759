import type { Clock } from '../../src/core/clock.ts';

/**
 * Time that moves only when told to. With `auto` (the default) every sleep ends at once and moves
 * time on by its length; without, sleepers wait for `advance`.
 */
export class FakeClock implements Clock {
  /** The length of each sleep asked for, in order. */
  readonly sleeps: number[] = [];
  readonly #auto: boolean;
  #now: number;
  #sleepers: { until: number; wake: () => void }[] = [];

  constructor({ start = Date.UTC(2026, 0, 1), auto = true } = {}) {
    this.#now = start;
    this.#auto = auto;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.sleeps.push(ms);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#auto) {
        this.#now += ms;
        resolve();
        return;
      }
      const wake = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { until: this.#now + ms, wake };
      const stop = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', stop);
    });
  }

  /** Moves time on, waking in order whoever's time has come. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#sleepers.filter(({ until }) => until <= end).sort(byTime)[0];
      if (next === undefined) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = next.until;
      next.wake();
    }
    this.#now = end;
    await settled();
  }
}

function byTime(a: { until: number }, b: { until: number }): number {
  return a.until - b.until;
}

/** Resolves when everything that can happen without time passing has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}
