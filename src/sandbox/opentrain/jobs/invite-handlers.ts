import type { JobInvite, JobInviteCreate } from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';
import { conflict } from '../refusals.ts';
import { ownJob } from './own-job.ts';

/** Inviting trainers. An invite is a proposal, and opens its thread. */
export function inviteHandlers(market: Market) {
  const { accounts, trainers, proposals, conversations } = market;

  const invite: Handler<OpenTrainActor, JobInviteCreate> = ({
    actor,
    params,
    body: { freelancerId },
  }: Call<OpenTrainActor, JobInviteCreate>) => {
    const job = ownJob(market, actor, params.id);
    if (job.status !== 'OPEN') {
      throw conflict('job_not_published', 'Trainers are invited to published jobs only.');
    }
    const trainer = trainers.get(freelancerId);
    if (!trainer?.registered) {
      if (!accounts.byOwner(freelancerId)) {
        throw new Refusal(404, 'NOT_FOUND', 'No such user.', { details: { freelancerId } });
      }
      throw conflict('not_a_freelancer', 'This user is not a trainer.');
    }
    const existing = proposals.between(job.id, trainer.id);
    if (!existing && !trainer.available) {
      throw conflict('freelancer_unavailable', "This trainer can't be invited now.");
    }
    const proposal = existing ?? proposals.invite(job, trainer.id);
    if (!existing) conversations.openForProposal(proposal);
    return reply(existing ? 200 : 201, {
      ok: true,
      proposalId: proposal.id,
      jobId: job.id,
      freelancerId,
      alreadyInvited: existing !== undefined,
    } satisfies JobInvite);
  };

  return { 'jobs.invite': invite };
}
