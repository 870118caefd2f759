import { postClaimScopes, preClaimScopes } from '../accounts/scopes.ts';
import { attemptSeconds, pollSeconds } from '../auth/claims.ts';
import { claimGrant } from '../auth/oauth.ts';

/** `/auth.md`: how an agent gets a token, and a human the account. */
export function authGuide(origin: string): string {
  return `# Getting a token

## Register

POST ${origin}/api/agent/identity with {} (or agent_name and organization_name).
Keep access_token, which is the bearer token of every call, and claim_token, which goes into bodies only. Both are shown once.
Until a human claims the account it may do: ${preClaimScopes.join(', ')}.

## Claim

1. POST ${origin}/api/agent/identity/claim with claim_token and the owner's email.
2. Show user_code and verification_uri to the human yourself. An attempt lasts ${attemptSeconds} seconds; starting again replaces it.
3. POST ${origin}/api/agent/oauth/token, form-encoded, with grant_type=${claimGrant} and claim_token, every ${pollSeconds} seconds.
   authorization_pending: keep polling. slow_down: add ${pollSeconds} seconds to the interval. expired_token: register again.
4. The answer with access_token comes once. All earlier tokens are dead by then. The new one may do: ${postClaimScopes.join(', ')}.

payments:write and webhooks:manage are in neither set: a human mints such a token in the app's settings.

## Revoke

POST ${origin}/api/agent/oauth/revoke, form-encoded, with token. The answer is always 200.
`;
}
