import type { Accounts } from './accounts/accounts.ts';
import type { Quotas } from './accounts/quotas.ts';
import type { Settings } from './accounts/settings.ts';
import type { Tokens } from './accounts/tokens.ts';
import type { Claims } from './auth/claims.ts';
import type { Changes } from './jobs/changes.ts';
import type { Facets } from './jobs/facets.ts';
import type { Jobs } from './jobs/jobs.ts';

import type { Conversations } from './messages/conversations.ts';
import type { Messages } from './messages/messages.ts';
import type { Interviews } from './proposals/interviews.ts';
import type { Proposals } from './proposals/proposals.ts';
import type { Trainers } from './proposals/trainers.ts';
import type { Marketplace, World } from './world.ts';

/** All services of one sandboxed OpenTrain, as accounts, jobs, proposals and messages see them. */
export interface Market extends Omit<World, keyof Marketplace> {
  readonly settings: Settings;
  readonly quotas: Quotas;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly claims: Claims;
  readonly jobs: Jobs;
  readonly facets: Facets;
  readonly changes: Changes;
  readonly trainers: Trainers;
  readonly proposals: Proposals;
  readonly interviews: Interviews;
  readonly conversations: Conversations;
  readonly messages: Messages;
}
