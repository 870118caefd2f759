import { contracts } from './scenarios/contracts.ts';
import { events } from './scenarios/events.ts';
import { installs } from './scenarios/installs.ts';
import { projectLinks } from './scenarios/project-links.ts';
import { usage } from './scenarios/usage.ts';
import { webhookEndpoints } from './scenarios/webhook-endpoints.ts';

export const scenarios = [
  ...installs,
  ...projectLinks,
  ...contracts,
  ...usage,
  ...webhookEndpoints,
  ...events,
];
