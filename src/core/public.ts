// What every entry point offers beside its own client.
export type { ApiClient, RequestParts } from './api-client.ts';
export {
  ApiError,
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
  UnexpectedResponseError,
} from './api-error.ts';
export type { ApiPromise, ApiResponse } from './api-promise.ts';
export type { ClientOptions } from './client-options.ts';
export type { Clock } from './clock.ts';
export { ConnectionError, TimeoutError } from './connection-error.ts';
export type {
  DriftDifference,
  DriftReport,
  DriftSchema,
  LoadSchemas,
  ResponseSchemas,
} from './drift.ts';
export type { FailureInfo, Logger, RequestInfo, ResponseInfo } from './hooks.ts';
export { InvalidArgumentError } from './invalid-argument-error.ts';
export type { HttpMethod } from './operation.ts';
export type { PaceOptions } from './pace.ts';
export { type ListPromise, type Page, PaginationError } from './pagination.ts';
export type { WaitOptions } from './poll.ts';
export type { RequestOptions } from './request-options.ts';
export { TrainyardError } from './trainyard-error.ts';
