import { scopes } from '../../../../generated/opentrain/operations.ts';

/** Every scope of the Public API, in the order in which the platform lists them. */
export const allScopes = scopes;

/** What the token of a registration may do until a human claims the account. */
export const preClaimScopes = [
  'jobs:read',
  'jobs:write',
  'proposals:read',
  'messages:read',
  'payments:read',
  'team:read',
] as const;

/** What the token that a claim hands out may do: neither payments nor webhooks are written with it. */
export const postClaimScopes = [
  'jobs:read',
  'jobs:write',
  'proposals:read',
  'proposals:write',
  'messages:read',
  'messages:write',
  'payments:read',
  'team:read',
  'team:write',
] as const;

/** Names in `scopes` that are no scope. */
export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !(allScopes as readonly string[]).includes(scope));
}
