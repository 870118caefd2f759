import { Refusal } from '../../kernel/refusal.ts';
import { appOrigin } from '../auth/oauth.ts';
import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import { approvalView } from './approvals.ts';
import { confirm, decline } from './confirmation.ts';
import { contractDetailView } from './contract-view.ts';
import type { Usage } from './contracts.ts';
import type { Decision } from './hiring.ts';
import { type MilestoneRow, milestoneView } from './milestones.ts';
import { topUpView } from './top-ups.ts';

/** The human's and the trainer's side of money, for `sandbox.opentrain`. */
export function moneyControls(world: World) {
  const milestoneIn = (id: string, ...statuses: MilestoneRow['status'][]): MilestoneRow => {
    const milestone = world.milestones.get(id);
    if (!milestone) throw notFound('milestones', 'milestoneId', id, 'milestone');
    const { status } = milestone;
    if (statuses.includes(status)) return milestone;
    throw conflict(
      'milestone_status',
      `This milestone is ${status}, not ${statuses.join(' or ')}.`,
      {
        status,
      },
    );
  };
  const view = (milestone: MilestoneRow) => milestoneView(milestone, world);

  return {
    approvals: {
      /**
       * Confirms as the signed-in human would, and runs the action.
       *
       * @example
       * ```ts
       * sandbox.opentrain.approvals.confirm(approvalId, { source: 'credits' });
       * ```
       */
      confirm: (id: string, decision: Decision = {}) =>
        approvalView(confirm(world, id, decision), appOrigin),
      decline: (id: string) => approvalView(decline(world, id), appOrigin),
      /** Everything asked for by an account, newest first. */
      list: (accountId: string) =>
        world.approvals.list(accountId).map((row) => approvalView(row, appOrigin)),
    },

    /** The human pays on the checkout page. */
    completeTopUp: (id: string) => topUpView(world.topUps.complete(id)),

    /** The human leaves the checkout page unpaid. */
    cancelTopUp: (id: string) => topUpView(world.topUps.cancel(id)),

    /** The vendor corrects a balance, in whole cents and either way. */
    adjustCredits(accountId: string, cents: number, note = 'Adjusted in the sandbox') {
      if (!world.accounts.get(accountId)) {
        throw notFound('accounts', 'accountId', accountId, 'account');
      }
      const { availableCents } = world.credits.balance(accountId);
      if (!Number.isSafeInteger(cents) || availableCents + cents < 0) {
        throw new Refusal(400, 'BAD_REQUEST', 'Give whole cents that leave nobody below zero.');
      }
      world.credits.adjust(accountId, cents, note);
      return world.credits.balance(accountId);
    },

    /** The trainer marks a funded milestone complete and asks for payout. */
    requestPayout(milestoneId: string) {
      milestoneIn(milestoneId, 'ACTIVE_FUNDED');
      return view(world.milestones.requestReview(milestoneId));
    },

    /** The trainer's payout arrives. */
    completePayout(milestoneId: string): void {
      if (world.invoices.completePayout(milestoneId)) return;
      throw conflict('no_payout', 'No payout of this milestone is under way.', { milestoneId });
    },

    /** Calls a milestone off in the app; money in escrow goes back. */
    cancelMilestone(milestoneId: string) {
      milestoneIn(milestoneId, 'NOT_FUNDED', 'ACTIVE_FUNDED');
      return view(world.milestones.close(milestoneId, 'CANCELLED', 'Milestone cancelled'));
    },

    /** Support gives a milestone's money back, also after it was paid out. */
    refundMilestone(milestoneId: string) {
      milestoneIn(milestoneId, 'ACTIVE_FUNDED', 'PAID');
      return view(world.milestones.close(milestoneId, 'REFUNDED', 'Refunded by support'));
    },

    /** The trainer worked: adds to what was reported before. */
    reportWork(contractId: string, work: Partial<Usage>) {
      const contract = world.contracts.get(contractId);
      if (!contract) throw notFound('contracts', 'contractId', contractId, 'contract');
      const amounts = Object.values(work ?? {});
      if (
        amounts.length === 0 ||
        !amounts.every((amount) => Number.isFinite(amount) && amount >= 0)
      ) {
        throw new Refusal(400, 'BAD_REQUEST', 'Give seconds, labels or tasks, none below zero.');
      }
      return contractDetailView(world.contracts.recordUsage(contractId, work), world).budget;
    },
  };
}
