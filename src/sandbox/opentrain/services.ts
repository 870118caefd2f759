import { Events } from './events/events.ts';
import { Webhooks } from './events/webhooks.ts';
import { Approvals } from './money/approvals.ts';
import { Contracts } from './money/contracts.ts';
import { Credits } from './money/credits.ts';
import { Invoices } from './money/invoices.ts';
import { Milestones } from './money/milestones.ts';
import { TopUps } from './money/top-ups.ts';
import { Team } from './team/team.ts';
import type { Marketplace, World } from './world.ts';

/**
 * Money, events and team of a world that is being made: `Object.assign(world, services(world))`.
 * They touch the rest of the world when called, never while being made.
 */
export function services(world: World): Omit<World, 'kernel' | keyof Marketplace> {
  return {
    events: new Events(world),
    webhooks: new Webhooks(world),
    approvals: new Approvals(world),
    contracts: new Contracts(world),
    milestones: new Milestones(world),
    credits: new Credits(world),
    topUps: new TopUps(world),
    invoices: new Invoices(world),
    team: new Team(world),
  };
}
