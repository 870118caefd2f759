import type { Milestone, MilestoneStatus } from '../../../../generated/opentrain/types.ts';
import type { World } from '../world.ts';
import { usdOf } from './cents.ts';
import type { ContractRow } from './contracts.ts';
import type { PaymentSource } from './payment-source.ts';

/** How a milestone was paid into escrow. */
export interface Funding {
  readonly source: PaymentSource;
  /** Fees included. */
  readonly chargeCents: number;
  /** The hold, where credits paid. */
  readonly holdEntryId: string | null;
  readonly invoiceId: string;
}

/** A milestone as stored. */
export interface MilestoneRow {
  readonly id: string;
  readonly contractId: string;
  readonly name: string | null;
  readonly description: string | null;
  /** The last three are spelled by inference. */
  readonly status: 'NOT_FUNDED' | 'ACTIVE_FUNDED' | 'PAID' | 'REFUNDED' | 'CANCELLED';
  readonly amountCents: number;
  readonly volume: number | null;
  readonly number: number;
  readonly dueDate: string | null;
  /** Whether the trainer asked for payout. */
  readonly needsReview: boolean;
  readonly funding: Funding | null;
  readonly createdAt: string;
}

/** What a new milestone is made from. */
export type NewMilestone = Pick<
  MilestoneRow,
  'name' | 'description' | 'amountCents' | 'volume' | 'dueDate'
>;

const hidden: readonly MilestoneStatus[] = ['REFUNDED', 'CANCELLED'];

/** The priced pieces of contracts. */
export class Milestones {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.milestones', {
      key: (row: MilestoneRow) => row.id,
      indexes: { contract: { on: (row) => row.contractId, sort: (row) => row.number } },
    });
  }

  /** A new id, for what must name a milestone before there is one. */
  newId(): string {
    return this.#world.kernel.random.stream('opentrain.milestones').id('mls_');
  }

  get(id: string): MilestoneRow | undefined {
    return this.#rows.get(id);
  }

  all(): Iterable<MilestoneRow> {
    return this.#rows.all();
  }

  /** All of a contract, first to last, whatever became of them. */
  of(contractId: string): MilestoneRow[] {
    return [...this.#rows.walk('contract', contractId)];
  }

  /** Those of a contract with money in escrow. */
  funded(contractId: string): MilestoneRow[] {
    return this.of(contractId).filter(({ status }) => status === 'ACTIVE_FUNDED');
  }

  /** Adds a milestone, funded where a hire brings its money along. */
  create(
    contract: ContractRow,
    milestone: NewMilestone,
    funded?: { id: string; funding: Funding },
  ): MilestoneRow {
    const row = this.#rows.insert({
      id: funded?.id ?? this.newId(),
      contractId: contract.id,
      ...milestone,
      status: funded ? 'ACTIVE_FUNDED' : 'NOT_FUNDED',
      number: this.#rows.count('contract', contract.id) + 1,
      needsReview: false,
      funding: funded?.funding ?? null,
      createdAt: this.#world.kernel.clock.iso(),
    });
    this.#changed(row);
    return row;
  }

  /** The money is in escrow. */
  fund(id: string, funding: Funding): MilestoneRow {
    return this.#move(id, { status: 'ACTIVE_FUNDED', funding });
  }

  /** The trainer asks for payout: no status of its own, so no event. */
  requestReview(id: string): MilestoneRow {
    const row = this.#rows.update(id, { needsReview: true });
    this.#world.contracts.touch(row.contractId);
    return row;
  }

  /** The escrow goes to the trainer. */
  pay(id: string): MilestoneRow {
    const { credits } = this.#world;
    const holdEntryId = this.#rows.get(id)?.funding?.holdEntryId;
    if (holdEntryId) credits.capture(holdEntryId);
    return this.#move(id, { status: 'PAID', needsReview: false });
  }

  /** Calls it off; money in escrow goes back to where it came from, fees included (inferred). */
  close(id: string, status: 'REFUNDED' | 'CANCELLED', note: string): MilestoneRow {
    const { credits, invoices } = this.#world;
    const row = this.#rows.get(id);
    const holdEntryId = row?.funding?.holdEntryId;
    if (holdEntryId) {
      if (row?.status === 'PAID') credits.refund(holdEntryId, note);
      else credits.release(holdEntryId, note);
    }
    invoices.cancelPending(id);
    return this.#move(id, { status, needsReview: false });
  }

  #move(id: string, change: Partial<MilestoneRow>): MilestoneRow {
    const row = this.#rows.update(id, change);
    this.#changed(row);
    return row;
  }

  #changed(row: MilestoneRow): void {
    const { id, contractId, status } = row;
    const { contracts, events, watchers } = this.#world;
    const contract = contracts.touch(contractId);
    events.emit(contract.accountId, 'milestone.status_changed', {
      resourceId: id,
      jobId: contract.jobId,
      data: { milestoneId: id, contractId, status },
    });
    if (status === 'ACTIVE_FUNDED') for (const watcher of watchers) watcher.funded(row);
    contracts.noticeBudget(contractId);
  }
}

/** Whether readers get to see a milestone at all. */
export function isVisible({ status }: MilestoneRow): boolean {
  return !hidden.includes(status);
}

/** A milestone as readers see it. What the two flags mean is inferred. */
export function milestoneView(
  row: MilestoneRow,
  { approvals }: Pick<World, 'approvals'>,
): Milestone {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.status,
    amountUsd: usdOf(row.amountCents),
    volume: row.volume,
    milestoneNumber: row.number,
    dueDate: row.dueDate,
    pendingApproval:
      approvals.isLive('milestone_fund', row.id) || approvals.isLive('milestone_approve', row.id),
    needsReview: row.needsReview,
    invoiceId: row.funding?.invoiceId ?? null,
    createdAt: row.createdAt,
  };
}
