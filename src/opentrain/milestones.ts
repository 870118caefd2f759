import { calls } from '../../generated/opentrain/calls.ts';
import type { ApprovalRequested } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { ApprovalRequest } from './approval-request.ts';

/** Money of a contract: into escrow, and out to the AI trainer. Each step is a human's to confirm. */
export class Milestones {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Asks a human to put a milestone's money in escrow. Nothing is charged by the call, and a repeat
   * while it is pending answers the same approval. Needs `payments:write` and a claimed account.
   * Source: documented; more conflicts exist than could be read.
   *
   * @throws ConflictError with reason `milestone_not_fundable` when it is not `NOT_FUNDED`, or
   *   `payment_method_required`; a human adds a card at `details.billingUrl`
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is none, or it is another account's
   *
   * @example
   * ```ts
   * const request = await ot.milestones.fund(milestoneId);
   * console.log('Please confirm:', request.approvalUrl);
   * const { invoiceId } = await request.wait();
   * ```
   */
  fund(
    milestoneId: string,
    options?: RequestOptions,
  ): ApiPromise<ApprovalRequest<'milestone_fund'>> {
    return this.#api
      .call<ApprovalRequested>(
        calls['milestones.fund'],
        { path: { milestoneId }, needs: 'approval' },
        options,
      )
      .map((answer) => new ApprovalRequest(this.#api, answer));
  }

  /**
   * Asks a human to pay a funded milestone out. Nothing is paid by the call, and a repeat while it is
   * pending answers the same approval. Needs `payments:write` and a claimed account. Source:
   * documented; more conflicts exist than could be read.
   *
   * @throws ConflictError with reason `milestone_not_funded`
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is none, or it is another account's
   */
  approve(
    milestoneId: string,
    options?: RequestOptions,
  ): ApiPromise<ApprovalRequest<'milestone_approve'>> {
    return this.#api
      .call<ApprovalRequested>(
        calls['milestones.approve'],
        { path: { milestoneId }, needs: 'approval' },
        options,
      )
      .map((answer) => new ApprovalRequest(this.#api, answer));
  }
}
