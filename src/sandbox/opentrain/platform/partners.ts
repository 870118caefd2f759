import type { Market } from '../market.ts';
import type { Apps } from './apps.ts';
import type { Tickets } from './connect/tickets.ts';
import type { Crews } from './crews.ts';
import type { Endpoints } from './endpoints.ts';
import type { PartnerEvents } from './events.ts';
import type { Installs } from './installs.ts';
import type { Links } from './links.ts';
import type { UsageBook } from './usage-book.ts';

/** What annotation platforms are and have, beside the market that they work with. */
export interface Partners {
  readonly market: Market;
  readonly apps: Apps;
  readonly installs: Installs;
  readonly links: Links;
  readonly crews: Crews;
  readonly usage: UsageBook;
  readonly events: PartnerEvents;
  readonly endpoints: Endpoints;
  readonly tickets: Tickets;
}
