import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Page } from '../../kernel/table.ts';
import type { DraftFields } from '../drafting/fields.ts';
import type { DraftReading } from '../drafting/reading.ts';
import type { Changes } from './changes.ts';
import type { Facets } from './facets.ts';
import type { JobRow, JobStatus, ModerationOrder } from './job-row.ts';
import { listingOf } from './listing.ts';

/** What a new job starts from. */
export interface NewJob {
  accountId: string;
  fields: DraftFields;
  reading?: DraftReading;
  externalId?: string | undefined;
  idempotencyKey?: string | undefined;
}

/** Jobs, from draft to archive. Every write keeps search, facets and the change feed right. */
export class Jobs {
  readonly #table;
  readonly #kernel: Kernel;
  readonly #facets: Facets;
  readonly #changes: Changes;

  constructor(kernel: Kernel, facets: Facets, changes: Changes) {
    this.#kernel = kernel;
    this.#facets = facets;
    this.#changes = changes;
    const postedAt = ({ publishedAt }: JobRow) => Date.parse(publishedAt ?? '');
    this.#table = kernel.store.table('opentrain.jobs', {
      key: (job: JobRow) => job.id,
      indexes: {
        account: { on: (job) => job.accountId },
        accountStatus: { on: (job) => `${job.accountId}|${job.status}` },
        idempotency: {
          on: ({ accountId, idempotencyKey }) =>
            idempotencyKey === null ? undefined : `${accountId}|${idempotencyKey}`,
        },
        open: { on: (job) => (isOpen(job) ? '' : undefined), sort: postedAt },
        term: {
          on: (job) => (isOpen(job) ? [...listingOf(job.fields).terms] : undefined),
          sort: postedAt,
        },
      },
    });
  }

  get(id: string): JobRow | undefined {
    return this.#table.get(id);
  }

  /** For controls: whoever drives the sandbox hears when there is no such job. */
  require(id: string): JobRow {
    const job = this.get(id);
    if (!job) throw new Refusal(404, 'NOT_FOUND', `There is no job ${id}.`);
    return job;
  }

  byIdempotencyKey(accountId: string, key: string): JobRow | undefined {
    return this.#table.first('idempotency', `${accountId}|${key}`);
  }

  /** A page of an account's jobs, newest first. */
  pageOf(
    accountId: string,
    query: { status: JobStatus | undefined; limit: number; after: string | undefined },
  ): Page<JobRow> {
    const { status, limit, after } = query;
    return status === undefined
      ? this.#table.page({ index: 'account', key: accountId, limit, after })
      : this.#table.page({ index: 'accountStatus', key: `${accountId}|${status}`, limit, after });
  }

  /** A page of all jobs of any account, newest first. */
  page(limit: number, after?: string): Page<JobRow> {
    return this.#table.page({ limit, after });
  }

  /** How many open jobs have a term; all of them without one. */
  openCount(term?: string): number {
    return term === undefined ? this.#table.count('open', '') : this.#table.count('term', term);
  }

  /** Open jobs with a term (all of them without one), newest first. */
  openPage(
    term: string | undefined,
    query: { limit: number; after: string | undefined; where?: (job: JobRow) => boolean },
  ): Page<JobRow> {
    return term === undefined
      ? this.#table.page({ index: 'open', key: '', ...query })
      : this.#table.page({ index: 'term', key: term, ...query });
  }

  /** An open job's place in the marketplace's order. */
  openPosition(id: string) {
    return this.#table.position(id, 'open');
  }

  create({ accountId, fields, reading, externalId, idempotencyKey }: NewJob): JobRow {
    const { clock, random } = this.#kernel;
    const now = clock.iso();
    return this.#table.insert({
      id: random.stream('opentrain.jobs').id('job_'),
      accountId,
      status: 'DRAFT',
      ...described(fields),
      externalId: externalId ?? null,
      idempotencyKey: idempotencyKey ?? null,
      reading: reading ?? null,
      moderation: { decision: 'rules' },
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    });
  }

  /** Stores changed fields; a live job is announced as updated. */
  edit(id: string, change: DraftFields): JobRow {
    const job = this.#write(id, ({ fields }) => described({ ...fields, ...change }));
    if (isOpen(job)) this.#changes.record(id, 'UPDATED');
    return job;
  }

  /** @param at when, milliseconds since the epoch; now when left out. */
  publish(id: string, at = this.#kernel.clock.now()): JobRow {
    const job = this.#write(id, { status: 'OPEN', publishedAt: this.#kernel.clock.iso(at) });
    this.#changes.record(id, 'PUBLISHED', at);
    return job;
  }

  /** Takes a job off the marketplace, if it is on it. */
  withdraw(id: string, status: 'DRAFT' | 'ARCHIVED'): JobRow {
    const wasOpen = isOpen(this.require(id));
    const job = this.#write(id, { status });
    if (wasOpen) this.#changes.record(id, 'CLOSED');
    return job;
  }

  moderate(id: string, moderation: ModerationOrder): JobRow {
    this.require(id);
    return this.#table.update(id, { moderation });
  }

  #write(id: string, change: Partial<JobRow> | ((job: JobRow) => Partial<JobRow>)): JobRow {
    const before = this.require(id);
    const fields = typeof change === 'function' ? change(before) : change;
    const after = this.#table.update(id, { ...fields, updatedAt: this.#kernel.clock.iso() });
    this.#facets.move(listed(before), listed(after));
    return after;
  }
}

const isOpen = ({ status }: JobRow) => status === 'OPEN';
const listed = (job: JobRow) => (isOpen(job) ? listingOf(job.fields) : undefined);

/** What is kept beside the fields because it follows from them. */
function described(fields: DraftFields): Pick<JobRow, 'fields' | 'title' | 'paymentType'> {
  return { fields, title: fields.jobTitle ?? '', paymentType: fields.paymentType ?? null };
}
