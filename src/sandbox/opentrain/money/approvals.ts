import type {
  Approval,
  ApprovalStatus,
  ApprovalType,
} from '../../../../generated/opentrain/types.ts';
import type { Page } from '../../kernel/table.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { openTrainLimit } from '../limits.ts';
import type { World } from '../world.ts';
import type { HireTerms } from './hire-terms.ts';

/** What an approval is about. */
export interface ApprovalSubject {
  readonly type: ApprovalType;
  readonly jobId: string;
  readonly contractId: string | null;
  readonly milestoneId: string | null;
  readonly proposalId: string | null;
  /** The first milestone of a hire. */
  readonly terms: HireTerms | null;
}

/** An approval as stored. */
export interface ApprovalRow extends ApprovalSubject {
  readonly id: string;
  readonly accountId: string;
  /** The token that asked. */
  readonly tokenId: string;
  readonly status: ApprovalStatus;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly resolvedAt: string | null;
  readonly result: Approval['result'];
}

const hourMs = 3_600_000;

/** Actions that wait for a human. One that ran out expires when somebody next looks at it. */
export class Approvals {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.approvals', {
      key: (row: ApprovalRow) => row.id,
      indexes: {
        account: { on: (row) => row.accountId },
        pending: { on: (row) => (row.status === 'pending' ? subjectKey(row) : undefined) },
        waiting: { on: (row) => (row.status === 'pending' ? '' : undefined) },
      },
    });
  }

  /** Records a request. Look for a {@link pending} one first: a subject has one at most. */
  request(actor: OpenTrainActor, subject: ApprovalSubject): ApprovalRow {
    const { clock, limit, random } = this.#world.kernel;
    const now = clock.now();
    return this.#rows.insert({
      id: random.stream('opentrain.approvals').id('apr_'),
      accountId: actor.accountId,
      tokenId: actor.id,
      ...subject,
      status: 'pending',
      createdAt: clock.iso(now),
      expiresAt: clock.iso(now + openTrainLimit(limit, 'approvalHours') * hourMs),
      resolvedAt: null,
      result: null,
    });
  }

  /** The approval as it is now: one past its time turns expired, with its event, by being read. */
  read(id: string): ApprovalRow | undefined {
    const row = this.#rows.get(id);
    return row && this.#ranOut(row) ? this.resolve(id, 'expired') : row;
  }

  /** The live request of this kind for a proposal, milestone or contract. */
  pending(type: ApprovalType, subjectId: string): ApprovalRow | undefined {
    const row = this.#rows.first('pending', `${type}|${subjectId}`);
    const current = row && this.read(row.id);
    return current?.status === 'pending' ? current : undefined;
  }

  /** Whether a human can still confirm it; looking does not expire it. */
  isLive(type: ApprovalType, subjectId: string): boolean {
    const row = this.#rows.first('pending', `${type}|${subjectId}`);
    return row !== undefined && !this.#ranOut(row);
  }

  /** Everything that a human can still decide, of any account, oldest first; looking expires nothing. */
  waiting(): ApprovalRow[] {
    return [...this.#rows.walk('waiting', '')].filter((row) => !this.#ranOut(row));
  }

  /** Approvals of any account, newest first; looking expires nothing. */
  page(limit: number, after?: string): Page<ApprovalRow> {
    return this.#rows.page({ limit, after });
  }

  /** An account's approvals, newest first, each as it is now. */
  list(accountId: string): ApprovalRow[] {
    const rows = [...this.#rows.walk('account', accountId, 'newest')];
    return rows.map((row) => this.read(row.id) ?? row);
  }

  /** Brings an approval to its end and tells: `approval.confirmed` stands for all three ends. */
  resolve(
    id: string,
    status: Exclude<ApprovalStatus, 'pending'>,
    result: Approval['result'] = null,
  ): ApprovalRow {
    const { events, invoices, kernel } = this.#world;
    const row = this.#rows.update(id, { status, result, resolvedAt: kernel.clock.iso() });
    if (status !== 'confirmed' && row.milestoneId) invoices.cancelPending(row.milestoneId);
    events.emit(row.accountId, 'approval.confirmed', {
      resourceId: id,
      jobId: row.jobId,
      data: { approvalId: id, status },
    });
    return row;
  }

  #ranOut(row: ApprovalRow): boolean {
    return row.status === 'pending' && this.#world.kernel.clock.iso() >= row.expiresAt;
  }
}

/**
 * An approval as readers see it.
 *
 * @param origin where the human's page is: the caller's own origin, so that a sandbox on a port links to itself.
 */
export function approvalView(row: ApprovalRow, origin: string): Approval {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    contractId: row.contractId,
    milestoneId: row.milestoneId,
    jobId: row.jobId,
    proposalId: row.proposalId,
    approvalUrl: `${origin}/approvals/${row.id}`,
    expiresAt: row.expiresAt,
    resolvedAt: row.resolvedAt,
    result: row.result,
    createdAt: row.createdAt,
  };
}

function subjectKey({ type, proposalId, milestoneId, contractId }: ApprovalSubject): string {
  return `${type}|${proposalId ?? milestoneId ?? contractId}`;
}
