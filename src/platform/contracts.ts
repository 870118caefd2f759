import { calls } from '../../generated/platform/calls.ts';
import type {
  Budget,
  Contract,
  operations,
  Participant,
  ParticipantList,
  UsageEntry,
} from '../../generated/platform/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { reportUsage } from './report-usage.ts';
import type { UsageReported } from './usage-outcome.ts';

type Filters = NonNullable<operations['contracts.list']['parameters']['query']>;
type Loose<T> = { [Key in keyof T]: T[Key] | undefined };

/** Filters of `contracts.list`; `undefined` counts as left out. */
export interface ContractQuery extends Loose<Filters> {}

/** Hires on linked jobs: who works, what is funded, what was done. */
export class Contracts {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists contracts on linked jobs, newest first, `limit` of them (50) and no second page. The way to
   * catch up, since events are never replayed. Needs `contracts:read`. Source: documented.
   *
   * @param query.limit 1 to 200
   * @throws BadRequestError when `status` or `limit` is not acceptable
   * @throws NotFoundError when `projectLinkId` is not this install's
   *
   * @example
   * ```ts
   * const running = await platform.contracts.list({ status: 'active', limit: 200 }).toArray();
   * ```
   */
  list(
    query?: ContractQuery,
    options?: RequestOptions,
  ): ListPromise<Contract, { contracts: Contract[] }> {
    return list(this.#api, calls['contracts.list'], { query }, options);
  }

  /**
   * Lists who works on a contract, usually one. `workEmail` is there only when the token holds
   * `participants:email` and the customer gave PII consent; otherwise the field is absent. Needs
   * `participants:read`. Source: documented.
   *
   * @throws NotFoundError when there is no such contract, or no link names its job
   *
   * @example
   * ```ts
   * const [trainer] = await platform.contracts.participants(contractId).toArray();
   * ```
   */
  participants(
    contractId: string,
    options?: RequestOptions,
  ): ListPromise<Participant, ParticipantList> {
    return list(this.#api, calls['contracts.participants'], { path: { contractId } }, options);
  }

  /**
   * Reads what is funded and what is consumed. Sends no event. Needs `contracts:read`. Source:
   * documented.
   *
   * @throws NotFoundError when there is no such contract, or no link names its job
   */
  budget(contractId: string, options?: RequestOptions): ApiPromise<Budget> {
    return this.#api.call(calls['contracts.budget'], { path: { contractId } }, options);
  }

  /**
   * Reports work: any number of entries, each the totals of one worker on one day so far, never an
   * increment. They are checked first and then sent in batches of 100, one after the other. A total
   * replaces what was reported before for its worker and day, so all of it may be repeated and
   * corrected at will; a field left out keeps its value. Needs `usage:write`. Source: documented; the
   * bounds of `totalSeconds` are inferred.
   *
   * @param entries each `workDate` a day such as `2026-06-12` that has begun somewhere on Earth,
   *   `totalSeconds` 0 to 86,400, counts not negative, each worker and day once
   * @param options are each batch's own: `timeoutMs` is per batch
   * @throws InvalidArgumentError before anything is sent, naming the entry: `entries[3].workDate`
   * @throws UsageReportError when one of several batches failed: says which entries stand
   * @throws NotFoundError when there is no such contract, or no link names its job
   * @throws ConflictError when the contract has no hired trainer
   * @throws BadRequestError when the platform refuses an entry: no entry of its batch stands (inferred)
   *
   * @example
   * ```ts
   * const { budget } = await platform.contracts.reportUsage(contractId, [
   *   { workDate: '2026-06-12', totalSeconds: 25_200, labelsCompleted: 912 },
   * ]);
   * if (budget.state !== 'OK') console.log(`${budget.remainingVolume} left`);
   * ```
   */
  reportUsage(
    contractId: string,
    entries: readonly UsageEntry[],
    options?: RequestOptions,
  ): Promise<UsageReported> {
    return reportUsage(this.#api, contractId, entries, options);
  }
}
