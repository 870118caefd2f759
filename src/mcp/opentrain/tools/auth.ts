import { claimAccount, claimStatus, registerAgent } from '../onboarding.ts';
import type { OpenTrainTool } from '../tool.ts';

const registered =
  'Registered, and the token is saved. Draft and publish now. Before hiring, messaging or paying, a human claims the account: ask for their e-mail address and call opentrain_claim_account (the claim window is about 24 hours).';

export const authTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_register_agent',
    title: 'Register an agent account',
    description:
      'Create an unclaimed account and save its token, if there is none yet. No human is needed. Refuses while credentials are saved, unless force is true.',
    toolset: 'auth',
    operation: 'agent.register',
    input: {
      type: 'object',
      properties: {
        agentName: { type: 'string', description: 'Shown to the human on the claim page' },
        organizationName: { type: 'string', description: 'Name of the new employer account' },
        force: { type: 'boolean', description: 'Replace saved credentials; their account is lost' },
      },
    },
    output: {
      type: 'object',
      properties: {
        registration_id: { type: 'string' },
        scopes: { type: 'array', items: { type: 'string' } },
        claim_token_expires_at: { type: 'string' },
        saved: { type: 'boolean' },
        usedNow: { type: 'boolean' },
      },
      required: ['registration_id', 'scopes', 'saved', 'usedNow'],
    },
    run: registerAgent,
    tell: ({ usedNow }) =>
      usedNow
        ? registered
        : 'Registered and saved, but OPENTRAIN_PERSONAL_API_TOKEN is set, and all calls go on with its token. Have the human take the variable away and restart this server to use the new account.',
  },
  {
    name: 'opentrain_claim_account',
    title: 'Start the claim by a human',
    description:
      'E-mail the owner a claim link. Show them verification_uri and user_code yourself too, then poll opentrain_claim_status. Calling again makes a new code.',
    toolset: 'auth',
    operation: 'agent.startClaim',
    input: {
      type: 'object',
      properties: {
        email: { type: 'string', description: 'Of the owner; must have no OpenTrain account yet' },
        claimToken: { type: 'string', description: 'Default: the saved one' },
      },
      required: ['email'],
    },
    openWorld: true,
    // The link is for the human to open.
    reveals: ['verification_uri'],
    run: claimAccount,
    tell: ({ verification_uri, user_code, email_sent }) =>
      `Show the human this link and code${email_sent ? '' : ' (the mail did not go out)'}: ${verification_uri}, code ${user_code}. Then call opentrain_claim_status.`,
  },
  {
    name: 'opentrain_claim_status',
    title: 'Ask whether the claim is done',
    description:
      'Tell whether the human has claimed the account. When they have, the saved token is replaced by the one with more scopes, and more tools work.',
    toolset: 'auth',
    operation: 'agent.pollClaim',
    input: {
      type: 'object',
      properties: { claimToken: { type: 'string', description: 'Default: the saved one' } },
    },
    output: {
      type: 'object',
      properties: {
        status: { type: 'string', enum: ['authorization_pending', 'slow_down', 'claimed'] },
        scopes: { type: 'array', items: { type: 'string' } },
      },
      required: ['status'],
    },
    run: claimStatus,
    tell: ({ status }) =>
      status === 'claimed'
        ? 'Claimed; the new token is saved. Tools for hiring, messages and the team work now.'
        : `Not claimed yet (${status}). Ask again after ${status === 'slow_down' ? 10 : 5} seconds or more; the human has 30 minutes from the start of the claim.`,
  },
  {
    name: 'opentrain_auth_status',
    title: 'Who the token is',
    description: 'Tell person, token scopes and account behind the token. Try it first.',
    toolset: 'auth',
    operation: 'auth.me',
  },
  {
    name: 'opentrain_capabilities',
    title: 'What the account may do',
    description: 'Tell enabled features, draft formats, draft keys and their enum values.',
    toolset: 'auth',
    operation: 'jobDrafts.capabilities',
  },
];
