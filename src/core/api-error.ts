import type { ErrorFacts } from './error-body.ts';
import { TrainyardError } from './trainyard-error.ts';

/** What is known about a refused call. */
export interface ApiErrorInit extends ErrorFacts {
  status: number;
  operationId: string;
  headers: Headers;
  /** Seconds the platform asked to wait, where it said so. */
  retryAfterSeconds?: number | undefined;
}

/**
 * The platform answered, and the answer was no (or was not what the contract promises).
 *
 * @example
 * ```ts
 * try {
 *   await ot.jobs.publish(jobId);
 * } catch (error) {
 *   if (error instanceof ApiError) console.error(error.operationId, error.status, error.reason);
 * }
 * ```
 */
export class ApiError extends TrainyardError {
  static override readonly className: string = 'ApiError';
  /** HTTP status of the answer. */
  readonly status: number;
  /** The platform's machine code, such as `CONFLICT` or `INSUFFICIENT_PERMISSIONS`. */
  readonly code: string | undefined;
  /** The machine-readable cause, where the platform names one (`details.reason`). */
  readonly reason: string | undefined;
  /** The platform's own reference of the call; quote it to support. */
  readonly requestId: string | undefined;
  /** Further context from the platform, as it came, with keys and tokens masked. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The call that failed, as it is written on the client: `jobs.publish`. */
  readonly operationId: string;
  /** Headers of the answer. */
  readonly headers: Headers;

  /** @internal */
  constructor(init: ApiErrorInit, hint?: string) {
    const where = init.requestId
      ? `${init.operationId}, request ${init.requestId}`
      : init.operationId;
    const what = [init.status, init.reason ?? init.code].filter(Boolean).join(' ');
    super(`${what} (${where}): ${init.message}${hint ? ` ${hint}` : ''}`);
    this.status = init.status;
    this.code = init.code;
    this.reason = init.reason;
    this.requestId = init.requestId;
    this.details = init.details ?? {};
    this.operationId = init.operationId;
    // Not enumerable: a logged error stays readable, and cookies stay out of logs.
    this.headers = init.headers;
    Object.defineProperty(this, 'headers', { enumerable: false });
  }
}

/** 400 (and 422): the request itself is wrong; `details` says where. Sending it again won't help. */
export class BadRequestError extends ApiError {
  static override readonly className: string = 'BadRequestError';
}

/** 401: no key, or one that is unknown, expired or revoked. */
export class AuthenticationError extends ApiError {
  static override readonly className: string = 'AuthenticationError';
  /** @internal */
  constructor(init: ApiErrorInit) {
    super(init, 'Check that the key is current and belongs to this platform.');
  }
}

/** 403: the key is good, and may not do this. */
export class PermissionDeniedError extends ApiError {
  static override readonly className: string = 'PermissionDeniedError';
}

/** 403: the key lacks a scope. */
export class MissingScopeError extends PermissionDeniedError {
  static override readonly className: string = 'MissingScopeError';
  /** The scopes the call needs. */
  readonly requiredScopes: readonly string[];
  /** @internal */
  constructor(init: ApiErrorInit, requiredScopes: readonly string[]) {
    super(init, `Use a key with ${requiredScopes.join(', ') || 'the needed scope'}.`);
    this.requiredScopes = requiredScopes;
  }
}

/** 403: the feature is switched off for the account. */
export class FeatureDisabledError extends PermissionDeniedError {
  static override readonly className: string = 'FeatureDisabledError';
  /** Key of the feature, as the platform names it. */
  readonly featureKey: string;
  /** @internal */
  constructor(init: ApiErrorInit, featureKey: string) {
    super(init, `Ask the platform to switch ${featureKey} on for the account.`);
    this.featureKey = featureKey;
  }
}

/** 403: a human has to claim the agent's account first. */
export class ClaimRequiredError extends PermissionDeniedError {
  static override readonly className: string = 'ClaimRequiredError';
  /** Page on which a human claims the account, where the platform gave it. */
  readonly claimUrl: string | undefined;
  /** @internal */
  constructor(init: ApiErrorInit, claimUrl: string | undefined) {
    super(init, 'Start a claim and have a human finish it, then use the token it yields.');
    this.claimUrl = claimUrl;
  }
}

/** 404: no such thing, or it belongs to somebody else. */
export class NotFoundError extends ApiError {
  static override readonly className: string = 'NotFoundError';
}

/** 409: the state of things forbids it; `reason` says why. */
export class ConflictError extends ApiError {
  static override readonly className: string = 'ConflictError';
}

/** 429: too many calls, or a daily cap is spent. */
export class RateLimitError extends ApiError {
  static override readonly className: string = 'RateLimitError';
  /** Seconds to wait before the next try, where the platform said so. */
  readonly retryAfterSeconds: number | undefined;
  /** @internal */
  constructor(init: ApiErrorInit) {
    const wait = init.retryAfterSeconds;
    super(init, wait === undefined ? 'Slow down and try later.' : `Try again in ${wait} s.`);
    this.retryAfterSeconds = wait;
  }
}

/** 5xx: the platform (or a proxy before it) is in trouble. */
export class ServerError extends ApiError {
  static override readonly className: string = 'ServerError';
  /** True: how far the platform came is not known. */
  override readonly mayHaveHappened: boolean = true;
  /** Seconds the platform asked to wait, where it said so. */
  readonly retryAfterSeconds: number | undefined;
  /** @internal */
  constructor(init: ApiErrorInit) {
    super(init, 'The trouble is on the platform’s side; try later.');
    this.retryAfterSeconds = init.retryAfterSeconds;
  }
}

/** An answer of the agent-auth endpoints in OAuth's form; `code` holds its `error`. */
export class OAuthError extends ApiError {
  static override readonly className: string = 'OAuthError';
}

/**
 * A success status with a body that is not the JSON the contract promises: empty, cut short, HTML,
 * over the size limit, or a redirect (which is never followed, so that no key leaves for another host).
 */
export class UnexpectedResponseError extends ApiError {
  static override readonly className: string = 'UnexpectedResponseError';
  /** True: what the answer should have told is not in it. */
  override readonly mayHaveHappened: boolean = true;
}
