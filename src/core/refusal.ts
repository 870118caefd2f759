import {
  ApiError,
  type ApiErrorInit,
  AuthenticationError,
  BadRequestError,
  ClaimRequiredError,
  ConflictError,
  FeatureDisabledError,
  MissingScopeError,
  NotFoundError,
  OAuthError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from './api-error.ts';
import { type ReadErrorBody, readErrorBody, requestId } from './error-body.ts';
import type { Call } from './operation.ts';
import { redactDeep } from './redact.ts';
import { parseRetryAfter } from './retry.ts';

/** Turns an answer of 400 and above into the error that says most. */
export function refusal(
  operation: Call,
  response: Response,
  text: string,
  read: ReadErrorBody,
  now: number,
): ApiError {
  const facts = redactDeep(readErrorBody(text, read));
  const { status, headers } = response;
  const asked = facts.details?.retryAfterSeconds;
  const init: ApiErrorInit = {
    ...facts,
    status,
    headers,
    operationId: operation.id,
    requestId: facts.requestId ?? requestId(headers),
    retryAfterSeconds:
      typeof asked === 'number' && asked >= 0
        ? asked
        : parseRetryAfter(headers.get('retry-after'), now),
  };
  if (facts.oauth && status !== 429 && status < 500) return new OAuthError(init);
  if (status >= 500) return new ServerError(init);
  switch (status) {
    case 400:
    case 422:
      return new BadRequestError(init);
    case 401:
      return new AuthenticationError(init);
    case 403:
      return forbidden(operation, init);
    case 404:
      return new NotFoundError(init);
    case 409:
      return new ConflictError(init);
    case 429:
      return new RateLimitError(init);
    default:
      return new ApiError(init);
  }
}

function forbidden(operation: Call, init: ApiErrorInit): PermissionDeniedError {
  const { requiredScopes, featureKey, claimUrl } = init.details ?? {};
  if (Array.isArray(requiredScopes)) return new MissingScopeError(init, requiredScopes.map(String));
  if (init.code === 'INSUFFICIENT_PERMISSIONS') {
    return new MissingScopeError(init, operation.scope ?? []);
  }
  if (typeof featureKey === 'string') return new FeatureDisabledError(init, featureKey);
  if (init.reason === 'account_claim_required') {
    return new ClaimRequiredError(init, typeof claimUrl === 'string' ? claimUrl : undefined);
  }
  return new PermissionDeniedError(init);
}
