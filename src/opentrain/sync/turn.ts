import { ApiError } from '../../core/api-error.ts';
import type { Clock } from '../../core/clock.ts';
import { TimeoutError } from '../../core/connection-error.ts';
import { follow } from '../../core/on-abort.ts';
import type { CursorStore, TransactionalCursorStore } from '../../webhooks/cursor/cursor-store.ts';
import type { OpenTrainWebhookEvent } from '../../webhooks/events.ts';
import type { WebhookHandler, WebhookHandlers } from '../../webhooks/receiver/handlers.ts';
import { byId, isAfter } from '../event-order.ts';
import type { Lease } from './lease.ts';
import type { SyncClient, SyncContext, SyncErrorInfo, SyncTurn } from './options.ts';

const mostEvents = 200;

type AnyHandler = WebhookHandler<OpenTrainWebhookEvent, SyncContext<unknown>>;

/** What turns are taken with. */
export interface TurnOptions {
  client: SyncClient;
  cursor: CursorStore | TransactionalCursorStore<unknown>;
  name: string;
  on?: WebhookHandlers<'opentrain', SyncContext<unknown>> | undefined;
  onUnknown?: AnyHandler | undefined;
  deadlineMs: number;
  clock: Clock;
  onError(error: unknown, info: SyncErrorInfo): void;
}

/** Trouble that ends a turn, and where it was. */
class Trouble {
  constructor(
    readonly error: unknown,
    readonly info: SyncErrorInfo,
  ) {}
}

/** A handler ended because it was told to. */
class CalledOff {}

/** Reads the feed from where the cursor is to its end, and works each event before the cursor moves on. */
export class Turns {
  readonly #options: TurnOptions;
  /** Only the first event in line is ever tried again. */
  #tried = { id: '', times: 0 };

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  /** Where the sync stands. */
  async cursor(): Promise<string | undefined> {
    const { cursor, name } = this.#options;
    return (await cursor.load(name)) ?? undefined;
  }

  /**
   * @param stop aborted when no other event is to be begun
   * @param signal aborted when the handler that runs is to be called off as well
   * @throws ApiError when reading the feed failed, and would fail again
   */
  async take(lease: Lease, stop: AbortSignal, signal: AbortSignal | undefined): Promise<SyncTurn> {
    const turn: SyncTurn = { from: undefined, to: undefined, events: 0, ended: 'caught-up' };
    try {
      turn.from = await during('cursor', this.cursor());
      turn.to = turn.from;
      turn.ended = await this.#follow(turn, lease, stop, signal);
    } catch (error) {
      if (error instanceof CalledOff) turn.ended = lease.isHeld ? 'stopped' : 'deposed';
      else turn.ended = this.#report(error, stop);
    }
    return turn;
  }

  #report(error: unknown, stop: AbortSignal): SyncTurn['ended'] {
    const { error: cause, info } =
      error instanceof Trouble ? error : new Trouble(error, { during: 'poll' });
    if (info.during === 'poll') {
      if (stop.aborted) return 'stopped';
      if (isFinal(cause)) throw cause;
    }
    this.#options.onError(cause, info);
    return 'failed';
  }

  async #follow(
    turn: SyncTurn,
    lease: Lease,
    stop: AbortSignal,
    signal: AbortSignal | undefined,
  ): Promise<SyncTurn['ended']> {
    const { client } = this.#options;
    for (;;) {
      if (stop.aborted) return 'stopped';
      const begun = turn.to;
      const query = { cursor: turn.to, limit: mostEvents };
      const { events, nextCursor, hasMore } = await client.updates.poll(query, { signal: stop });
      for (const event of [...events].sort(byId)) {
        // What the platform repeats.
        if (!isAfter(event.id, turn.to)) continue;
        if (stop.aborted) return 'stopped';
        if (!lease.isHeld || !(await this.#deal(event, turn, lease, signal))) return 'deposed';
      }
      // Types that the token may not read are left out of a page, and need not be asked for again. What
      // an empty last page carries is not documented.
      const isTold = nextCursor !== '' && (hasMore || events.length > 0);
      if (isTold && isAfter(nextCursor, turn.to) && !(await this.#move(turn, nextCursor))) {
        return 'deposed';
      }
      // A page that does not move on would be asked for without end.
      if (!hasMore || turn.to === begun) return 'caught-up';
    }
  }

  /** @returns whether the cursor moved */
  async #deal(
    event: OpenTrainWebhookEvent,
    turn: SyncTurn,
    lease: Lease,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const handler = this.#handlerOf(event);
    if (!handler) return this.#move(turn, event.id, event);
    const { id } = event;
    const attempt = this.#tried.id === id ? this.#tried.times + 1 : 1;
    this.#tried = { id, times: attempt };
    const work = (tx: unknown) => this.#work(handler, event, { tx, attempt }, lease, signal);
    const moved = await this.#move(turn, id, event, work);
    if (moved) turn.events += 1;
    return moved;
  }

  #handlerOf({ type }: OpenTrainWebhookEvent): AnyHandler | undefined {
    const { on = {}, onUnknown } = this.#options;
    // A handler only ever gets events of its own name.
    const own = Object.hasOwn(on, type) ? on[type as keyof typeof on] : undefined;
    return (own as AnyHandler | undefined) ?? onUnknown;
  }

  /** Calls the handler, within its time. */
  async #work(
    handler: AnyHandler,
    event: OpenTrainWebhookEvent,
    context: Omit<SyncContext<unknown>, 'signal'>,
    lease: Lease,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { clock, deadlineMs, onError } = this.#options;
    const info = { during: 'handler', event, attempt: context.attempt } as const;
    const calledOff = new AbortController();
    const ended = new AbortController();
    const callsOff = [follow(signal, calledOff), follow(lease.signal, calledOff)];
    clock.sleep(deadlineMs, ended.signal).then(
      () => {
        const late = new TimeoutError('the sync handler', deadlineMs, 'Its lead is given up.');
        onError(late, info);
        lease.abandon(late);
      },
      () => {},
    );
    try {
      await handler(event, { ...context, signal: calledOff.signal });
    } catch (error) {
      const { aborted, reason } = calledOff.signal;
      throw aborted && error === reason ? new CalledOff() : new Trouble(error, info);
    } finally {
      ended.abort();
      for (const callOff of callsOff) callOff();
    }
  }

  /** Does `work`, then moves the cursor; @returns whether it was where this turn had left it. */
  async #move(
    turn: SyncTurn,
    to: string,
    event?: OpenTrainWebhookEvent,
    work: (tx: unknown) => Promise<void> = async () => {},
  ): Promise<boolean> {
    const { cursor, name } = this.#options;
    let moved: boolean;
    if ('advance' in cursor) {
      moved = await during('cursor', cursor.advance(name, to, turn.to, work), event);
    } else {
      await work(undefined);
      moved = await during('cursor', cursor.save(name, to, turn.to), event);
    }
    if (moved) turn.to = to;
    return moved;
  }
}

/** Tells trouble of a store from trouble of a handler, which may come through it. */
async function during<T>(
  where: SyncErrorInfo['during'],
  work: Promise<T>,
  event?: OpenTrainWebhookEvent,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Trouble || error instanceof CalledOff) throw error;
    throw new Trouble(error, { during: where, ...(event && { event }) });
  }
}

/** Whether the same call would fail again: not what passes, and not what the platform has to mend. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && ![408, 429].includes(error.status);
}
