import type { Freelancer } from '../../../../generated/opentrain/types.ts';

/** What a trainer's profile says beyond name and country. */
export interface TrainerProfile
  extends Pick<
    Freelancer,
    | 'title'
    | 'bio'
    | 'city'
    | 'hourlyRateUsd'
    | 'availability'
    | 'expertiseLevel'
    | 'englishLevel'
    | 'identityVerified'
    | 'skills'
    | 'languages'
    | 'stats'
    | 'labelExperience'
    | 'reviews'
  > {
  /** When the trainer joined; with the first proposal when `null`. */
  readonly memberSince: string | null;
  readonly highestEarningsUsd: number | null;
}
