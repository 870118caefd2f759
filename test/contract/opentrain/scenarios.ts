import { agent } from './scenarios/agent.ts';
import { contracts } from './scenarios/contracts.ts';
import { drafts } from './scenarios/drafts.ts';
import { events } from './scenarios/events.ts';
import { jobs } from './scenarios/jobs.ts';
import { marketplace } from './scenarios/marketplace.ts';
import { messages } from './scenarios/messages.ts';
import { money } from './scenarios/money.ts';
import { proposals } from './scenarios/proposals.ts';
import { team } from './scenarios/team.ts';
import { tokens } from './scenarios/tokens.ts';

export const scenarios = [
  ...agent,
  ...tokens,
  ...drafts,
  ...marketplace,
  ...jobs,
  ...proposals,
  ...messages,
  ...contracts,
  ...money,
  ...events,
  ...team,
];
