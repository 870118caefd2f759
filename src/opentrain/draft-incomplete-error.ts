import type { JobDraftUpdateResult } from '../../generated/opentrain/types.ts';
import { TrainyardError } from '../core/trainyard-error.ts';

/**
 * A draft could not be completed: a question was left unanswered, or the platform still misses what
 * it missed before the last answers. What was answered is stored.
 */
export class DraftIncompleteError extends TrainyardError {
  static override readonly className: string = 'DraftIncompleteError';
  /** Names of the fields that keep the draft from being published, as far as the platform names them. */
  readonly fields: readonly string[];
  /** The draft as it is stored; hand it to `jobDrafts.complete` to go on. */
  readonly draft: JobDraftUpdateResult;

  constructor(why: string, fields: readonly string[], draft: JobDraftUpdateResult) {
    super(
      `Draft ${draft.jobId} can't be published yet: ${why}. Answer differently, or let a human edit it at ${draft.draftUrl}.`,
    );
    this.fields = fields;
    this.draft = draft;
  }
}
