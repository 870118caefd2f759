import type { Operation } from '../../../src/core/operation.ts';

interface ErrorBody {
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId?: string | undefined;
}

const byStatus: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  404: 'NotFoundError',
  409: 'ConflictError',
  429: 'RateLimitError',
};

/** Reads an error body in any of the three forms that the platforms use. */
export function readError(body: unknown): ErrorBody {
  const { code, error, details, requestId } = Object(body) as Record<string, unknown>;
  const context = Object(details ?? {}) as Record<string, unknown>;
  return {
    code: (code ?? error) as string | undefined,
    reason: context.reason as string | undefined,
    requestId: requestId as string | undefined,
    details: context,
  };
}

/** The name of the class that a refusal becomes, as the design promises it. */
export function errorClass(operation: Operation, status: number, body: ErrorBody): string {
  if (status >= 500) return 'ServerError';
  if (operation.path.startsWith('/api/agent/') && status !== 429) return 'OAuthError';
  if (status !== 403) return byStatus[status] ?? 'ApiError';
  if ('requiredScopes' in body.details) return 'MissingScopeError';
  if (body.code === 'INSUFFICIENT_PERMISSIONS') return 'MissingScopeError';
  if ('featureKey' in body.details) return 'FeatureDisabledError';
  if (body.reason === 'account_claim_required') return 'ClaimRequiredError';
  return 'PermissionDeniedError';
}
