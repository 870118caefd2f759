import { zProposalStatusName } from '../../../../generated/opentrain/schemas.ts';
import type { ProposalStatusName } from '../../../../generated/opentrain/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { World } from '../world.ts';

export type { ProposalStatusName };

/** Every status a proposal can have, in the documented order. */
export const proposalStatuses = zProposalStatusName.options;

/** What a trainer sent to a job, or an employer's invite to one. */
export interface ProposalRow {
  readonly id: string;
  readonly jobId: string;
  /** Account that owns the job. */
  readonly accountId: string;
  /** User id of the trainer. */
  readonly trainerId: string;
  readonly status: ProposalStatusName;
  /** `null` on an invite. */
  readonly bidAmountUsd: number | null;
  readonly bidUnit: string | null;
  readonly interviewScore: number | null;
  readonly matchScore: number | null;
  /** What the interview showed; `null` when there was none. */
  readonly interviewSummary: string | null;
  readonly location: { status: string; method: string; checkedAt: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a new proposal says. */
export type NewProposal = Pick<ProposalRow, 'jobId' | 'accountId' | 'trainerId'> &
  Partial<Omit<ProposalRow, 'id' | 'createdAt' | 'updatedAt'>>;

interface JobKey {
  readonly id: string;
  readonly accountId: string;
}

/** Proposals, by job and status. */
export class Proposals {
  readonly #table;
  readonly #kernel: Kernel;
  readonly #world: Pick<World, 'events'>;

  constructor(kernel: Kernel, world: Pick<World, 'events'>) {
    this.#kernel = kernel;
    this.#world = world;
    this.#table = kernel.store.table('opentrain.proposals', {
      key: (proposal: ProposalRow) => proposal.id,
      indexes: {
        job: { on: (proposal) => proposal.jobId },
        jobStatus: { on: (proposal) => `${proposal.jobId}|${proposal.status}` },
        pair: { on: (proposal) => `${proposal.jobId}|${proposal.trainerId}` },
      },
    });
  }

  get(id: string): ProposalRow | undefined {
    return this.#table.get(id);
  }

  /** For controls: whoever drives the sandbox hears when there is no such proposal. */
  require(id: string): ProposalRow {
    const proposal = this.get(id);
    if (!proposal) throw new Refusal(404, 'NOT_FOUND', `There is no proposal ${id}.`);
    return proposal;
  }

  /** The proposal of a trainer to a job. */
  between(jobId: string, trainerId: string): ProposalRow | undefined {
    return this.#table.first('pair', `${jobId}|${trainerId}`);
  }

  countsOf(jobId: string): { total: number; unreviewed: number } {
    return {
      total: this.#table.count('job', jobId),
      unreviewed: this.#table.count('jobStatus', `${jobId}|UNREVIEWED`),
    };
  }

  /**
   * A page of a job's proposals, newest first.
   *
   * @param after id of the last proposal of the page before, which is of the same job.
   */
  pageOf(
    jobId: string,
    query: { status: ProposalStatusName | undefined; limit: number; after: string | undefined },
  ): { rows: ProposalRow[]; nextCursor: string | null } {
    const { status, limit } = query;
    const after = query.after === undefined ? undefined : this.#table.position(query.after);
    const { rows, nextCursor } =
      status === undefined
        ? this.#table.page({ index: 'job', key: jobId, limit, after })
        : this.#table.page({ index: 'jobStatus', key: `${jobId}|${status}`, limit, after });
    return { rows, nextCursor: nextCursor === null ? null : (rows.at(-1)?.id ?? null) };
  }

  /** A trainer's proposal arrives, and the employer hears of it. */
  receive(proposal: NewProposal): ProposalRow {
    const row = this.insert(proposal);
    const { id, jobId, accountId } = row;
    const data = { proposalId: id, jobId };
    this.#world.events.emit(accountId, 'proposal.received', { resourceId: id, jobId, data });
    return row;
  }

  /** The employer's own invite: nobody is told (inferred). */
  invite(job: JobKey, trainerId: string): ProposalRow {
    return this.insert({ jobId: job.id, accountId: job.accountId, trainerId });
  }

  /** Stores a proposal without telling anybody, as bulk fills do. */
  insert(proposal: NewProposal): ProposalRow {
    const { clock, random } = this.#kernel;
    const now = clock.iso();
    return this.#table.insert({
      id: random.stream('opentrain.proposals').id('prp_'),
      status: 'UNREVIEWED',
      bidAmountUsd: null,
      bidUnit: null,
      interviewScore: null,
      matchScore: null,
      interviewSummary: null,
      location: null,
      createdAt: now,
      updatedAt: now,
      ...proposal,
    });
  }

  /** Moves a proposal and tells its employer; where it already stands, nothing happens. */
  setStatus(id: string, status: string): void {
    const name = proposalStatuses.find((known) => known === status);
    if (!name) throw new Refusal(400, 'BAD_REQUEST', `${status} is not a proposal status.`);
    const { accountId, jobId, status: before } = this.require(id);
    if (before === name) return;
    this.#table.update(id, { status: name, updatedAt: this.#kernel.clock.iso() });
    this.#world.events.emit(accountId, 'proposal.status_changed', {
      resourceId: id,
      jobId,
      data: { proposalId: id, status: name },
    });
  }
}
