import { countryName } from '../drafting/words/countries.ts';
import { maskName } from './mask.ts';
import type { Trainer } from './types.ts';

function publicName(trainer: Trainer) {
  const { displayName, firstName, lastNameInitial } = maskName(trainer);
  return { displayName, firstName, lastNameInitial };
}

function countryOf(trainer: Trainer) {
  const { countryCode } = trainer;
  return { countryCode, country: countryCode ? (countryName(countryCode) ?? null) : null };
}

/** A trainer's profile as `GET /freelancers/{idOrSlug}` shows it: name masked, nothing to reach the person by. */
export function publicFreelancer(trainer: Trainer) {
  const { firstName: _first, lastName: _last, highestEarningsUsd: _most, ...shown } = trainer;
  return {
    ...shown,
    ...publicName(trainer),
    ...countryOf(trainer),
    profilePath: `/profile/${trainer.profileSlug}`,
    // Profiles write `Individual` where proposals write `FREELANCER`.
    talentType: trainer.talentType === 'FREELANCER' ? 'Individual' : trainer.talentType,
    agency: null,
    workExperience: [],
    education: [],
  };
}

/** A trainer as the `candidate` of a proposal. */
export function publicCandidate(trainer: Trainer) {
  return {
    id: trainer.id,
    profileSlug: trainer.profileSlug,
    ...publicName(trainer),
    profileTitle: trainer.title,
    profilePhotoUrl: trainer.profilePhotoUrl,
    ...countryOf(trainer),
    talentType: trainer.talentType,
    highestEarningsUsd: trainer.highestEarningsUsd,
    reviewCount: trainer.stats.reviewCount,
  };
}
