import type { Budget, UsageEntry } from '../../generated/platform/types.ts';

/** What became of one entry of a usage report. */
export interface UsageOutcome {
  /** The entry as it was given, at the same place of the list. */
  entry: UsageEntry;
  /**
   * - `accepted`: stored.
   * - `unconfirmed`: sent, and nothing tells whether it was stored: the answer was lost, or counted
   *   fewer entries than its batch has.
   * - `refused`: its batch was refused.
   * - `unsent`: never sent, since a batch before it failed.
   */
  status: 'accepted' | 'unconfirmed' | 'refused' | 'unsent';
}

/** What became of a usage report. */
export interface UsageReported {
  contractId: string;
  /** How many entries the platform says it stored. */
  accepted: number;
  /** What became of each entry, in the order given: `accepted`, or exceptionally `unconfirmed`. */
  entries: UsageOutcome[];
  /** The budget after the last entry. */
  budget: Budget;
}
