import { calls } from '../../generated/opentrain/calls.ts';
import type {
  JobChanges,
  JobCloseResult,
  JobFacets,
  JobInvite,
  JobInviteCreate,
  JobPublishResult,
  JobUpdate,
  JobUpdateResult,
  OwnJob,
  OwnJobPage,
  Proposal,
  ProposalPage,
  PublicJob,
  PublicJobPage,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { Query } from './query.ts';

/** Filters of `jobs.search`. */
export interface JobSearchQuery extends Query<'jobs.search'> {}
/** Filters of `jobs.listMine`. */
export interface OwnJobQuery extends Query<'jobs.listMine'> {}
/** Filters of `jobs.listProposals`. */
export interface ProposalQuery extends Query<'jobs.listProposals'> {}

/** The marketplace, which anyone may read without a token, and the account's own jobs. */
export class Jobs {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Searches published jobs. Needs no token; 120 requests a minute and address. Answers may be five
   * minutes old. Source: documented; the names `language` and `country` are inferred.
   *
   * @param query.limit jobs a page, at most 100
   * @throws BadRequestError when a filter is malformed
   * @throws RateLimitError over 120 requests a minute
   *
   * @example
   * ```ts
   * for await (const job of ot.jobs.search({ q: 'audio', payType: 'PAY_PER_HOUR' })) {
   *   console.log(job.title, job.pay.hourlyRate);
   * }
   * ```
   */
  search(query?: JobSearchQuery, options?: RequestOptions): ListPromise<PublicJob, PublicJobPage> {
    return list(this.#api, calls['jobs.search'], { query }, options);
  }

  /**
   * Counts published jobs by category, language, country and payment type. Needs no token. Source:
   * documented.
   *
   * @throws RateLimitError over 120 requests a minute
   */
  facets(options?: RequestOptions): ApiPromise<JobFacets> {
    return this.#api.call(calls['jobs.facets'], {}, options);
  }

  /**
   * Tells the latest change of each published job since a moment. Needs no token. The answer is a
   * window, not a page: send its `until` as the next `since`, also when it is full at 5,000 changes.
   * Source: documented.
   *
   * @param query.since a `Date`, or ISO 8601
   * @throws BadRequestError when `since` is no moment
   * @throws RateLimitError over 120 requests a minute
   *
   * @example
   * ```ts
   * const { changes, until } = await ot.jobs.changes({ since: '2026-06-01T00:00:00Z' });
   * ```
   */
  changes(query: { since: string | Date }, options?: RequestOptions): ApiPromise<JobChanges> {
    const since = query?.since;
    return this.#api.call(
      calls['jobs.changes'],
      { query: { since: since instanceof Date ? since.toJSON() : since } },
      options,
    );
  }

  /**
   * Reads a published job. Needs no token. Source: documented.
   *
   * @throws NotFoundError when there is none; with reason `closed` when there was one that is no longer listed
   * @throws RateLimitError over 120 requests a minute
   */
  get(id: string, options?: RequestOptions): ApiPromise<PublicJob> {
    return this.#api.call(calls['jobs.get'], { path: { id } }, options);
  }

  /**
   * Lists the account's jobs, drafts included, newest first. Needs `jobs:read`. Source: documented.
   *
   * @param query.limit jobs a page, 25 unless told, at most 100
   * @throws BadRequestError when `status` is unknown (`details.supportedStatuses`) or `limit` below 1
   * @throws MissingScopeError without `jobs:read`
   *
   * @example
   * ```ts
   * const drafts = await ot.jobs.listMine({ status: 'DRAFT' }).toArray();
   * ```
   */
  listMine(query?: OwnJobQuery, options?: RequestOptions): ListPromise<OwnJob, OwnJobPage> {
    return list(this.#api, calls['jobs.listMine'], { query }, options);
  }

  /**
   * Changes an open job; a draft is changed with `jobDrafts.update`. Every edit is moderated again.
   * Needs `jobs:write`. Source: documented.
   *
   * @throws ConflictError with reason `moderation_blocked`: the edit is kept, and the job is a draft
   *   again; without a reason: the job is not open
   * @throws BadRequestError when a key is unknown, or a value of the wrong type
   * @throws NotFoundError when there is none, or it is another account's
   */
  update(id: string, body: JobUpdate, options?: RequestOptions): ApiPromise<JobUpdateResult> {
    return this.#api.call(calls['jobs.update'], { path: { id }, body }, options);
  }

  /**
   * Puts a ready draft on the marketplace, after moderation. A repeat changes nothing and answers
   * `alreadyPublished`. Needs `jobs:write`. Source: documented.
   *
   * @throws BadRequestError when the draft is not ready; `details.validation` says what is missing
   * @throws PermissionDeniedError with reason `moderation_blocked`
   * @throws RateLimitError after 20 jobs in 24 hours, 3 for an unclaimed account
   * @throws NotFoundError when there is none, or it is another account's
   *
   * @example
   * ```ts
   * const { jobUrl } = await ot.jobs.publish(draftId);
   * ```
   */
  publish(id: string, options?: RequestOptions): ApiPromise<JobPublishResult> {
    return this.#api.call(calls['jobs.publish'], { path: { id } }, options);
  }

  /**
   * Takes a job off the marketplace for good; contracts go on. A repeat changes nothing and answers
   * `alreadyClosed`. Needs `jobs:write`. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  close(id: string, options?: RequestOptions): ApiPromise<JobCloseResult> {
    return this.#api.call(calls['jobs.close'], { path: { id } }, options);
  }

  /**
   * Invites an AI trainer to a published job; the invite is a proposal. A repeat changes nothing and
   * answers `alreadyInvited`. Needs `proposals:write` and a claimed account. Source: documented.
   *
   * @throws ConflictError with reason `job_not_published`, `not_a_freelancer` or `freelancer_unavailable`
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is no such job of yours, or no such trainer
   *
   * @example
   * ```ts
   * const { proposalId } = await ot.jobs.invite(jobId, { freelancerId });
   * ```
   */
  invite(id: string, body: JobInviteCreate, options?: RequestOptions): ApiPromise<JobInvite> {
    return this.#api.call(calls['jobs.invite'], { path: { id }, body }, options);
  }

  /**
   * Lists the proposals for a job of yours, newest first. Needs `proposals:read`. Source: documented.
   *
   * @param query.limit proposals a page, at most 100
   * @throws PermissionDeniedError when the job is another account's
   * @throws NotFoundError when there is no such job
   * @throws BadRequestError when `status` is unknown (`details.supportedStatuses`) or `limit` below 1
   *
   * @example
   * ```ts
   * for await (const proposal of ot.jobs.listProposals(jobId, { status: 'UNREVIEWED' })) {
   *   console.log(proposal.candidate.displayName, proposal.bid.amountUsd);
   * }
   * ```
   */
  listProposals(
    id: string,
    query?: ProposalQuery,
    options?: RequestOptions,
  ): ListPromise<Proposal, ProposalPage> {
    return list(this.#api, calls['jobs.listProposals'], { path: { id }, query }, options);
  }
}
