/** What else a refusal may carry. */
export interface RefusalOptions {
  /** Context for the envelope's `details`, where the product has such a field. */
  details?: Record<string, unknown>;
  /** Extra response headers, such as `Retry-After`. */
  headers?: Record<string, string>;
}

/**
 * A documented "no". A handler throws it, and the product writes it in its own envelope.
 *
 * @example
 * throw new Refusal(409, 'CONFLICT', 'This job is closed.', { details: { reason: 'job_closed' } });
 */
export class Refusal extends Error {
  readonly details: Record<string, unknown> | undefined;
  readonly headers: Record<string, string>;

  /**
   * @param status HTTP status.
   * @param code the envelope's machine-readable code (OpenTrain `code`, TrainAR and OAuth `error`).
   * @param message the envelope's text for people.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options: RefusalOptions = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.details = options.details;
    this.headers = options.headers ?? {};
  }
}

/** One failed rule of a request; the path leads to the field. */
export interface Issue {
  code: string;
  path: (string | number)[];
  message: string;
}

/**
 * Why a gate turned a call away, before any handler ran. The product words it: see
 * {@link Product.gate}.
 */
export type GateRefusal =
  | { gate: 'not-found' }
  | { gate: 'method'; allow: readonly string[] }
  | { gate: 'rate-limit'; requests: number; windowSeconds: number; retryAfterSeconds: number }
  | { gate: 'token'; problem: 'missing' | 'invalid' }
  | { gate: 'scope'; required: readonly string[]; granted: readonly string[] }
  | { gate: 'feature'; feature: string }
  | { gate: 'claim'; action: string | undefined }
  | { gate: 'too-large'; limit: number }
  | { gate: 'malformed'; expected: 'json' | 'form' }
  | { gate: 'invalid'; place: 'body' | 'query' | 'path'; issues: readonly Issue[] }
  | { gate: 'fault'; status: number }
  | { gate: 'not-implemented' }
  | { gate: 'failure' };

/** Thrown inside the kernel by a gate; handlers may throw it to reuse a gate's wording. */
export class Gated extends Error {
  constructor(readonly reason: GateRefusal) {
    super(`refused at ${reason.gate}`);
    this.name = 'Gated';
  }
}

/**
 * A 400 with issues, worded by the product exactly as a failed schema is.
 *
 * @example
 * throw invalid('body', ['milestone', 'amountUsd'], 'Must be greater than 0');
 */
export function invalid(
  place: 'body' | 'query' | 'path',
  path: (string | number)[],
  message: string,
  code = 'custom',
): Gated {
  return new Gated({ gate: 'invalid', place, issues: [{ code, path, message }] });
}
