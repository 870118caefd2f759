import type { Kernel } from '../../kernel/kernel.ts';

/** The latest thing that happened to a published job. */
export interface ChangeRow {
  readonly jobId: string;
  readonly eventType: 'PUBLISHED' | 'UPDATED' | 'CLOSED';
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The marketplace's change feed: one entry a job. */
export class Changes {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.jobChanges', {
      key: (change: ChangeRow) => change.jobId,
      indexes: { time: { on: () => '', sort: (change) => change.at } },
    });
  }

  record(jobId: string, eventType: ChangeRow['eventType'], at = this.#kernel.clock.now()): void {
    const change = { jobId, eventType, at };
    if (this.#table.get(jobId)) this.#table.update(jobId, change);
    else this.#table.insert(change);
  }

  /** Changes at or after a moment, oldest first, and whether there are more. */
  since(time: number, limit: number): { changes: ChangeRow[]; full: boolean } {
    const after = { sort: time, seq: -1 };
    const page = this.#table.page({ index: 'time', key: '', order: 'oldest', limit, after });
    return { changes: page.rows, full: page.nextCursor !== null };
  }
}
