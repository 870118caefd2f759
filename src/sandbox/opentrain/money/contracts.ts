import type { Page } from '../../kernel/table.ts';
import type { World } from '../world.ts';
import { budgetOf } from './budget.ts';

/** Work reported on a contract, in total. */
export interface Usage {
  readonly seconds: number;
  readonly labels: number;
  readonly tasks: number;
}

/** A contract as stored. */
export interface ContractRow {
  readonly id: string;
  readonly accountId: string;
  readonly jobId: string;
  readonly proposalId: string;
  /** User id of the trainer. */
  readonly trainerId: string;
  readonly title: string;
  readonly status: 'active' | 'ended';
  readonly paymentType: string | null;
  /** Dollars per hour or label, which may be less than a cent; or the fixed price. */
  readonly rateUsd: number | null;
  readonly estimatedTotalCents: number;
  readonly estimatedVolume: number | null;
  readonly conversationId: string;
  readonly usage: Usage;
  readonly lastUsageAt: string | null;
  /** The last state that was told. */
  readonly budgetState: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly endedAt: string | null;
}

/** What a hire makes a contract from. */
export type NewContract = Pick<
  ContractRow,
  | 'accountId'
  | 'jobId'
  | 'proposalId'
  | 'trainerId'
  | 'title'
  | 'paymentType'
  | 'rateUsd'
  | 'estimatedTotalCents'
  | 'estimatedVolume'
  | 'conversationId'
>;

/** Agreements with hired trainers. */
export class Contracts {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.contracts', {
      key: (row: ContractRow) => row.id,
      indexes: {
        account: { on: (row) => row.accountId },
        job: { on: (row) => row.jobId },
        proposal: { on: (row) => row.proposalId },
      },
    });
  }

  /** A new id, for what must name a contract before there is one. */
  newId(): string {
    return this.#world.kernel.random.stream('opentrain.contracts').id('ctr_');
  }

  get(id: string): ContractRow | undefined {
    return this.#rows.get(id);
  }

  /** The contract that a proposal led to. */
  byProposal(proposalId: string): ContractRow | undefined {
    return this.#rows.first('proposal', proposalId);
  }

  /** Newest first. */
  list(accountId: string): ContractRow[] {
    return [...this.#rows.walk('account', accountId, 'newest')];
  }

  /** The same, by the page. */
  page(accountId: string, limit: number, after?: string): Page<ContractRow> {
    return this.#rows.page({ index: 'account', key: accountId, limit, after });
  }

  /** Contracts of one job, newest first. */
  ofJob(jobId: string): ContractRow[] {
    return [...this.#rows.walk('job', jobId, 'newest')];
  }

  create(id: string, contract: NewContract): ContractRow {
    const { clock } = this.#world.kernel;
    const now = clock.iso();
    const row = this.#rows.insert({
      id,
      ...contract,
      status: 'active',
      usage: { seconds: 0, labels: 0, tasks: 0 },
      lastUsageAt: null,
      budgetState: 'OK',
      createdAt: now,
      updatedAt: now,
      endedAt: null,
    });
    const { accountId, jobId, proposalId } = row;
    this.#world.events.emit(accountId, 'contract.created', {
      resourceId: id,
      jobId,
      data: { contractId: id, jobId, proposalId },
    });
    for (const watcher of this.#world.watchers) watcher.started(row);
    return row;
  }

  /** Ends a contract; no event of the Public API tells of it. */
  end(id: string): ContractRow {
    const endedAt = this.#world.kernel.clock.iso();
    const row = this.#rows.update(id, { status: 'ended', endedAt, updatedAt: endedAt });
    for (const watcher of this.#world.watchers) watcher.ended(row);
    return row;
  }

  /** Notes that something about a contract changed. */
  touch(id: string): ContractRow {
    return this.#rows.update(id, { updatedAt: this.#world.kernel.clock.iso() });
  }

  /** Adds reported work; a correction may be negative, totals never are. */
  recordUsage(id: string, work: Partial<Usage>): ContractRow {
    const now = this.#world.kernel.clock.iso();
    this.#rows.update(id, ({ usage }) => ({
      usage: {
        seconds: Math.max(0, usage.seconds + (work.seconds ?? 0)),
        labels: Math.max(0, usage.labels + (work.labels ?? 0)),
        tasks: Math.max(0, usage.tasks + (work.tasks ?? 0)),
      },
      lastUsageAt: now,
      updatedAt: now,
    }));
    return this.noticeBudget(id);
  }

  /** Tells when the budget moved to another state, which an ended contract's doesn't. */
  noticeBudget(id: string): ContractRow {
    const { events, milestones, watchers } = this.#world;
    const contract = this.#rows.get(id) as ContractRow;
    const { state, paymentType, fundedVolume, consumedVolume, remainingVolume, consumedFraction } =
      budgetOf(contract, milestones.of(id));
    const previousState = contract.budgetState;
    if (contract.status === 'ended' || state === previousState) return contract;
    events.emit(contract.accountId, 'contract.budget_state_changed', {
      resourceId: id,
      jobId: contract.jobId,
      data: {
        contractId: id,
        previousState,
        state,
        paymentType,
        fundedVolume,
        consumedVolume,
        remainingVolume,
        consumedFraction,
      },
    });
    const moved = this.#rows.update(id, { budgetState: state });
    for (const watcher of watchers) watcher.budgetMoved(moved, previousState, state);
    return moved;
  }
}
