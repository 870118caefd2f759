import { webhookEvents } from '../../../../generated/opentrain/operations.ts';
import type { WebhookEvent, WebhookEventType } from '../../../../generated/opentrain/types.ts';
import { covers } from '../../kernel/gates.ts';
import type { World } from '../world.ts';

/** An event as stored: the record that readers see, and whose it is. */
export interface EventRow {
  readonly number: number;
  readonly accountId: string;
  readonly event: WebhookEvent;
}

type EventOf<Type extends WebhookEventType> = Extract<WebhookEvent, { type: Type }>;

/** What an event says beside its type. */
export interface EventFacts<Type extends WebhookEventType> {
  readonly resourceId: string;
  readonly jobId: string | null;
  /** Ids only, never names or text. */
  readonly data: EventOf<Type>['data'];
}

/** One page of the feed. */
export interface EventPage {
  events: WebhookEvent[];
  /** Id of the last event of the page, or the cursor that was sent. */
  nextCursor: string;
  hasMore: boolean;
}

const readScopes = [...new Set(Object.values(webhookEvents).map(({ scope }) => scope))];

/** The scope that reads an event type. */
export function scopeOf(type: WebhookEventType): string {
  return webhookEvents[type].scope;
}

/** Everything that happened, for the updates feed and for webhooks. One sequence over all accounts. */
export class Events {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.events', {
      key: (row: EventRow) => row.event.id,
      indexes: {
        // By scope as well, so that what a token can't read costs its page nothing.
        readable: {
          on: (row) => `${row.accountId}|${scopeOf(row.event.type)}`,
          sort: (row) => row.number,
        },
      },
    });
  }

  /**
   * Records an event, and sends it to the account's webhooks.
   *
   * @example
   * world.events.emit(accountId, 'proposal.received', {
   *   resourceId: proposalId, jobId, data: { proposalId, jobId },
   * });
   */
  emit<Type extends WebhookEventType>(
    accountId: string,
    type: Type,
    { resourceId, jobId, data }: EventFacts<Type>,
  ): WebhookEvent {
    const { kernel, webhooks } = this.#world;
    const number = kernel.store.next('opentrain.events');
    const event = {
      id: String(number),
      type,
      apiVersion: 'v1',
      createdAt: kernel.clock.iso(),
      resourceId,
      jobId,
      data,
      // That these make the event of this type is what EventFacts says, beyond what the compiler follows.
    } as EventOf<Type>;
    this.#rows.insert({ number, accountId, event });
    webhooks.deliver(accountId, event);
    return event;
  }

  /**
   * Events after a cursor, oldest first. A page costs the same however long the history is.
   *
   * @param scopes what the reader was granted; types they don't cover are left out.
   * @param cursor decimal event id; everything when left out.
   */
  page(
    accountId: string,
    scopes: readonly string[],
    { cursor = '0', limit }: { cursor?: string | undefined; limit: number },
  ): EventPage {
    const after = { sort: Number(cursor), seq: Number.POSITIVE_INFINITY };
    const found = readScopes
      .filter((scope) => covers(scopes, scope))
      .flatMap((scope) => {
        const key = `${accountId}|${scope}`;
        const query = { index: 'readable', key, order: 'oldest', limit: limit + 1, after } as const;
        return this.#rows.page(query).rows;
      })
      .sort((a, b) => a.number - b.number);
    const events = found.slice(0, limit).map(({ event }) => event);
    return {
      events,
      nextCursor: events.at(-1)?.id ?? cursor,
      hasMore: found.length > limit,
    };
  }
}
