import type { Approval } from '../../generated/opentrain/types.ts';
import { TrainyardError } from '../core/trainyard-error.ts';

/**
 * A human declined what was asked for. Nothing was done.
 *
 * @example
 * ```ts
 * try {
 *   await ot.approvals.wait(approvalId);
 * } catch (error) {
 *   if (error instanceof ApprovalDeclinedError) console.log(error.approval.proposalId, 'declined');
 * }
 * ```
 */
export class ApprovalDeclinedError extends TrainyardError {
  static override readonly className: string = 'ApprovalDeclinedError';
  /** The approval as it ended. */
  readonly approval: Approval;

  constructor(approval: Approval) {
    super(
      `A human declined approval ${approval.id} (${approval.type}). Nothing was done; ask what to change before you request it again.`,
    );
    this.approval = approval;
  }
}

/**
 * Nobody decided in time, or a newer request took the place of this one. Nothing was done.
 */
export class ApprovalExpiredError extends TrainyardError {
  static override readonly className: string = 'ApprovalExpiredError';
  /** The approval as it ended. */
  readonly approval: Approval;

  constructor(approval: Approval) {
    super(
      `Approval ${approval.id} (${approval.type}) is ${approval.status}: nobody decided in time, or a newer request replaced it. Nothing was done; request it again.`,
    );
    this.approval = approval;
  }
}
