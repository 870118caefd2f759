import type {
  HireMilestone,
  HireRequest,
  HireResult,
} from '../../../../generated/opentrain/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { conflict, notFound } from '../refusals.ts';
import type { JobFacts, ProposalFacts, World } from '../world.ts';
import type { ApprovalRow } from './approvals.ts';
import { isUnitPriced } from './budget.ts';
import { usdOf } from './cents.ts';
import { hireCharge } from './charges.ts';
import { changedTerms, type HireTerms, hireTerms, sameTerms } from './hire-terms.ts';
import { type PaymentSource, paymentSource } from './payment-source.ts';

/** What a human may decide when confirming. */
export interface Decision {
  /** What pays. Default: the card if there is one, else credits. */
  source?: PaymentSource;
  /** Changes to a hire's first milestone, which win over what was asked for. */
  milestone?: Partial<HireMilestone>;
}

/**
 * Asks a human to confirm a hire. The same terms again are the same request; others replace it.
 *
 * @throws Refusal 403 for another account's job (inferred), 404, 409.
 */
export function requestHire(
  world: World,
  actor: OpenTrainActor,
  proposalId: string,
  { milestone, confirmNotAFit = false }: HireRequest,
  origin: string,
): ApprovalRow {
  const { accountId } = actor;
  const terms = hireTerms(milestone);
  const { proposal, job } = ownProposal(world, accountId, proposalId);
  requireHireable(world, proposal, confirmNotAFit);
  const live = world.approvals.pending('proposal_hire', proposalId);
  if (live?.terms && sameTerms(live.terms, terms)) return live;
  const { totalCents: chargeCents } = hireCharge(world.kernel.limit, terms.amountCents);
  paymentSource(world, { accountId, chargeCents, origin });
  // What a superseded request turns into is not documented.
  if (live) world.approvals.resolve(live.id, 'expired');
  return world.approvals.request(actor, {
    type: 'proposal_hire',
    jobId: job.id,
    proposalId,
    contractId: null,
    milestoneId: null,
    terms,
  });
}

/**
 * Hires, once a human confirmed: contract, first milestone in escrow, conversation. Checks everything
 * before it changes anything.
 */
export function hire(
  world: World,
  { accountId, proposalId, terms }: ApprovalRow,
  { source, milestone }: Decision,
  origin: string,
): HireResult {
  const { proposal, job } = ownProposal(world, accountId, proposalId ?? '');
  // Whoever confirms sees the status: a mark of Not a fit does not stop them.
  requireHireable(world, proposal, true);
  const agreed = changedTerms(terms as HireTerms, milestone);
  const { totalCents: chargeCents } = hireCharge(world.kernel.limit, agreed.amountCents);
  const payer = paymentSource(world, { accountId, chargeCents, origin }, source);

  const { contracts, conversations, credits, invoices, milestones, proposals } = world;
  const contractId = contracts.newId();
  const milestoneId = milestones.newId();
  const references = { proposalId: proposal.id, contractId, milestoneId };
  const hold = payer === 'credits' ? credits.hold(accountId, chargeCents, references) : undefined;
  proposals.setStatus(proposal.id, 'HIRED');
  const { amountCents } = agreed;
  const pricing = pricingOf(job, proposal, amountCents);
  const contract = contracts.create(contractId, {
    accountId,
    jobId: job.id,
    proposalId: proposal.id,
    trainerId: proposal.trainerId,
    title: job.title,
    ...pricing,
    estimatedTotalCents: amountCents,
    conversationId: conversations.openForJob(job.id, proposal.id),
  });
  const { id: invoiceId } = invoices.fund(contract, { id: milestoneId, amountCents });
  milestones.create(
    contract,
    { ...agreed, volume: pricing.estimatedVolume },
    {
      id: milestoneId,
      funding: { source: payer, chargeCents, holdEntryId: hold?.id ?? null, invoiceId },
    },
  );
  return { hired: true, contractId, jobId: job.id, freelancerUserId: proposal.trainerId };
}

function ownProposal(
  { proposals, jobs }: World,
  accountId: string,
  proposalId: string,
): { proposal: ProposalFacts; job: JobFacts } {
  const proposal = proposals.get(proposalId);
  const job = proposal && jobs.get(proposal.jobId);
  if (!proposal || !job) throw notFound('proposals', 'proposalId', proposalId, 'proposal');
  if (job.accountId !== accountId) {
    throw new Refusal(403, 'FORBIDDEN', 'This proposal is for a job of another account.');
  }
  return { proposal, job };
}

/** The reasons are spelled by inference. */
function requireHireable(
  { trainers }: World,
  { id, status, trainerId }: ProposalFacts,
  confirmNotAFit: boolean,
): void {
  const refuse = (reason: string, message: string) => {
    throw conflict(reason, message, { proposalId: id, status });
  };
  if (status === 'HIRED') refuse('already_hired', 'This proposal led to a hire already.');
  if (!trainers.get(trainerId)?.registered) {
    refuse('proposal_not_hireable', 'Nobody has signed up for this proposal yet.');
  }
  if (status === 'NOT_A_FIT' && !confirmNotAFit) {
    refuse('proposal_not_a_fit', 'This proposal is marked Not a fit: send confirmNotAFit.');
  }
}

/** The bid is the rate; without one a fixed price is what its first milestone costs. */
function pricingOf(job: JobFacts, { bidAmountUsd }: ProposalFacts, amountCents: number) {
  const { paymentType } = job;
  if (!isUnitPriced(job)) {
    return { paymentType, rateUsd: bidAmountUsd ?? usdOf(amountCents), estimatedVolume: null };
  }
  const volume = bidAmountUsd ? usdOf(amountCents) / bidAmountUsd : null;
  const estimatedVolume = volume === null ? null : Number(volume.toFixed(4));
  return { paymentType, rateUsd: bidAmountUsd, estimatedVolume };
}
