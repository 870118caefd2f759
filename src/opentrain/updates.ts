import { calls } from '../../generated/opentrain/calls.ts';
import type { UpdatePage } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { waitFor } from '../core/poll.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { OpenTrainWebhookEvent } from '../webhooks/events.ts';
import { isAfter } from './event-order.ts';
import type { Query } from './query.ts';

/** How far `updates.poll` reads. */
export interface UpdateQuery extends Query<'updates.poll'> {}

/** One page of the feed; switch on an event's `type`, and pass over those you do not know. */
export interface FeedPage extends Omit<UpdatePage, 'events'> {
  /** The events, oldest first. */
  events: OpenTrainWebhookEvent[];
}

/** What `updates.stream` takes. */
export interface UpdateStreamOptions {
  /** Id of the last event that was dealt with. Default: from the start of the account's history. */
  cursor?: string | undefined;
  /** Ends the stream; it rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Longest gap between polls while nothing happens, in milliseconds. Default 30,000. */
  idleMs?: number | undefined;
}

const firstGapMs = 1_000;
const mostEvents = 200;

/** What happens to the account, as a feed: the same events that webhooks deliver, and none is lost. */
export class Updates {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads the events after `cursor`, oldest first. Come back with `nextCursor`; an empty page repeats
   * the cursor it was sent. Needs `proposals:read`, `messages:read` or `payments:read`; types the
   * token may not read are left out. Source: documented.
   *
   * @param query.limit events a page, 1 to 200
   * @throws MissingScopeError when the token has none of the three
   *
   * @example
   * ```ts
   * const { events, nextCursor, hasMore } = await ot.updates.poll({ cursor: await load() });
   * ```
   */
  poll(query?: UpdateQuery, options?: RequestOptions): ApiPromise<FeedPage> {
    return this.#api.call(calls['updates.poll'], { query }, options);
  }

  /**
   * Follows the feed for ever: every event once, in order. Asks for more only when the last page is
   * used up, every second at first and more rarely while nothing happens; passing failures are ridden
   * over. `break` ends it.
   *
   * Store the `id` of each event you have dealt with: as `cursor` it takes the stream up where it was.
   *
   * @param options.cursor id of the last event that was dealt with; default: the start of the history
   * @param options.idleMs longest gap between polls in milliseconds; default 30,000
   * @throws MissingScopeError when the token has none of the three read scopes
   * @throws InvalidArgumentError when `idleMs` is not above 0
   *
   * @example
   * ```ts endless
   * for await (const event of ot.updates.stream({ cursor: await load() })) {
   *   if (event.type === 'proposal.received') await queue.add(event.id, event.data);
   *   await save(event.id);
   * }
   * ```
   */
  async *stream(
    options: UpdateStreamOptions = {},
  ): AsyncGenerator<OpenTrainWebhookEvent, void, undefined> {
    const { signal, idleMs = 30_000 } = options;
    if (!(idleMs > 0)) throw new InvalidArgumentError('idleMs', 'milliseconds, more than 0.');
    const firstMs = Math.min(firstGapMs, idleMs);
    let { cursor } = options;
    let known = false;
    for (;;) {
      const { events, nextCursor, hasMore } = await waitFor({
        name: 'updates.stream',
        clock: this.#api.clock,
        options: { signal },
        known,
        poll: async (signal) => {
          const from = cursor;
          const page = await this.poll({ cursor, limit: mostEvents }, { signal });
          const events = page.events.filter(({ id }) => isAfter(id, from));
          // What an empty first page carries is not documented.
          if (!events.length) cursor = page.nextCursor || cursor;
          return { ...page, events, moved: cursor !== from };
        },
        // Pages can be empty with more behind them: types that the token may not read are left out.
        isOver: ({ events, hasMore, moved }) => events.length > 0 || (hasMore && moved),
        firstMs,
        longestMs: idleMs,
        advice: '',
      });
      known = true;
      for (const event of events) {
        signal?.throwIfAborted();
        cursor = event.id;
        yield event;
      }
      cursor = nextCursor || cursor;
      if (!hasMore) await this.#api.clock.sleep(firstMs, signal);
    }
  }
}
