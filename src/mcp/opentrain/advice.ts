import type { ToolAnnotations } from '@modelcontextprotocol/server';
import {
  ApiError,
  AuthenticationError,
  ClaimRequiredError,
  FeatureDisabledError,
  MissingScopeError,
  OAuthError,
} from '../../core/api-error.ts';
import { redactDeep } from '../../core/redact.ts';
import { TrainyardError } from '../../core/trainyard-error.ts';
import { afterFailure } from '../serving/outcome.ts';
import { type Account, NoTokenError } from './account.ts';
import { claimGrants } from './availability.ts';

const keysPage = 'https://app.opentrain.ai/employer-settings?tab=api-keys';
const claim =
  'Ask the human for their e-mail address and call opentrain_claim_account; show them the link and the code it answers; then poll opentrain_claim_status.';
const variable = 'OPENTRAIN_PERSONAL_API_TOKEN';

/** What went wrong, as the platform put it, and what an agent should do about it. */
export async function advise(
  error: unknown,
  account: Account,
  annotations: ToolAnnotations | undefined,
): Promise<string> {
  const { what, next = afterFailure(error, annotations) } = await explain(error, account);
  const facts = error instanceof ApiError ? `\n${JSON.stringify(envelope(error))}` : '';
  return `${what}${next ? `\nNext: ${next}` : ''}${facts}`;
}

/** The parts of the platform's answer, for an agent that looks for a certain one. */
function envelope(error: ApiError) {
  const { status, code, reason, requestId, details } = error;
  return redactDeep({ status, code, reason, requestId, details });
}

async function explain(error: unknown, account: Account): Promise<{ what: string; next?: string }> {
  if (error instanceof NoTokenError) {
    return {
      what: 'There is no token yet.',
      next: `call opentrain_register_agent: it makes an account at once, without a human. Or have the human put a token of theirs (made at ${keysPage}) into ${variable} and restart this server.`,
    };
  }
  if (!(error instanceof TrainyardError)) {
    // Not ours: its message may hold anything.
    return {
      what: 'The tool failed inside this server.',
      next: 'try another way; a repeat may fail again.',
    };
  }
  const next = await nextStep(error, account);
  return { what: error.message, ...(next && { next }) };
}

async function nextStep(error: TrainyardError, account: Account): Promise<string | undefined> {
  if (error instanceof ClaimRequiredError) {
    const page = error.claimUrl ? ` (the page is ${error.claimUrl})` : '';
    return `a human has to claim the account first${page}. ${claim}`;
  }
  if (error instanceof MissingScopeError) return scopeStep(error.requiredScopes, account);
  if (error instanceof FeatureDisabledError) {
    return `tell the human that ${error.featureKey} is switched off for the account; only OpenTrain can switch it on. opentrain_capabilities tells what is on.`;
  }
  if (error instanceof AuthenticationError) return tokenStep(account);
  if (error instanceof OAuthError && error.code === 'expired_token') {
    return 'the claim window is over: the account can’t be claimed any more. Ask the human, then call opentrain_register_agent with force: true.';
  }
  if (error instanceof ApiError) {
    const { billingUrl, validation, claimUrl } = error.details;
    if (typeof billingUrl === 'string') {
      return `ask the human to add a card at ${billingUrl}, or to top up credits (opentrain_create_credit_top_up). Then call again.`;
    }
    if (validation !== undefined) {
      return 'fill in what is missing with opentrain_update_job_draft_fields, then publish again.';
    }
    if (typeof claimUrl === 'string') return claim;
    if (error.status === 404)
      return 'check the id: list the things you mean, and take it from there.';
  }
  return undefined;
}

async function scopeStep(required: readonly string[], account: Account): Promise<string> {
  const byClaim = required.every((scope) => claimGrants(scope));
  const { claimToken } = await account.file.read().catch(() => ({ claimToken: undefined }));
  const { tokenFrom } = await account.settings();
  if (byClaim && claimToken !== undefined && tokenFrom !== variable) {
    return `the token gets ${required.join(', ')} when a human claims the account. ${claim}`;
  }
  return `only a human can make a token with ${required.join(', ')}: at ${keysPage}. Have them put it into ${variable} and restart this server.`;
}

async function tokenStep(account: Account): Promise<string> {
  const { tokenFrom } = await account.settings();
  if (tokenFrom === variable) {
    return `the token in ${variable} is dead. Have the human make a new one at ${keysPage}, put it there and restart this server; or take the variable away to use the saved account.`;
  }
  return 'the saved token is dead. If the human has just claimed the account, call opentrain_claim_status; else ask them, then call opentrain_register_agent with force: true.';
}
