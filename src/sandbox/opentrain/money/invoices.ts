import type { PendingPayment } from '../../../../generated/opentrain/types.ts';
import type { World } from '../world.ts';
import { usdOf } from './cents.ts';
import type { ContractRow } from './contracts.ts';
import type { MilestoneRow } from './milestones.ts';

type Billed = Pick<MilestoneRow, 'id' | 'amountCents'>;

/** An invoice as stored. */
export interface InvoiceRow {
  readonly id: string;
  readonly number: number;
  readonly kind: 'FUNDING' | 'PAYOUT';
  readonly status: 'PENDING_FUNDING' | 'PENDING_PAYOUT' | 'PAID' | 'CANCELLED';
  /** Who owes or awaits the money: an account for funding, a trainer's user for payouts. */
  readonly partyId: string;
  readonly jobId: string;
  readonly contractId: string;
  readonly milestoneId: string;
  /** Without fees. */
  readonly amountCents: number;
  readonly createdAt: string;
}

/** Bills for funding a milestone, and for paying it out. */
export class Invoices {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.invoices', {
      key: (row: InvoiceRow) => row.id,
      indexes: {
        pending: {
          on: ({ status, partyId, milestoneId, kind }) =>
            status.startsWith('PENDING') ? [partyId, `${kind}|${milestoneId}`] : undefined,
          sort: (row) => row.number,
        },
      },
    });
  }

  /** Asks the employer to fund a milestone, and tells: when an invoice waits is inferred. */
  requestFunding(contract: ContractRow, milestone: Billed): InvoiceRow {
    const invoice = this.#create(contract, milestone, {
      kind: 'FUNDING',
      status: 'PENDING_FUNDING',
      partyId: contract.accountId,
    });
    this.#world.events.emit(contract.accountId, 'payment.pending', {
      resourceId: invoice.id,
      jobId: contract.jobId,
      data: { invoiceId: invoice.id, milestoneId: milestone.id, contractId: contract.id },
    });
    return invoice;
  }

  /** Marks the milestone's funding paid. A hire has no invoice that waited: it is made here. */
  fund(contract: ContractRow, milestone: Billed): InvoiceRow {
    const waiting = this.#rows.last('pending', `FUNDING|${milestone.id}`);
    if (waiting) return this.#rows.update(waiting.id, { status: 'PAID' });
    return this.#create(contract, milestone, {
      kind: 'FUNDING',
      status: 'PAID',
      partyId: contract.accountId,
    });
  }

  /** Nobody is asked to fund or awaits the payout of this milestone any more. */
  cancelPending(milestoneId: string): void {
    for (const kind of ['FUNDING', 'PAYOUT']) {
      const waiting = this.#rows.last('pending', `${kind}|${milestoneId}`);
      if (waiting) this.#rows.update(waiting.id, { status: 'CANCELLED' });
    }
  }

  /** Starts the trainer's payout, which stays under way until {@link completePayout}. */
  payOut(contract: ContractRow, milestone: Billed): InvoiceRow {
    return this.#create(contract, milestone, {
      kind: 'PAYOUT',
      status: 'PENDING_PAYOUT',
      partyId: contract.trainerId,
    });
  }

  /** @returns whether a payout was under way. */
  completePayout(milestoneId: string): boolean {
    const waiting = this.#rows.last('pending', `PAYOUT|${milestoneId}`);
    if (waiting) this.#rows.update(waiting.id, { status: 'PAID' });
    return waiting !== undefined;
  }

  /** What a caller owes or awaits, newest first. A request that nobody can confirm any more is left out. */
  pending(accountId: string, userId: string): InvoiceRow[] {
    const { approvals, contracts } = this.#world;
    return [accountId, userId]
      .flatMap((partyId) => [...this.#rows.walk('pending', partyId)])
      .filter(
        ({ kind, milestoneId, contractId }) =>
          kind === 'PAYOUT' ||
          (contracts.get(contractId)?.status === 'active' &&
            approvals.isLive('milestone_fund', milestoneId)),
      )
      .sort((a, b) => b.number - a.number);
  }

  #create(
    contract: ContractRow,
    milestone: Billed,
    party: Pick<InvoiceRow, 'kind' | 'status' | 'partyId'>,
  ): InvoiceRow {
    const { clock, random, store } = this.#world.kernel;
    return this.#rows.insert({
      id: random.stream('opentrain.invoices').id('inv_'),
      number: 1000 + store.next('opentrain.invoices'),
      ...party,
      jobId: contract.jobId,
      contractId: contract.id,
      milestoneId: milestone.id,
      amountCents: milestone.amountCents,
      createdAt: clock.iso(),
    });
  }
}

/** An invoice that waits, as its payer or payee sees it. `PAYOUT` and `FREELANCER` are inferred. */
export function pendingPaymentView(
  invoice: InvoiceRow,
  { jobs, milestones }: Pick<World, 'jobs' | 'milestones'>,
): PendingPayment {
  const milestone = milestones.get(invoice.milestoneId);
  return {
    id: invoice.id,
    status: invoice.status,
    invoiceKind: invoice.kind,
    viewerRole: invoice.kind === 'FUNDING' ? 'EMPLOYER' : 'FREELANCER',
    amountUsd: usdOf(invoice.amountCents),
    createdAt: invoice.createdAt,
    invoiceNumber: invoice.number,
    job: { id: invoice.jobId, title: jobs.get(invoice.jobId)?.title ?? '' },
    milestone: milestone ? { id: milestone.id, name: milestone.name } : null,
  };
}
