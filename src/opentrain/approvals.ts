import type { ApprovalType } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import {
  type ApprovalOf,
  type ApprovalWaitOptions,
  type ConfirmedApproval,
  getApproval,
  waitForApproval,
} from './approval-request.ts';

/** Actions that wait for a human's word. No call confirms one. */
export class Approvals {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads an approval. Needs `payments:read`. Seen by the account's owner and by the token that asked
   * for it. One past its `expiresAt` turns `expired` on this very read. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   * @throws MissingScopeError without `payments:read`
   */
  get(approvalId: string, options?: RequestOptions): ApiPromise<ApprovalOf> {
    return getApproval(this.#api, approvalId, options);
  }

  /**
   * Waits until a human confirmed, as `ApprovalRequest.wait` does, for a process that has the id only.
   * Resolves to the whole confirmed approval, since the id does not tell which result to expect: name
   * the `type`, or switch on it.
   *
   * @param options.type the kind expected; the platform's answer is checked against it
   * @param options.timeoutMs milliseconds to wait in all; default: until the approval expires
   * @throws ApprovalDeclinedError when the human declined
   * @throws ApprovalExpiredError when nobody decided in time, or a newer request replaced it
   * @throws TimeoutError when `timeoutMs` is over
   * @throws InvalidArgumentError when the approval is of another `type`
   * @throws NotFoundError when there is none, or it is another account's
   *
   * @example
   * ```ts
   * const approval = await ot.approvals.wait(approvalId);
   * if (approval.type === 'proposal_hire') console.log(approval.result.contractId);
   *
   * const { result } = await ot.approvals.wait(approvalId, { type: 'proposal_hire' });
   * console.log(result.contractId);
   * ```
   */
  wait<T extends ApprovalType = ApprovalType>(
    approvalId: string,
    options?: ApprovalWaitOptions<T>,
  ): Promise<ConfirmedApproval<T>> {
    return waitForApproval<T>(this.#api, approvalId, options);
  }
}
