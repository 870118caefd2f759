import { calls } from '../../generated/opentrain/calls.ts';
import type {
  ApprovalRequested,
  Contract,
  ContractDetail,
  ContractEnded,
  Milestone,
  MilestoneCreate,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { ApprovalRequest } from './approval-request.ts';
import type { Query } from './query.ts';

/** Filters of `contracts.list`. */
export interface ContractQuery extends Query<'contracts.list'> {}

/** Contracts with AI trainers. Only a confirmed hire makes one. */
export class Contracts {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists contracts, newest first and all in one answer, without budget and conversation. Needs
   * `payments:read`. Source: documented.
   *
   * @throws PermissionDeniedError when `jobId` is another account's
   * @throws NotFoundError when there is no such job
   * @throws BadRequestError when `status` is neither `active` nor `ended`
   *
   * @example
   * ```ts
   * const running = await ot.contracts.list({ status: 'active' }).toArray();
   * ```
   */
  list(
    query?: ContractQuery,
    options?: RequestOptions,
  ): ListPromise<Contract, { contracts: Contract[] }> {
    return list(this.#api, calls['contracts.list'], { query }, options);
  }

  /**
   * Reads a contract with its milestones, its budget and its conversation. Needs `payments:read`.
   * Source: documented; its errors are inferred.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  get(contractId: string, options?: RequestOptions): ApiPromise<ContractDetail> {
    return this.#api
      .call<{ contract: ContractDetail }>(
        calls['contracts.get'],
        { path: { contractId }, needs: 'contract' },
        options,
      )
      .map(({ contract }) => contract);
  }

  /**
   * Adds an unfunded milestone; no money moves until `milestones.fund` is confirmed. Needs
   * `payments:write` and a claimed account. Never repeated by itself: a repeat adds another.
   * Source: documented.
   *
   * @param body.amountUsd needed for a fixed price; else rate times `volume`
   * @param body.volume hours or labels, needed for an hourly or per-label contract
   * @throws BadRequestError when a field is missing, or the amount is not rate times volume (`details.field`)
   * @throws ConflictError with reason `contract_ended` or `contract_rate_missing`
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is no such contract, or it is another account's
   *
   * @example
   * ```ts
   * const milestone = await ot.contracts.createMilestone(contractId, {
   *   description: 'Second batch, 2,000 clips',
   *   volume: 2_000, // or amountUsd, at a fixed price
   * });
   * ```
   */
  createMilestone(
    contractId: string,
    body: MilestoneCreate,
    options?: RequestOptions,
  ): ApiPromise<Milestone> {
    return this.#api
      .call<{ milestone: Milestone }>(
        calls['contracts.createMilestone'],
        { path: { contractId }, body, needs: 'milestone' },
        options,
      )
      .map(({ milestone }) => milestone);
  }

  /**
   * Ends a contract: at once when no milestone is funded, else once a human confirmed. `status` tells
   * which, and a repeat while that is pending answers the same approval. Needs `payments:write` and a
   * claimed account. Source: documented; how funded money is split is not.
   *
   * @throws ConflictError with reason `contract_ended` when it has ended before
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is none, or it is another account's
   *
   * @example
   * ```ts
   * const end = await ot.contracts.end(contractId);
   * if (end.status === 'pending') {
   *   console.log('Please confirm:', end.approvalUrl);
   *   await end.wait();
   * }
   * ```
   */
  end(
    contractId: string,
    options?: RequestOptions,
  ): ApiPromise<ContractEnded | ApprovalRequest<'contract_end'>> {
    return this.#api
      .call<ContractEnded | ApprovalRequested>(
        calls['contracts.end'],
        { path: { contractId } },
        options,
      )
      .map((answer) =>
        'approval' in answer ? new ApprovalRequest<'contract_end'>(this.#api, answer) : answer,
      );
  }
}
