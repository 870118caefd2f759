import { calls } from '../../generated/opentrain/calls.ts';
import type {
  ApprovalRequested,
  HireRequest,
  Interview,
  InterviewResponse,
  ProposalConversation,
  ProposalDetail,
  ProposalResponse,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { ApprovalRequest } from './approval-request.ts';

/** What AI trainers offer for the account's jobs. List them with `jobs.listProposals`. */
export class Proposals {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads a proposal with what the interview and the checks found. Names are masked, also after a hire.
   * Needs `proposals:read`. Source: documented.
   *
   * @throws PermissionDeniedError when the job is another account's
   * @throws NotFoundError when there is no such proposal
   */
  get(proposalId: string, options?: RequestOptions): ApiPromise<ProposalDetail> {
    return this.#api
      .call<ProposalResponse>(
        calls['proposals.get'],
        { path: { proposalId }, needs: 'proposal' },
        options,
      )
      .map(({ proposal }) => proposal);
  }

  /**
   * Reads the whole AI interview, oldest message first; look at `aiInterview.transcriptAvailable` of
   * the proposal before. Needs `proposals:read`. Source: documented.
   *
   * @throws NotFoundError when there is no such proposal, or no interview was recorded
   * @throws PermissionDeniedError when the job is another account's
   */
  interview(proposalId: string, options?: RequestOptions): ApiPromise<Interview> {
    return this.#api
      .call<InterviewResponse>(
        calls['proposals.interview'],
        { path: { proposalId }, needs: 'interview' },
        options,
      )
      .map(({ interview }) => interview);
  }

  /**
   * Opens the conversation with the candidate, or answers the one that is open; write with
   * `messages.send`. Needs `messages:write` and a claimed account. Source: documented.
   *
   * @throws ConflictError with reason `proposal_not_ready_for_messaging`
   * @throws PermissionDeniedError with reason `employer_first_message_required` when the caller is the candidate
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is no such proposal
   *
   * @example
   * ```ts
   * const { conversationId } = await ot.proposals.openConversation(proposalId);
   * await ot.messages.send({ conversationId, content: 'When could you start?' });
   * ```
   */
  openConversation(proposalId: string, options?: RequestOptions): ApiPromise<ProposalConversation> {
    return this.#api.call(calls['proposals.openConversation'], { path: { proposalId } }, options);
  }

  /**
   * Asks a human to confirm a hire with its first milestone. Nobody is hired and no money moves
   * before. Confirmed, it charges the amount, a 10 % fee and 9.95 USD; the human may change the
   * milestone. Needs `proposals:write` and a claimed account.
   *
   * The same terms again answer the same approval; other terms replace it, and a `wait()` for the old
   * one then ends with the status the platform gives it. Source: documented; the name
   * `confirmNotAFit` is inferred.
   *
   * @param body.milestone `amount` in USD, and a name or a description
   * @throws ConflictError with reason `payment_method_required` when neither a card nor the credits
   *   cover it; a human adds a card at `details.billingUrl`
   * @throws ClaimRequiredError when no human has claimed the account
   * @throws NotFoundError when there is no such proposal
   *
   * @example
   * ```ts
   * const request = await ot.proposals.hire(proposalId, {
   *   milestone: { name: 'Pilot batch', amount: 300, dueDate: '2026-07-15' },
   * });
   * console.log('Please confirm:', request.approvalUrl);
   * const { contractId } = await request.wait();
   * ```
   */
  hire(
    proposalId: string,
    body: HireRequest,
    options?: RequestOptions,
  ): ApiPromise<ApprovalRequest<'proposal_hire'>> {
    return this.#api
      .call<ApprovalRequested>(
        calls['proposals.hire'],
        { path: { proposalId }, body, needs: 'approval' },
        options,
      )
      .map((answer) => new ApprovalRequest(this.#api, answer));
  }
}
