import type { Proposal } from '../../../../generated/opentrain/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Market } from '../market.ts';
import { type Application, apply, applyCrowd } from './applying.ts';
import { proposalView } from './proposal-view.ts';
import type { NewTrainer } from './trainers.ts';

/** What trainers do, and what people do with proposals in the app. */
export function proposalControls(market: Market) {
  const { proposals, trainers } = market;

  return {
    /**
     * One trainer applies to an open job, or a crowd does.
     *
     * @returns the proposals, as lists show them.
     * @example
     * ```ts
     * const [proposal] = sandbox.opentrain.apply(jobId, { bid: 14, score: 86 });
     * sandbox.opentrain.apply(jobId, { count: 60 });
     * ```
     */
    apply(jobId: string, wish: Application | { count: number } = {}): Proposal[] {
      const rows =
        'count' in wish ? applyCrowd(market, jobId, wish.count) : [apply(market, jobId, wish)];
      return rows.map((row) => proposalView(row, market));
    },

    /** Makes a trainer who has applied nowhere, to be invited. */
    createTrainer(options: NewTrainer = {}): { trainerId: string; slug: string } {
      const { id, slug } = trainers.create(options);
      return { trainerId: id, slug };
    },

    /** Whether employers may invite a trainer. */
    setTrainerAvailable(trainerId: string, available: boolean): void {
      trainers.setAvailable(trainerId, available);
    },

    /** Moves a proposal as the app's status selector does: anywhere but to or from `HIRED`. */
    setProposalStatus(id: string, status: string): Proposal {
      const { status: before } = proposals.require(id);
      if (before === 'HIRED' || status === 'HIRED') {
        throw new Refusal(
          409,
          'CONFLICT',
          'Only a confirmed hire makes HIRED, and nothing undoes it.',
        );
      }
      proposals.setStatus(id, status);
      return proposalView(proposals.require(id), market);
    },
  };
}
