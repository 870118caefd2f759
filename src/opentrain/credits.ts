import { calls } from '../../generated/opentrain/calls.ts';
import type {
  Credits,
  LedgerEntry,
  TopUp,
  TopUpCreate,
  TopUpCreated,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import { type WaitOptions, waitFor } from '../core/poll.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { Query } from './query.ts';
import { TopUpNotCompletedError } from './top-up-error.ts';

/** How far `credits.ledger` reads. */
export interface LedgerQuery extends Query<'credits.ledger'> {}

/** Prepaid money for hires and milestones. A human still confirms each use. */
export class CreditsResource {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads the balance, in US cents, with its ten newest entries; zeros where credits were never used.
   * Needs `payments:read`. Source: documented.
   *
   * @throws FeatureDisabledError when `public_api_credits` is off for the account
   */
  balance(options?: RequestOptions): ApiPromise<Credits> {
    return this.#api
      .call<{ credits: Credits }>(calls['credits.balance'], { needs: 'credits' }, options)
      .map(({ credits }) => credits);
  }

  /**
   * Lists every movement of the balance, newest first. Needs `payments:read`. Source: documented.
   *
   * @param query.limit entries a page, 50 unless told, 1 to 100
   * @throws BadRequestError when `limit` is out of range
   */
  ledger(
    query?: LedgerQuery,
    options?: RequestOptions,
  ): ListPromise<LedgerEntry, { entries: LedgerEntry[]; nextCursor: string | null }> {
    return list(this.#api, calls['credits.ledger'], { query }, options);
  }

  /**
   * Opens a checkout page on which a human pays; the call itself charges nothing. Needs
   * `payments:write` and a claimed account. Never repeated by itself: a repeat opens another page.
   * Source: documented.
   *
   * @param body.amountUsd 10 to 10,000 US dollars
   * @throws BadRequestError when the amount is out of range (`details.field`)
   * @throws ClaimRequiredError when no human has claimed the account
   *
   * @example
   * ```ts
   * const { topUpId, checkoutUrl } = await ot.credits.createTopUp({ amountUsd: 500 });
   * console.log('Please pay:', checkoutUrl);
   * await ot.credits.waitForTopUp(topUpId);
   * ```
   */
  createTopUp(body: TopUpCreate, options?: RequestOptions): ApiPromise<TopUpCreated> {
    return this.#api.call(calls['credits.createTopUp'], { body }, options);
  }

  /**
   * Reads a top-up. Needs `payments:read`. One unpaid past its `expiresAt` turns `EXPIRED` on this
   * very read. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  getTopUp(topUpId: string, options?: RequestOptions): ApiPromise<TopUp> {
    return this.#api
      .call<{ topUp: TopUp }>(
        calls['credits.getTopUp'],
        { path: { topUpId }, needs: 'topUp' },
        options,
      )
      .map(({ topUp }) => topUp);
  }

  /**
   * Waits until a human paid, and resolves to the completed top-up. No event tells of it, so this
   * asks: right away, then every 2 s, easing off to every 30 s. Passing failures are ridden over.
   *
   * @param options.timeoutMs milliseconds to wait in all; default: until the page expires, about 24 hours
   * @throws TopUpNotCompletedError when it expired or was cancelled
   * @throws TimeoutError when `timeoutMs` is over; the page can still be paid
   * @throws NotFoundError when there is none, or it is another account's
   */
  async waitForTopUp(topUpId: string, options: WaitOptions<TopUp> = {}): Promise<TopUp> {
    const topUp = await waitFor<TopUp>({
      name: 'credits.waitForTopUp',
      clock: this.#api.clock,
      options,
      poll: (signal) => this.getTopUp(topUpId, { signal }),
      isOver: ({ status }) => status !== 'PENDING',
      firstMs: 2_000,
      longestMs: 30_000,
      expiresAt: (seen) => Date.parse(seen.expiresAt ?? ''),
      createdAt: (seen) => Date.parse(seen.createdAt),
      advice: 'Nobody paid yet: show the checkoutUrl again, and wait on.',
    });
    if (topUp.status === 'COMPLETED') return topUp;
    throw new TopUpNotCompletedError(topUp);
  }
}
