import type { ContractRow } from './money/contracts.ts';
import type { MilestoneRow } from './money/milestones.ts';

/** Hears what happens to contracts, once it has happened. What it does never stops it. */
export interface ContractWatcher {
  started(contract: ContractRow): void;
  ended(contract: ContractRow): void;
  /** A milestone's money came into escrow. */
  funded(milestone: MilestoneRow): void;
  /** The budget of an active contract moved to another state, up or down. */
  budgetMoved(contract: ContractRow, from: string, to: string): void;
}
