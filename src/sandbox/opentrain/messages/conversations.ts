import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Page } from '../../kernel/table.ts';
import type { Proposals } from '../proposals/proposals.ts';

/** The two who talk. */
export type Side = 'employer' | 'trainer';

/** A thread between an employer's account and a trainer. */
export interface ConversationRow {
  readonly id: string;
  readonly accountId: string;
  readonly trainerId: string;
  readonly bucket: 'proposal' | 'job';
  /** `null` on a proposal thread. */
  readonly jobId: string | null;
  readonly proposalId: string;
  /** Whether it takes messages. */
  readonly state: 'open' | 'read_only' | 'blocked';
  /** Whether the employer has written, without which a trainer may not. */
  readonly employerWrote: boolean;
  readonly lastMessageId: string | null;
  /** Messages that a side has not read. */
  readonly unread: Readonly<Record<Side, number>>;
  /** Messages that a side has not answered. */
  readonly unanswered: Readonly<Record<Side, number>>;
  /** Number of the last message that a side has read. */
  readonly readUpTo: Readonly<Record<Side, number>>;
  /** Rises with every activity, so that ties in time keep their order. */
  readonly activity: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Which threads to list. */
export interface ConversationFilter {
  readonly bucket: 'all' | 'proposal' | 'job';
  readonly unreadOnly: boolean;
}

interface ProposalKey {
  readonly id: string;
  readonly accountId: string;
  readonly trainerId: string;
}

/** Threads, by who takes part. */
export class Conversations {
  readonly #table;
  readonly #kernel: Kernel;
  readonly #world: { proposals: Proposals };

  constructor(kernel: Kernel, world: { proposals: Proposals }) {
    this.#kernel = kernel;
    this.#world = world;
    this.#table = kernel.store.table('opentrain.conversations', {
      key: (thread: ConversationRow) => thread.id,
      indexes: {
        proposal: { on: (thread) => `${thread.proposalId}|${thread.bucket}` },
        party: {
          on: (thread) => [...keysFor(thread, 'employer'), ...keysFor(thread, 'trainer')],
          sort: (thread) => thread.activity,
        },
      },
    });
  }

  get(id: string): ConversationRow | undefined {
    return this.#table.get(id);
  }

  /** For controls: whoever drives the sandbox hears when there is no such thread. */
  require(id: string): ConversationRow {
    const thread = this.get(id);
    if (!thread) throw new Refusal(404, 'NOT_FOUND', `There is no conversation ${id}.`);
    return thread;
  }

  /** A page of somebody's threads, latest activity first. */
  pageOf(
    party: string,
    { bucket, unreadOnly }: ConversationFilter,
    query: { limit: number; after: string | undefined },
  ): Page<ConversationRow> {
    return this.#table.page({ index: 'party', key: partyKey(party, bucket, unreadOnly), ...query });
  }

  /** Opens the thread before a hire, or finds it. */
  openForProposal(proposal: ProposalKey): { id: string; created: boolean } {
    return this.#open(proposal, 'proposal', null);
  }

  /** Opens the thread of a hired proposal, beside the one before the hire. */
  openForJob(jobId: string, proposalId: string): string {
    const proposal = this.#world.proposals.get(proposalId);
    if (!proposal) throw new Error(`no proposal ${proposalId}`);
    return this.#open(proposal, 'job', jobId).id;
  }

  update(id: string, change: Partial<ConversationRow>): ConversationRow {
    this.require(id);
    return this.#table.update(id, change);
  }

  /** Notes a message: who has it before them, who has answered. */
  noteMessage(id: string, from: Side, message: { id: string; number: number }): void {
    const to = from === 'employer' ? 'trainer' : 'employer';
    this.#table.update(id, (thread) => ({
      lastMessageId: message.id,
      employerWrote: thread.employerWrote || from === 'employer',
      unread: { ...thread.unread, [from]: 0, [to]: thread.unread[to] + 1 },
      unanswered: { ...thread.unanswered, [from]: 0, [to]: thread.unanswered[to] + 1 },
      readUpTo: { ...thread.readUpTo, [from]: message.number },
      ...this.#activity(),
    }));
  }

  #open(proposal: ProposalKey, bucket: ConversationRow['bucket'], jobId: string | null) {
    const existing = this.#table.first('proposal', `${proposal.id}|${bucket}`);
    if (existing) return { id: existing.id, created: false };
    const none = { employer: 0, trainer: 0 };
    const { id } = this.#table.insert({
      id: this.#kernel.random.stream('opentrain.conversations').id('cnv_'),
      accountId: proposal.accountId,
      trainerId: proposal.trainerId,
      bucket,
      jobId,
      proposalId: proposal.id,
      state: 'open',
      employerWrote: false,
      lastMessageId: null,
      unread: none,
      unanswered: none,
      readUpTo: none,
      createdAt: this.#kernel.clock.iso(),
      ...this.#activity(),
    });
    return { id, created: true };
  }

  #activity(): Pick<ConversationRow, 'activity' | 'updatedAt'> {
    const activity = this.#kernel.store.next('opentrain.activity');
    return { activity, updatedAt: this.#kernel.clock.iso() };
  }
}

/** Which side of a thread an account's user or account is on, if any. */
export function sideOf(
  thread: ConversationRow,
  { accountId, userId }: { accountId: string; userId: string },
): Side | undefined {
  if (thread.accountId === accountId) return 'employer';
  return thread.trainerId === userId ? 'trainer' : undefined;
}

function keysFor(thread: ConversationRow, side: Side): string[] {
  const party = side === 'employer' ? thread.accountId : thread.trainerId;
  const buckets = ['all', thread.bucket] as const;
  const states = thread.unread[side] > 0 ? [false, true] : [false];
  return buckets.flatMap((bucket) => states.map((unread) => partyKey(party, bucket, unread)));
}

function partyKey(party: string, bucket: ConversationFilter['bucket'], unread: boolean): string {
  return `${party}|${bucket}|${unread ? 'unread' : 'any'}`;
}
