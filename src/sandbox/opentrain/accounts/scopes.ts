import { grantedBy, scopes } from '../../../../generated/opentrain/operations.ts';

/** Every scope of the Public API, in the order in which the platform lists them. */
export const allScopes = scopes;

/** What the token of a registration may do until a human claims the account. */
export const preClaimScopes = grantedBy['agent.register'];

/** What the token that a claim hands out may do: neither payments nor webhooks are written with it. */
export const postClaimScopes = grantedBy['agent.pollClaim'];

/** Names in `scopes` that are no scope. */
export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !(allScopes as readonly string[]).includes(scope));
}
