import { calls } from '../../generated/opentrain/calls.ts';
import type {
  Approval,
  ApprovalRequested,
  ApprovalType,
  ContractEndResult,
  HireResult,
  MilestoneApproveResult,
  MilestoneFundResult,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { type WaitOptions, waitFor } from '../core/poll.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { ApprovalDeclinedError, ApprovalExpiredError } from './approval-errors.ts';

/** What each kind of approval yields once a human confirmed it. */
export interface ApprovalResults {
  proposal_hire: HireResult;
  milestone_fund: MilestoneFundResult;
  milestone_approve: MilestoneApproveResult;
  contract_end: ContractEndResult;
}

/** An approval; switch on `type` to know its `result`, which is `null` until a human confirmed. */
export type ApprovalOf<T extends ApprovalType = ApprovalType> = {
  [Type in T]: Omit<Approval, 'type' | 'result'> & {
    type: Type;
    result: ApprovalResults[Type] | null;
  };
}[T];

/** An approval that a human confirmed; switch on `type` to know its `result`. */
export type ConfirmedApproval<T extends ApprovalType = ApprovalType> = {
  [Type in T]: Omit<Approval, 'type' | 'status' | 'result'> & {
    type: Type;
    status: 'confirmed';
    result: ApprovalResults[Type];
  };
}[T];

/**
 * A call that a human has to confirm in the app before anything happens. It waits for nobody: hand
 * out `approvalUrl`, then `wait()` for the result, or take the wait up elsewhere with
 * `ot.approvals.wait(request.approval.id)`.
 *
 * @example
 * ```ts
 * const request = await ot.proposals.hire(proposalId, { milestone: { name: 'Pilot', amount: 300 } });
 * console.log('Please confirm:', request.approvalUrl);
 * const { contractId } = await request.wait();
 * ```
 */
export class ApprovalRequest<T extends ApprovalType = ApprovalType> {
  /** Always `pending`: what the platform answered when it was asked. `wait()` tells how it ends. */
  readonly status: 'pending' = 'pending';
  /** The approval as it was created. */
  readonly approval: ApprovalOf<T>;
  /** Page on which a signed-in human confirms or declines. */
  readonly approvalUrl: string;
  /** The platform's sentence for people. */
  readonly message: string;
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport, { approval, message }: ApprovalRequested) {
    this.approval = approval as ApprovalOf<T>;
    this.approvalUrl = approval.approvalUrl;
    this.message = message;
    this.#api = api;
  }

  /**
   * Waits until a human confirmed, and resolves to what came of it. Asks right away, then every 2 s,
   * easing off to every 2 min; passing failures are ridden over. Any number of callers may wait.
   *
   * @param options.timeoutMs milliseconds to wait in all; default: until the approval expires, about 72 hours
   * @throws ApprovalDeclinedError when the human declined
   * @throws ApprovalExpiredError when nobody decided in time, or a newer request replaced this one
   *   (how the platform ends a replaced one is not documented)
   * @throws TimeoutError when `timeoutMs` is over; the approval stays as it is
   */
  async wait(options?: WaitOptions<ApprovalOf<T>>): Promise<ApprovalResults[T]> {
    const { id } = this.approval;
    const { result } = (await waitForApproval<T>(this.#api, id, options)) as ConfirmedApproval<T>;
    return result;
  }
}

/** What `approvals.wait` takes. */
export interface ApprovalWaitOptions<T extends ApprovalType = ApprovalType>
  extends WaitOptions<ApprovalOf<T>> {
  /** The kind expected: types the result, and is checked against what the platform says. */
  type?: T | undefined;
}

export function getApproval<T extends ApprovalType>(
  api: Transport,
  approvalId: string,
  options?: RequestOptions,
): ApiPromise<ApprovalOf<T>> {
  return api
    .call<{ approval: ApprovalOf<T> }>(
      calls['approvals.get'],
      { path: { approvalId }, needs: 'approval' },
      options,
    )
    .map(({ approval }) => approval);
}

export async function waitForApproval<T extends ApprovalType>(
  api: Transport,
  approvalId: string,
  options: ApprovalWaitOptions<T> = {},
): Promise<ConfirmedApproval<T>> {
  const approval = await waitFor<ApprovalOf<T>>({
    name: 'approvals.wait',
    clock: api.clock,
    options,
    poll: (signal) => getApproval<T>(api, approvalId, { signal }),
    isOver({ type, status }) {
      if (options.type && options.type !== type) {
        throw new InvalidArgumentError('type', `the approval is a ${type}, not ${options.type}.`);
      }
      return status !== 'pending';
    },
    firstMs: 2_000,
    longestMs: 120_000,
    expiresAt: (seen) => Date.parse(seen.expiresAt),
    createdAt: (seen) => Date.parse(seen.createdAt),
    advice: 'Nobody decided yet: show the approvalUrl again, and wait on with approvals.wait(id).',
  });
  if (approval.status === 'confirmed') return approval as ConfirmedApproval<T>;
  if (approval.status === 'declined') throw new ApprovalDeclinedError(approval);
  throw new ApprovalExpiredError(approval);
}
