import { TrainyardError } from '../core/trainyard-error.ts';

/**
 * Why a delivery was refused.
 *
 * - `no_secret`: no usable secret was given.
 * - `unknown_platform`: `platform` is none of the three.
 * - `missing_header`: the delivery carries no signature header.
 * - `malformed_header`: the signature header is there but can't be read.
 * - `signature_mismatch`: no given secret made this signature over these bytes.
 * - `timestamp_outside_tolerance`: the signature is genuine, its time too far from now (a replay, or
 *   a clock that is off).
 * - `body_parsed`: the body is not the raw string or bytes, most often an object already parsed.
 * - `body_unreadable`: the body of a `Request` was read before, or broke off.
 * - `body_too_large`: the body is longer than `maxBodyBytes`.
 * - `body_not_json`: a genuine signature over something that is not JSON.
 * - `body_not_event`: a genuine signature over JSON without the platform's event name.
 */
export type WebhookVerificationErrorCode =
  | 'no_secret'
  | 'unknown_platform'
  | 'missing_header'
  | 'malformed_header'
  | 'signature_mismatch'
  | 'timestamp_outside_tolerance'
  | 'body_parsed'
  | 'body_unreadable'
  | 'body_too_large'
  | 'body_not_json'
  | 'body_not_event';

/**
 * A webhook delivery that must not be trusted. Answer it with a 4xx and go no further.
 *
 * Safe to log: neither message nor fields carry the secret, the signature or the body, and there is
 * no `cause` (a JSON error would quote the body).
 */
export class WebhookVerificationError extends TrainyardError {
  static override readonly className: string = 'WebhookVerificationError';

  /** Why the delivery was refused; switch on it rather than on the message. */
  readonly code: WebhookVerificationErrorCode;

  constructor(code: WebhookVerificationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
