import type { Kernel } from '../../kernel/kernel.ts';
import type { Usage } from '../money/contracts.ts';

/** Totals of one worker on one day, as an app last reported them. */
export interface UsageRow {
  /** Not the install: a customer who connects anew must not pay for the same day twice (inferred). */
  readonly appId: string;
  readonly contractId: string;
  readonly workerId: string;
  /** `2026-06-12` */
  readonly workDate: string;
  readonly seconds: number;
  readonly tasks: number;
  readonly labels: number;
  readonly externalReportId: string | null;
}

/** Whose work on which day. */
export type UsageKey = Pick<UsageRow, 'appId' | 'contractId' | 'workerId' | 'workDate'>;

/** What a report says of it; what is left out stays as it was. */
export type UsageTotals = Partial<Omit<UsageRow, keyof UsageKey>>;

/** Reported work by app, contract, worker and day. */
export class UsageBook {
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#rows = kernel.store.table('platform.usage', {
      key: (row: UsageRow) => keyOf(row),
      indexes: { contract: { on: (row) => row.contractId } },
    });
  }

  /** Everything reported on a contract, in the order of first reports. */
  of(contractId: string): UsageRow[] {
    return [...this.#rows.walk('contract', contractId)];
  }

  /** Puts totals in the place of those before. @returns what the contract's work changes by. */
  put(key: UsageKey, totals: UsageTotals): Usage {
    const id = keyOf(key);
    const before = this.#rows.get(id) ?? this.#rows.insert({ ...key, ...nothing });
    const after = this.#rows.update(id, totals);
    return {
      seconds: after.seconds - before.seconds,
      labels: after.labels - before.labels,
      tasks: after.tasks - before.tasks,
    };
  }
}

const nothing = { seconds: 0, tasks: 0, labels: 0, externalReportId: null };

function keyOf({ appId, contractId, workerId, workDate }: UsageKey): string {
  return [appId, contractId, workerId, workDate].join('|');
}
