import type { RateLimitFacts } from '../../core/operation.ts';
import type { KernelPart } from './kernel-part.ts';

interface Window {
  /** Start of the window, milliseconds since the epoch. */
  since: number;
  count: number;
}

/** Counts calls in fixed windows, each starting with the first call it counts. */
export class RateLimiter implements KernelPart<Record<string, Window>> {
  readonly #windows = new Map<string, Window>();

  /** Counts a call. @returns seconds until the next one is allowed, or 0 when this one is. */
  hit(bucket: string, limit: RateLimitFacts, now: number): number {
    const length = limit.windowSeconds * 1000;
    const window = this.#windows.get(bucket);
    if (!window || now - window.since >= length) {
      if (this.#windows.size > 10_000) this.#dropBefore(now - length);
      this.#windows.set(bucket, { since: now, count: 1 });
      return 0;
    }
    if (window.count >= limit.requests) return Math.ceil((window.since + length - now) / 1000);
    window.count += 1;
    return 0;
  }

  snapshot(): Record<string, Window> {
    return Object.fromEntries(
      [...this.#windows].map(([bucket, window]) => [bucket, { ...window }]),
    );
  }

  restore(windows: Record<string, Window>): void {
    this.#windows.clear();
    for (const [bucket, window] of Object.entries(windows)) {
      const { since, count } = window;
      if (!Number.isFinite(since) || !Number.isInteger(count)) {
        throw new TypeError(`the calls of ${bucket} are not counted`);
      }
      this.#windows.set(bucket, { ...window });
    }
  }

  #dropBefore(time: number): void {
    for (const [bucket, { since }] of this.#windows) {
      if (since < time) this.#windows.delete(bucket);
    }
  }
}
