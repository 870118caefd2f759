import type { Budget, UsageEntry } from '../../generated/platform/types.ts';
import { TrainyardError } from '../core/trainyard-error.ts';
import type { UsageOutcome } from './usage-outcome.ts';

/**
 * A usage report of several batches failed at one of them; `cause` is that call's own error. What
 * stands stays, and to report `remaining` (or everything) again is safe.
 *
 * @example
 * ```ts
 * const entries = [{ workDate: '2026-06-12', totalSeconds: 25_200, labelsCompleted: 912 }];
 * try {
 *   await platform.contracts.reportUsage(contractId, entries);
 * } catch (error) {
 *   if (error instanceof UsageReportError) await queue.add(contractId, error.remaining);
 *   else throw error;
 * }
 * ```
 */
export class UsageReportError extends TrainyardError {
  static override readonly className: string = 'UsageReportError';
  readonly contractId: string;
  /** How many entries the platform says it stored. */
  readonly accepted: number;
  /** The budget after the last batch that went through, if one did. */
  readonly budget: Budget | undefined;
  /** What became of each entry, in the order given. */
  readonly entries: readonly UsageOutcome[];
  /** True when some of the entries stand, or may. */
  override readonly mayHaveHappened: boolean;

  constructor(
    contractId: string,
    reported: { accepted: number; budget: Budget | undefined; entries: readonly UsageOutcome[] },
    cause: unknown,
  ) {
    const { entries } = reported;
    const parts = (['accepted', 'unconfirmed', 'refused', 'unsent'] as const).flatMap((status) => {
      const places = ranges(entries, status);
      return places ? [`${status}: ${places}`] : [];
    });
    super(
      `Not all of the usage of contract ${contractId} was reported. Entries ${parts.join('; ')}. Report the rest again, which is safe: error.remaining. ${(cause as Error).message}`,
      { cause },
    );
    this.contractId = contractId;
    this.accepted = reported.accepted;
    this.budget = reported.budget;
    this.entries = entries;
    this.mayHaveHappened = entries.some(({ status }) => /^(accepted|unconfirmed)$/.test(status));
    // Not enumerable: a logged error stays readable.
    Object.defineProperty(this, 'entries', { enumerable: false });
  }

  /** The entries that are not known to stand, in the order given. */
  get remaining(): UsageEntry[] {
    return this.entries.filter(({ status }) => status !== 'accepted').map(({ entry }) => entry);
  }
}

/** The places of a status as `0–99, 200–249`. */
function ranges(entries: readonly UsageOutcome[], wanted: UsageOutcome['status']): string {
  const found: string[] = [];
  let first = 0;
  entries.forEach(({ status }, index) => {
    if (status !== wanted) return;
    if (entries[index - 1]?.status !== wanted) first = index;
    if (entries[index + 1]?.status !== wanted) {
      found.push(first === index ? `${index}` : `${first}–${index}`);
    }
  });
  return found.join(', ');
}
