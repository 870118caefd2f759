import type { ContractEndResult, MilestoneCreate } from '../../../../generated/opentrain/types.ts';
import { invalid } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import type { ApprovalRow } from './approvals.ts';
import { isUnitPriced } from './budget.ts';
import { centsOf, centsTimes } from './cents.ts';
import type { ContractRow } from './contracts.ts';
import { dueDate } from './due-date.ts';
import type { MilestoneRow, NewMilestone } from './milestones.ts';

/** @throws Refusal 404, for a contract of another account too. */
export function ownContract(
  { contracts }: Pick<World, 'contracts'>,
  accountId: string,
  contractId: string,
): ContractRow {
  const contract = contracts.get(contractId);
  if (contract?.accountId === accountId) return contract;
  throw notFound('contracts', 'contractId', contractId, 'contract');
}

/** Adds an unfunded milestone. @throws Refusal 404, 409; Gated, a 400. */
export function createMilestone(
  world: World,
  accountId: string,
  contractId: string,
  body: MilestoneCreate,
): MilestoneRow {
  const contract = ownContract(world, accountId, contractId);
  requireActive(contract);
  return world.milestones.create(contract, milestoneFrom(contract, body));
}

/**
 * Ends a contract at once where no money is in escrow, else asks a human.
 *
 * @returns the request, or `undefined` when it is done.
 * @throws Refusal 404, 409.
 */
export function endContract(
  world: World,
  actor: OpenTrainActor,
  contractId: string,
): ApprovalRow | undefined {
  const { approvals, contracts, milestones } = world;
  const contract = ownContract(world, actor.accountId, contractId);
  requireActive(contract);
  const live = approvals.pending('contract_end', contractId);
  if (live) return live;
  if (milestones.funded(contractId).length === 0) {
    contracts.end(contractId);
    return undefined;
  }
  return approvals.request(actor, {
    type: 'contract_end',
    jobId: contract.jobId,
    contractId,
    milestoneId: null,
    proposalId: null,
    terms: null,
  });
}

/** Ends a contract, once a human confirmed. All money in escrow goes back (inferred). */
export function endFundedContract(
  world: World,
  { accountId, contractId }: ApprovalRow,
): ContractEndResult {
  const contract = ownContract(world, accountId, contractId ?? '');
  requireActive(contract);
  world.contracts.end(contract.id);
  for (const { id } of world.milestones.funded(contract.id)) {
    world.milestones.close(id, 'REFUNDED', 'Contract ended');
  }
  return { contractEnded: true };
}

function requireActive({ id, status }: ContractRow): void {
  if (status === 'ended') {
    throw conflict('contract_ended', 'This contract has ended.', { contractId: id });
  }
}

function milestoneFrom(contract: ContractRow, body: MilestoneCreate): NewMilestone {
  const { description, name, dueDate: due } = body;
  if (description.trim() === '') throw invalid('body', ['description'], 'Must not be empty');
  const dueOn = due === undefined ? null : dueDate(due);
  if (dueOn === undefined) throw invalid('body', ['dueDate'], 'Expected an ISO 8601 date');
  const price = isUnitPriced(contract) ? unitPrice(contract, body) : fixedPrice(body);
  if (price.amountCents < 1 || !Number.isSafeInteger(price.amountCents)) {
    throw invalid('body', [body.volume === undefined ? 'amountUsd' : 'volume'], 'Must be payable');
  }
  return { name: name?.trim() ? name : null, description, dueDate: dueOn, ...price };
}

function fixedPrice({ amountUsd }: MilestoneCreate) {
  if (amountUsd === undefined) throw invalid('body', ['amountUsd'], 'Required for a fixed price');
  return { amountCents: centsOf(amountUsd), volume: null };
}

function unitPrice({ id, rateUsd }: ContractRow, { amountUsd, volume }: MilestoneCreate) {
  if (volume === undefined) throw invalid('body', ['volume'], 'Required when paid by volume');
  if (rateUsd === null) {
    throw conflict('contract_rate_missing', 'This contract has no rate to price a volume by.', {
      contractId: id,
    });
  }
  const amountCents = centsTimes(rateUsd, volume);
  if (amountUsd !== undefined && centsOf(amountUsd) !== amountCents) {
    throw invalid('body', ['amountUsd'], "Must be the contract's rate times the volume");
  }
  return { amountCents, volume };
}
