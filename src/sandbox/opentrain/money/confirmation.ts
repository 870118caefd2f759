import type { Approval } from '../../../../generated/opentrain/types.ts';
import { Gated, Refusal } from '../../kernel/refusal.ts';
import { appOrigin } from '../auth/oauth.ts';
import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import type { ApprovalRow } from './approvals.ts';
import { endFundedContract } from './contract-requests.ts';
import { type Decision, hire } from './hiring.ts';
import { fundMilestone, payMilestone } from './milestone-requests.ts';

const actions: Record<
  ApprovalRow['type'],
  (
    world: World,
    approval: ApprovalRow,
    decision: Decision,
    origin: string,
  ) => NonNullable<Approval['result']>
> = {
  proposal_hire: hire,
  milestone_fund: fundMilestone,
  milestone_approve: payMilestone,
  contract_end: endFundedContract,
};

/**
 * The human confirms: the action runs, then the approval is confirmed. An action that can't run leaves
 * the approval pending (inferred), so the human may choose otherwise.
 *
 * @throws Refusal 404, 409 with the reason.
 */
export function confirm(world: World, id: string, decision: Decision = {}): ApprovalRow {
  const approval = pending(world, id);
  const result = worded(() => actions[approval.type](world, approval, decision, appOrigin));
  return world.approvals.resolve(id, 'confirmed', result);
}

/** The human declines: nothing happens. @throws Refusal 404, 409. */
export function decline(world: World, id: string): ApprovalRow {
  return world.approvals.resolve(pending(world, id).id, 'declined');
}

function pending(world: World, id: string): ApprovalRow {
  const approval = world.approvals.read(id);
  if (!approval) throw notFound('approvals', 'approvalId', id, 'approval');
  if (approval.status === 'pending') return approval;
  throw conflict('approval_not_pending', `This approval is ${approval.status}.`, {
    status: approval.status,
  });
}

/** A human has no request body: what would be an issue with one is said in plain words. */
export function worded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Gated) || error.reason.gate !== 'invalid') throw error;
    const [issue] = error.reason.issues;
    throw new Refusal(400, 'BAD_REQUEST', `${issue?.path.join('.')}: ${issue?.message}.`);
  }
}
