import { webhookFixture } from '../../src/webhooks/fixtures.ts';
import type { OpenTrainWebhookEvent } from '../../src/webhooks/index.ts';

/** Numbers between 0 and 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Planned {
  event: OpenTrainWebhookEvent;
  id: number;
  /** Of its contract; a message has none. */
  contractId: string | undefined;
  /** PostgreSQL takes no such text, so it can't be booked however often it is tried. */
  isPoison: boolean;
}

export interface Plan {
  events: Planned[];
  /** In the order in which they are sent: a twentieth are twins of others, a twentieth come late. */
  deliveries: Planned[];
  /** How many of them are sent a second time, right after they were taken. */
  again: number;
}

/** Makes up what a platform would send: of `size` requests a tenth are repeats. */
export function plan(size: number, seed: number): Plan {
  const next = random(seed);
  const below = (bound: number) => Math.floor(next() * bound);
  const twins = Math.floor(size / 20);
  const again = Math.floor(size / 20);
  const contracts = Math.max(5, Math.floor(size / 50));
  const events = Array.from({ length: size - twins - again }, (_, at) =>
    planned(1_000 + at, `ctr_${below(contracts)}`, below(10), at % Math.floor(size / 8) === 7),
  );
  const placed = events.map((event, at) => ({ event, at: at as number }));
  for (const place of placed) if (next() < 0.05 * (size / events.length)) place.at += 1 + below(60);
  for (let made = 0; made < twins; made++) {
    const at = below(events.length);
    // Half right behind, as two subscriptions deliver; half much later, as what is delivered anew.
    placed.push({ event: events[at]!, at: at + 0.5 + (made % 2) * below(500) });
  }
  const deliveries = placed.sort((a, b) => a.at - b.at).map(({ event }) => event);
  return { events, deliveries, again };
}

function planned(id: number, contractId: string, kind: number, isPoison: boolean): Planned {
  const own = { id: String(id) };
  const of = (event: OpenTrainWebhookEvent, contract: string | undefined = contractId) => ({
    event,
    id,
    contractId: contract,
    isPoison,
  });
  if (isPoison || kind < 4) {
    const data = { contractId, status: isPoison ? '\u0000' : 'ACTIVE_FUNDED' };
    return of(webhookFixture('opentrain', 'milestone.status_changed', { ...own, data }));
  }
  const data = { contractId };
  if (kind < 6) return of(webhookFixture('opentrain', 'contract.created', { ...own, data }));
  if (kind < 8) return of(webhookFixture('opentrain', 'payment.pending', { ...own, data }));
  const message = webhookFixture('opentrain', 'message.received', own);
  return { event: message, id, contractId: undefined, isPoison: false };
}
