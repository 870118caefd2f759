import type { TopUp } from '../../generated/opentrain/types.ts';
import { TrainyardError } from '../core/trainyard-error.ts';

/** A top-up was not paid: its page expired, or it was cancelled. No credits were added. */
export class TopUpNotCompletedError extends TrainyardError {
  static override readonly className: string = 'TopUpNotCompletedError';
  /** The top-up as it ended; `status` says how. */
  readonly topUp: TopUp;

  constructor(topUp: TopUp) {
    super(
      `Top-up ${topUp.id} ended ${topUp.status} and added no credits. Start another with credits.createTopUp().`,
    );
    this.topUp = topUp;
  }
}
