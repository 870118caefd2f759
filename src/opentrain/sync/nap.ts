import type { Clock } from '../../core/clock.ts';
import { follow } from '../../core/on-abort.ts';

/** Waits that end early. */
export class Nap {
  readonly #clock: Clock;
  #rouse: () => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Ends the nap that is being taken. */
  rouse(): void {
    this.#rouse();
  }

  /** Resolves after `ms` milliseconds, when stopped, and unless it is `deep`, when roused. */
  async take(ms: number, stop: AbortSignal, { deep = false } = {}): Promise<void> {
    const over = new AbortController();
    const callOff = follow(stop, over);
    if (!deep) this.#rouse = () => over.abort();
    try {
      await this.#clock.sleep(ms, over.signal);
    } catch (error) {
      if (!over.signal.aborted) throw error;
    } finally {
      this.#rouse = () => {};
      callOff();
    }
  }
}
