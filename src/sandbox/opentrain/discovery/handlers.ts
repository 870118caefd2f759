import { type Handler, reply } from '../../kernel/handler.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { allScopes } from '../accounts/scopes.ts';
import { pollSeconds } from '../auth/claims.ts';
import { claimGrant } from '../auth/oauth.ts';
import { authGuide } from './auth-guide.ts';
import type { discoveryOperations } from './operations.ts';
import { overview } from './overview.ts';

const json = { 'content-type': 'application/json' };
const markdown = { 'content-type': 'text/markdown; charset=utf-8' };
const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** The documents by which agents find their way. Names of keys in the JSON ones are inferred. */
export const discoveryHandlers = {
  'discovery.llms': ({ url }) => reply(200, overview(url.origin), plain),

  'discovery.auth': ({ url }) => reply(200, authGuide(url.origin), markdown),

  'discovery.protectedResource': ({ url: { origin } }) =>
    reply(200, {
      resource: `${origin}/api/public/v1`,
      authorization_servers: [origin],
      scopes_supported: [...allScopes],
      bearer_methods_supported: ['header'],
      resource_documentation: `${origin}/auth.md`,
    }),

  'discovery.authorizationServer': ({ url: { origin } }) =>
    reply(200, {
      issuer: origin,
      token_endpoint: `${origin}/api/agent/oauth/token`,
      revocation_endpoint: `${origin}/api/agent/oauth/revoke`,
      grant_types_supported: [claimGrant],
      scopes_supported: [...allScopes],
      token_endpoint_auth_methods_supported: ['none'],
      agent_auth: {
        identity_endpoint: `${origin}/api/agent/identity`,
        claim_endpoint: `${origin}/api/agent/identity/claim`,
        grant_type: claimGrant,
        interval: pollSeconds,
      },
    }),

  // Large, and seldom asked for: loaded when it is.
  'discovery.openapi': async () => {
    const { document } = await import('../../../../generated/opentrain/document.ts');
    return reply(200, document, json);
  },
} satisfies Record<keyof typeof discoveryOperations, Handler<OpenTrainActor>>;
