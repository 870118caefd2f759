import type { Random } from './random.ts';
import type { CandidateBid, CrowdJob, Trainer } from './types.ts';

/** What one trainer's hour yields when a job names no price per label. */
const labelsAnHour = 120;
const hoursOfAJob = 40;

/**
 * Draws what a trainer asks for: around the job's own rate, else around what the trainer usually
 * earns. Hourly bids are in whole quarters of a dollar, fixed ones in tens.
 */
export function drawBid(random: Random, job: CrowdJob, trainer: Trainer): CandidateBid {
  const hourly = trainer.hourlyRateUsd ?? 10;
  const factor = 0.85 + random() * 0.4;
  switch (job.paymentType) {
    case 'PAY_PER_LABEL': {
      const price = (job.pricePerLabel || hourly / labelsAnHour) * factor;
      return { amountUsd: significant(price), unit: 'PER_LABEL', labelerHourlyRateUsd: null };
    }
    case 'FIXED_PRICE': {
      const price = (job.fixedPrice || hourly * hoursOfAJob) * factor;
      const amountUsd = price < 100 ? Math.ceil(price) : Math.round(price / 10) * 10;
      return { amountUsd, unit: 'FIXED_PRICE', labelerHourlyRateUsd: null };
    }
    default: {
      const price = (job.pricePerHour || hourly) * factor;
      const amountUsd = Math.max(0.25, Math.round(price * 4) / 4);
      return { amountUsd, unit: 'PER_HOUR', labelerHourlyRateUsd: trainer.hourlyRateUsd };
    }
  }
}

/** Two figures are enough for cents a label; never nothing. */
function significant(price: number): number {
  return Number(Math.max(price, 0.0001).toPrecision(2));
}
