import type { Market } from '../market.ts';
import { type Seeding, seedJobs } from './seed.ts';

/** Moderation, and a marketplace that is not empty. */
export function jobControls(market: Market) {
  const { jobs } = market;

  return {
    /** Makes moderation refuse a job, from its next publish or edit on. */
    blockModeration(jobId: string, reasons: readonly string[] = ['content_policy']): void {
      jobs.moderate(jobId, { decision: 'block', reasons: [...reasons] });
    },

    /** Makes moderation let a job pass whatever it says. */
    allowModeration(jobId: string): void {
      jobs.moderate(jobId, { decision: 'allow' });
    },

    /**
     * Fills the marketplace at once.
     *
     * @example
     * ```ts
     * sandbox.opentrain.seedJobs(10_000);
     * ```
     */
    seedJobs: (count: number, options: Seeding = {}) => seedJobs(market, count, options),
  };
}
