import type { FreelancerResponse } from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { publicFreelancer } from '../crowd/projection.ts';
import type { Market } from '../market.ts';

/** Trainers' public profiles. */
export function freelancerHandlers({ trainers }: Market) {
  const get: Handler<OpenTrainActor> = ({ params }) => {
    const trainer = trainers.shown(params.idOrSlug ?? '');
    if (!trainer) throw new Refusal(404, 'NOT_FOUND', 'No such trainer.');
    const freelancer = publicFreelancer(trainer.person);
    return reply(200, { freelancer } satisfies FreelancerResponse);
  };
  return { 'freelancers.get': get };
}
