import type {
  AgentRegistration,
  ClaimAttempt,
  ClaimedToken,
} from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Quota } from '../accounts/quotas.ts';
import { postClaimScopes, preClaimScopes } from '../accounts/scopes.ts';
import type { Market } from '../market.ts';
import { attemptSeconds, pollSeconds } from './claims.ts';
import { claimGrant, oauthError, optionalText, requiredText } from './oauth.ts';

const hourMs = 60 * 60 * 1000;

const why: Record<string, string> = {
  authorization_pending: 'The human has not finished the claim yet',
  slow_down: 'Polled too soon: add five seconds to the interval',
  expired_token: 'The claim window is over: register again',
  invalid_grant: 'Unknown claim token, or its token was delivered already',
};

/** Registration, claim, polling and revocation of agents. Bodies are checked by hand: errors are OAuth's. */
export function agentHandlers(market: Market) {
  const { kernel, accounts, tokens, claims, quotas, settings } = market;

  // The numbers are not published, so nothing is limited unless the sandbox is told to.
  const limited = (name: string, ip: string) => {
    const quota: Quota = {
      limit: kernel.limit(`opentrain.${name}`, Number.POSITIVE_INFINITY),
      windowMs: hourMs,
    };
    const bucket = `${name}|${ip}`;
    if (quotas.wait(bucket, quota) > 0) {
      throw oauthError(429, 'rate_limit_exceeded', 'Too many attempts: try again later');
    }
    quotas.use(bucket, quota);
  };

  const enabled = () => {
    if (settings.isOn('anonymousRegistration')) return;
    throw oauthError(403, 'anonymous_not_enabled', 'Anonymous registration is switched off');
  };

  const register: Handler<OpenTrainActor> = ({ body, ip, url }: Call<OpenTrainActor>) => {
    enabled();
    const type = optionalText(body, 'identity_type') ?? 'anonymous';
    if (type !== 'anonymous') {
      throw oauthError(400, 'unsupported_identity_type', 'Only anonymous identities exist');
    }
    const agentName = optionalText(body, 'agent_name') ?? null;
    const name = optionalText(body, 'organization_name') || 'Unclaimed workspace';
    limited('registrationsPerHour', ip);
    const account = accounts.create({ name, agentName });
    const { text } = tokens.mint(account.id, { scopes: preClaimScopes, name: 'Agent token' });
    const claim = claims.open(account.id);
    return reply(200, {
      identity_type: 'anonymous',
      registration_id: kernel.random.stream('opentrain.registrations').id('reg_'),
      access_token: text,
      token_type: 'bearer',
      scopes: [...preClaimScopes],
      claim_token: claim.claimToken,
      claim_token_expires_at: kernel.clock.iso(claim.expiresAt),
      claim_endpoint: `${url.origin}/api/agent/identity/claim`,
      token_endpoint: `${url.origin}/api/agent/oauth/token`,
      grant_type: claimGrant,
    } satisfies AgentRegistration);
  };

  const startClaim: Handler<OpenTrainActor> = ({ body, ip, url }: Call<OpenTrainActor>) => {
    enabled();
    const claim = claims.byToken(requiredText(body, 'claim_token'));
    const email = requiredText(body, 'email').trim();
    if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) {
      throw oauthError(400, 'invalid_request', 'email is not an address');
    }
    if (!claim || !claims.isOpen(claim)) {
      throw oauthError(400, 'invalid_request', 'claim_token is unknown, used or expired');
    }
    if (accounts.byEmail(email)) {
      throw oauthError(
        400,
        'invalid_request',
        'email_already_registered: this address belongs to an OpenTrain account',
      );
    }
    limited('claimStartsPerHour', ip);
    const attempt = claims.start(claim, email);
    return reply(200, {
      user_code: attempt.userCode,
      verification_uri: `${url.origin}/claim?token=${attempt.token}`,
      expires_in: attemptSeconds,
      interval: pollSeconds,
      email_sent: true,
    } satisfies ClaimAttempt);
  };

  const pollClaim: Handler<OpenTrainActor> = ({ body }: Call<OpenTrainActor>) => {
    const grant = requiredText(body, 'grant_type');
    if (grant !== claimGrant) {
      throw oauthError(400, 'unsupported_grant_type', `grant_type has to be ${claimGrant}`);
    }
    const outcome = claims.poll(requiredText(body, 'claim_token'));
    if ('error' in outcome) throw oauthError(400, outcome.error, why[outcome.error] ?? '');
    return reply(200, {
      access_token: outcome.token,
      token_type: 'bearer',
      scopes: [...postClaimScopes],
    } satisfies ClaimedToken);
  };

  const revoke: Handler<OpenTrainActor> = ({ body }: Call<OpenTrainActor>) => {
    const token = tokens.find(requiredText(body, 'token'));
    if (token) tokens.revoke(token.id);
    return reply(200, {});
  };

  return {
    'agent.register': register,
    'agent.startClaim': startClaim,
    'agent.pollClaim': pollClaim,
    'agent.revoke': revoke,
  };
}
