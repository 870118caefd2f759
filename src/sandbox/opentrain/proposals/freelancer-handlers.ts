import type { Freelancer, FreelancerResponse } from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';
import { maskedName } from './masked-name.ts';
import type { TrainerRow } from './trainers.ts';

/** Trainers' public profiles. */
export function freelancerHandlers({ trainers }: Market) {
  const get: Handler<OpenTrainActor> = ({ params }) => {
    const idOrSlug = params.idOrSlug ?? '';
    const trainer = trainers.get(idOrSlug) ?? trainers.bySlug(idOrSlug);
    if (!trainer?.registered) throw new Refusal(404, 'NOT_FOUND', 'No such trainer.');
    return reply(200, { freelancer: freelancerView(trainer) } satisfies FreelancerResponse);
  };
  return { 'freelancers.get': get };
}

function freelancerView(trainer: TrainerRow): Freelancer {
  const { id, slug, countryCode, country, createdAt } = trainer;
  const { highestEarningsUsd: _, memberSince, ...profile } = trainer.profile;
  const { slug: _own, ...name } = maskedName(trainer.firstName, trainer.lastName);
  return {
    id,
    profileSlug: slug,
    profilePath: `/profile/${slug}`,
    ...name,
    talentType: 'Individual',
    countryCode,
    country,
    profilePhotoUrl: null,
    ...profile,
    memberSince: memberSince ?? createdAt,
    agency: null,
    workExperience: [],
    education: [],
  };
}
