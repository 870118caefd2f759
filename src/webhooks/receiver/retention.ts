import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

/** How long an inbox remembers what was done, unless told otherwise. */
export const week = 7 * 24 * 60 * 60 * 1000;

/** Refuses a retention that would forget at once, or that no store can count to. */
export function checkRetention(retentionMs: number): void {
  if (!(retentionMs >= 1 && retentionMs <= Number.MAX_SAFE_INTEGER)) {
    throw new InvalidArgumentError('retentionMs', 'milliseconds, 1 or more.');
  }
}
