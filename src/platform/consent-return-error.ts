import { TrainyardError } from '../core/trainyard-error.ts';

/**
 * Why a return from the consent page was refused.
 *
 * - `state_missing`: it carries no state, or several.
 * - `state_mismatch`: its state is not the one that was sent, so somebody else may have made it.
 * - `install_missing`: its state is right and it names no install: nothing was connected, as when the customer
 *   declined (how a decline returns is not documented).
 */
export type ConsentReturnErrorCode = 'state_missing' | 'state_mismatch' | 'install_missing';

const messages: Readonly<Record<ConsentReturnErrorCode, string>> = {
  state_missing: 'The return from consent carries no state. Start again from your own page.',
  state_mismatch:
    'The return from consent carries the state of another visit: a forgery, or a link used twice. Start again from your own page.',
  install_missing: 'The return from consent names no install: nothing was connected.',
};

/** A return from the consent page that nothing may be connected by. Carries neither state. */
export class ConsentReturnError extends TrainyardError {
  static override readonly className: string = 'ConsentReturnError';
  /** Why; switch on it rather than on the message. */
  readonly code: ConsentReturnErrorCode;

  constructor(code: ConsentReturnErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}
