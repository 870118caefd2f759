import { onAbort } from './on-abort.ts';

/** Where a client takes time from. Tests hand in the sandbox's clock, so that nothing really waits. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Resolves after `ms` milliseconds.
   *
   * @throws the signal's own reason, at once, when `signal` is or becomes aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(() => {
        callOff();
        resolve();
      }, ms);
      const callOff = onAbort(signal, () => {
        callOff();
        clearTimeout(timer);
        reject(signal?.reason);
      });
    }),
};
