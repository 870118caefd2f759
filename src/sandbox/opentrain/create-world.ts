import type { Kernel } from '../kernel/kernel.ts';
import { Accounts } from './accounts/accounts.ts';
import { Quotas } from './accounts/quotas.ts';
import { Settings } from './accounts/settings.ts';
import { Tokens } from './accounts/tokens.ts';
import { Claims } from './auth/claims.ts';
import type { ContractWatcher } from './contract-watcher.ts';
import { Events } from './events/events.ts';
import { Webhooks } from './events/webhooks.ts';
import { Changes } from './jobs/changes.ts';
import { Facets } from './jobs/facets.ts';
import { Jobs } from './jobs/jobs.ts';
import type { Market } from './market.ts';
import { Conversations } from './messages/conversations.ts';
import { Messages } from './messages/messages.ts';
import { Approvals } from './money/approvals.ts';
import { Contracts } from './money/contracts.ts';
import { Credits } from './money/credits.ts';
import { Invoices } from './money/invoices.ts';
import { Milestones } from './money/milestones.ts';
import { TopUps } from './money/top-ups.ts';
import { Interviews } from './proposals/interviews.ts';
import { Proposals } from './proposals/proposals.ts';
import { Trainers } from './proposals/trainers.ts';
import { Team } from './team/team.ts';

/** Makes every service of one sandboxed OpenTrain. */
export function createWorld(kernel: Kernel): Market {
  // Services look each other up when they are asked, not when they are made.
  const world = { kernel, watchers: [] as ContractWatcher[] } as {
    -readonly [Name in keyof Market]: Market[Name];
  };
  world.settings = new Settings(kernel);
  world.quotas = new Quotas(kernel);
  world.accounts = new Accounts(kernel);
  world.tokens = new Tokens(kernel);
  world.claims = new Claims(kernel, world.accounts, world.tokens);
  world.facets = new Facets(kernel);
  world.changes = new Changes(kernel);
  world.jobs = new Jobs(kernel, world.facets, world.changes);
  world.trainers = new Trainers(kernel);
  world.proposals = new Proposals(kernel, world);
  world.interviews = new Interviews(kernel);
  world.conversations = new Conversations(kernel, world);
  world.messages = new Messages(kernel, world);
  world.approvals = new Approvals(world);
  world.contracts = new Contracts(world);
  world.milestones = new Milestones(world);
  world.credits = new Credits(world);
  world.topUps = new TopUps(world);
  world.invoices = new Invoices(world);
  world.events = new Events(world);
  world.webhooks = new Webhooks(world);
  world.team = new Team(world);
  return world;
}
