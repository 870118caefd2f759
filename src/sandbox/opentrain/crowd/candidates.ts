import { drawBid } from './bid.ts';
import { drawCover } from './cover.ts';
import { fitOf } from './fit.ts';
import { drawInterview } from './interview.ts';
import { between, chance, type Random } from './random.ts';
import { drawTrainer } from './trainer.ts';
import type { CrowdCandidate, CrowdJob } from './types.ts';

/** Which share of applicants has taken the AI interview. */
const interviewed = 0.8;

/**
 * Draws the people who apply for a job. The same random numbers give the same crowd.
 *
 * @param random numbers from 0 up to 1
 * @param job the job's fields
 * @param count how many apply
 * @param options.now epoch milliseconds, for dates in profiles; a fixed day in 2026 by default
 * @param options.taken profile slugs in use, kept up to date
 * @example candidates(random, { languages: ['Spanish'], labelTypes: ['BOUNDING_BOX'] }, 5)
 */
export function candidates(
  random: Random,
  job: CrowdJob,
  count: number,
  options: { now?: number; taken?: Set<string> } = {},
): CrowdCandidate[] {
  const now = options.now ?? Date.UTC(2026, 0, 5);
  const taken = options.taken ?? new Set<string>();
  let appliesAfterMinutes = 0;
  return Array.from({ length: count }, () => {
    appliesAfterMinutes += between(random, 4, 180);
    return { ...drawCandidate(random, job, now, taken), appliesAfterMinutes };
  });
}

function drawCandidate(
  random: Random,
  job: CrowdJob,
  now: number,
  taken: Set<string>,
): Omit<CrowdCandidate, 'appliesAfterMinutes'> {
  // The root pulls the crowd towards people who fit: strangers to the work seldom apply.
  const aptitude = Math.sqrt(random());
  const trainer = drawTrainer(random, job, { aptitude, now, taken });
  const fit = fitOf(trainer, job);
  const matchScore = Number(clamp(0.1 + 0.85 * fit + noise(random, 0.05), 0, 0.99).toFixed(2));
  const talks = chance(random, interviewed);
  const score = Math.round(clamp(22 + 70 * fit + noise(random, 9), 0, 100));
  const checked = chance(random, 0.75);
  return {
    trainer,
    bid: drawBid(random, job, trainer),
    matchScore,
    interviewScore: talks ? score : null,
    cover: drawCover(random, job, trainer),
    interview: talks ? drawInterview(random, job, trainer, { score }) : null,
    location: checked
      ? {
          status: chance(random, 0.92) ? 'PASSED' : 'FAILED',
          method: chance(random, 0.8) ? 'GPS' : 'IP',
        }
      : null,
  };
}

function noise(random: Random, size: number): number {
  return (random() * 2 - 1) * size;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
