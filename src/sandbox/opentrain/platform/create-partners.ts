import type { Market } from '../market.ts';
import { Apps } from './apps.ts';
import { Tickets } from './connect/tickets.ts';
import { contractWatcher } from './contract-events.ts';
import { Crews } from './crews.ts';
import { Endpoints } from './endpoints.ts';
import { PartnerEvents } from './events.ts';
import { Installs } from './installs.ts';
import { Links } from './links.ts';
import type { Partners } from './partners.ts';
import { UsageBook } from './usage-book.ts';

/** Makes the platforms' side of a market, and has it hear of the market's contracts. */
export function createPartners(market: Market): Partners {
  const { kernel } = market;
  const endpoints = new Endpoints(kernel);
  const partners: Partners = {
    market,
    apps: new Apps(kernel),
    installs: new Installs(kernel),
    links: new Links(kernel),
    crews: new Crews(kernel, market.trainers),
    usage: new UsageBook(kernel),
    endpoints,
    events: new PartnerEvents(kernel, endpoints),
    tickets: new Tickets(kernel),
  };
  market.watchers.push(contractWatcher(partners));
  return partners;
}
