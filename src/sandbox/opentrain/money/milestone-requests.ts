import type {
  MilestoneApproveResult,
  MilestoneFundResult,
} from '../../../../generated/opentrain/types.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import type { ApprovalRow } from './approvals.ts';
import { fundingCharge } from './charges.ts';
import type { ContractRow } from './contracts.ts';
import type { Decision } from './hiring.ts';
import type { MilestoneRow } from './milestones.ts';
import { paymentSource } from './payment-source.ts';

interface Owned {
  contract: ContractRow;
  milestone: MilestoneRow;
}

/** Asks a human to fund a milestone. @throws Refusal 404, 409. */
export function requestFunding(
  world: World,
  actor: OpenTrainActor,
  milestoneId: string,
  origin: string,
): ApprovalRow {
  const { approvals, invoices } = world;
  const { contract, milestone } = ownMilestone(world, actor.accountId, milestoneId);
  requireFundable(contract, milestone);
  const live = approvals.pending('milestone_fund', milestoneId);
  if (live) return live;
  const { totalCents: chargeCents } = fundingCharge(world.kernel.limit, milestone.amountCents);
  // The pages ask for a payment method; that credits will do as well is inferred.
  paymentSource(world, { accountId: actor.accountId, chargeCents, origin });
  const approval = approvals.request(actor, subject('milestone_fund', contract, milestone));
  invoices.requestFunding(contract, milestone);
  return approval;
}

/** Puts a milestone's money in escrow, once a human confirmed. */
export function fundMilestone(
  world: World,
  { accountId, milestoneId }: ApprovalRow,
  { source }: Decision,
  origin: string,
): MilestoneFundResult {
  const { credits, invoices, kernel, milestones } = world;
  const { contract, milestone } = ownMilestone(world, accountId, milestoneId ?? '');
  requireFundable(contract, milestone);
  const { totalCents: chargeCents } = fundingCharge(kernel.limit, milestone.amountCents);
  const payer = paymentSource(world, { accountId, chargeCents, origin }, source);
  const references = {
    proposalId: contract.proposalId,
    contractId: contract.id,
    milestoneId: milestone.id,
  };
  const hold = payer === 'credits' ? credits.hold(accountId, chargeCents, references) : undefined;
  const { id: invoiceId } = invoices.fund(contract, milestone);
  const holdEntryId = hold?.id ?? null;
  milestones.fund(milestone.id, { source: payer, chargeCents, holdEntryId, invoiceId });
  if (payer === 'credits') return { invoiceId };
  return { invoiceId, paymentIntentId: kernel.random.stream('opentrain.payments').id('pi_') };
}

/** Asks a human to pay a milestone out. @throws Refusal 404, 409. */
export function requestPayment(
  world: World,
  actor: OpenTrainActor,
  milestoneId: string,
): ApprovalRow {
  const { contract, milestone } = ownMilestone(world, actor.accountId, milestoneId);
  requirePayable(contract, milestone);
  return (
    world.approvals.pending('milestone_approve', milestoneId) ??
    world.approvals.request(actor, subject('milestone_approve', contract, milestone))
  );
}

/** Pays the trainer, once a human confirmed. */
export function payMilestone(
  world: World,
  { accountId, milestoneId }: ApprovalRow,
): MilestoneApproveResult {
  const { contract, milestone } = ownMilestone(world, accountId, milestoneId ?? '');
  requirePayable(contract, milestone);
  const { id: invoiceId } = world.invoices.payOut(contract, milestone);
  world.milestones.pay(milestone.id);
  const payoutTransactionId = world.kernel.random.stream('opentrain.payments').id('po_');
  return { invoiceId, payoutTransactionId };
}

function ownMilestone(world: World, accountId: string, milestoneId: string): Owned {
  const milestone = world.milestones.get(milestoneId);
  const contract = milestone && world.contracts.get(milestone.contractId);
  if (!milestone || contract?.accountId !== accountId) {
    throw notFound('milestones', 'milestoneId', milestoneId, 'milestone');
  }
  return { contract, milestone };
}

/** Only `milestone_not_fundable` is documented; the other two are inferred. */
function requireFundable(contract: ContractRow, { id, status }: MilestoneRow): void {
  requireActive(contract);
  if (status === 'CANCELLED') throw cancelled(id, status);
  if (status === 'NOT_FUNDED') return;
  throw conflict('milestone_not_fundable', 'Only a milestone that is NOT_FUNDED can be funded.', {
    milestoneId: id,
    status,
    requiredStatus: 'NOT_FUNDED',
  });
}

/** Only `milestone_not_funded` is documented; the others are inferred. */
function requirePayable(contract: ContractRow, { id, status }: MilestoneRow): void {
  requireActive(contract);
  if (status === 'CANCELLED' || status === 'REFUNDED') throw cancelled(id, status);
  if (status === 'PAID') {
    throw conflict('milestone_already_paid', 'This milestone is paid already.', {
      milestoneId: id,
      status,
    });
  }
  if (status === 'ACTIVE_FUNDED') return;
  throw conflict('milestone_not_funded', 'Only a funded milestone can be paid out.', {
    milestoneId: id,
    status,
    requiredStatus: 'ACTIVE_FUNDED',
  });
}

function requireActive({ id, status }: ContractRow): void {
  if (status === 'ended') {
    throw conflict('contract_ended', 'This contract has ended.', { contractId: id });
  }
}

function cancelled(milestoneId: string, status: string) {
  return conflict('milestone_cancelled', 'This milestone was called off.', { milestoneId, status });
}

function subject(
  type: 'milestone_fund' | 'milestone_approve',
  contract: ContractRow,
  milestone: MilestoneRow,
) {
  return {
    type,
    jobId: contract.jobId,
    contractId: contract.id,
    milestoneId: milestone.id,
    proposalId: null,
    terms: null,
  } as const;
}
