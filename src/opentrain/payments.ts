import { calls } from '../../generated/opentrain/calls.ts';
import type { PendingPayment } from '../../generated/opentrain/types.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** Invoices that are not settled. */
export class Payments {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists invoices that wait for funding or payout, newest first and all in one answer. Needs
   * `payments:read`. Source: documented.
   *
   * @throws MissingScopeError without `payments:read`
   *
   * @example
   * ```ts
   * for await (const { status, amountUsd } of ot.payments.pending()) console.log(status, amountUsd);
   * ```
   */
  pending(options?: RequestOptions): ListPromise<PendingPayment, { payments: PendingPayment[] }> {
    return list(this.#api, calls['payments.pending'], {}, options);
  }
}
