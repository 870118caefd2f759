import type { Activity, Task } from './activity.ts';
import type { SandboxClock } from './clock.ts';
import type { Delivery, DeliveryAttempt } from './delivery-log.ts';
import type { DeliveryFault, Faults } from './faults.ts';
import type { Limit } from './limits.ts';
import { redactText } from './redact.ts';
import { Refusal } from './refusal.ts';
import { type Platform, type Sender, type Sign, webhookSender } from './sender.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

/** Where events go. */
export interface Endpoint {
  readonly url: string;
  readonly secret: string;
}

/** A family of endpoints and its rules, registered once per sandbox. */
export interface Channel {
  readonly platform: Platform;
  /** Minutes to wait before each attempt; default 0, 1, 5, 30, 120. */
  readonly scheduleMinutes?: readonly number[];
  /**
   * The endpoint as it is now. `undefined`: gone for good, and the delivery is cancelled. `paused`: the
   * delivery waits for {@link Deliveries.wake}.
   */
  endpoint(endpointId: string): Endpoint | 'paused' | undefined;
  /** After the attempt that got a 2xx. */
  onSucceeded?(delivery: Delivery): void;
  /** After each attempt that failed; `last` when no other will follow. */
  onFailed?(delivery: Delivery, last: boolean): void;
}

/** An event to hand over. */
export interface Enqueued {
  channel: string;
  endpointId: string;
  /** Event name, for the log and for faults. */
  event: string;
  payload: unknown;
  /** Unchanged on retries. */
  deliveryId: string;
}

/** What the engine works with. */
export interface DeliveriesOptions {
  clock: SandboxClock;
  store: Store;
  faults: Faults;
  activity: Activity;
  limit: Limit;
  sign: Sign;
  deliver: typeof globalThis.fetch;
}

type Row = Delivery & {
  key: string;
  timer: number | null;
  held: boolean;
  /** How often it was started; each time has all attempts before it. */
  round: number;
};
type RowIndex = 'id' | 'endpoint' | 'pending' | 'held' | 'finished';

const timerKind = 'kernel.delivery';
const defaultSchedule = [0, 1, 5, 30, 120];
/** How long a delivery that was told to come late waits for one to overtake it. */
const heldMs = 5_000;

/** Hands events to webhook endpoints: at least once, signed afresh each time, with retries. */
export class Deliveries {
  readonly #channels = new Map<string, Channel>();
  readonly #rows: Table<Row, RowIndex>;
  readonly #send: Sender;
  readonly #options: DeliveriesOptions;
  /** Attempts begun before a restore belong to a past that is no more. */
  #generation = 0;

  /** @internal */
  constructor(options: DeliveriesOptions) {
    this.#options = options;
    this.#send = webhookSender(options);
    this.#rows = options.store.table('kernel.deliveries', {
      key: (row: Row) => row.key,
      indexes: {
        id: { on: (row) => row.id },
        endpoint: { on: (row) => row.endpointId },
        pending: { on: (row) => (row.state === 'pending' ? ['', row.endpointId] : undefined) },
        held: { on: (row) => (row.held ? row.endpointId : undefined) },
        finished: { on: (row) => (row.state === 'pending' ? undefined : '') },
      },
    });
    options.clock.onTimer(timerKind, (key) => {
      void options.activity.run((task) => this.#attempt(String(key), task));
    });
  }

  /** @internal */
  channel(name: string, channel: Channel): void {
    this.#channels.set(name, channel);
  }

  /**
   * Sends an event on its way. The first attempt starts at once, but not within this call.
   *
   * @internal
   */
  enqueue({ channel, endpointId, event, payload, deliveryId }: Enqueued): Delivery {
    const { clock, store, faults } = this.#options;
    const now = clock.now();
    const late = faults.takeForDelivery(endpointId, event, ['reorder', 'delay']);
    const held = late?.delivery === 'reorder';
    const key = String(store.next('kernel.deliveries'));
    const endpoint = this.#channel(channel).endpoint(endpointId);
    const at = now + (held ? heldMs : (late?.latencyMs ?? 0));
    const row = this.#rows.insert({
      key,
      id: deliveryId,
      channel,
      endpointId,
      url: typeof endpoint === 'object' ? endpoint.url : '',
      event,
      payload,
      state: 'pending',
      createdAt: clock.iso(now),
      attempts: [],
      nextAttemptAt: clock.iso(at),
      timer: clock.setTimer(at, timerKind, key),
      held,
      round: 1,
    });
    return delivery(row);
  }

  /**
   * Gives up what still waits for an endpoint.
   *
   * @internal
   */
  cancel(endpointId: string, state: 'cancelled' | 'failed' = 'cancelled'): void {
    for (const row of [...this.#rows.walk('pending', endpointId)]) this.#finish(row, state);
  }

  /**
   * Cancels what waits for an endpoint and drops its history.
   *
   * @internal
   */
  forget(endpointId: string): void {
    this.cancel(endpointId);
    for (const row of [...this.#rows.walk('endpoint', endpointId)]) this.#rows.delete(row.key);
  }

  /**
   * The endpoint is no longer paused: what waited for that goes out.
   *
   * @internal
   */
  wake(endpointId: string): void {
    for (const row of [...this.#rows.walk('pending', endpointId)]) {
      if (row.nextAttemptAt === null) this.#sendNow(row);
    }
  }

  /**
   * Starts deliveries of an endpoint over, under their own ids and with all attempts before them. Those that were
   * made stay in the log.
   *
   * @param id one of them, in whatever state; all that failed when left out.
   * @returns how many.
   * @internal
   */
  requeue(endpointId: string, id?: string): number {
    const rows = [...this.#rows.walk('endpoint', endpointId)].filter((row) =>
      id === undefined ? row.state === 'failed' : row.id === id,
    );
    for (const row of rows) {
      // What is on the wire at this moment needs no second start.
      if (!isOnTheWire(row)) this.#sendNow(row, { state: 'pending', round: row.round + 1 });
    }
    return rows.length;
  }

  /**
   * Sends one delivery once more, whatever became of it, with all attempts before it again.
   *
   * @throws Refusal 404 when there is none, 409 when nobody listens at its endpoint any more.
   */
  redeliver(id: string): Delivery {
    const row = this.#rows.first('id', id);
    if (!row) throw new Refusal(404, 'NOT_FOUND', `There is no delivery ${id}.`);
    if (!this.#channel(row.channel).endpoint(row.endpointId)) {
      throw new Refusal(409, 'CONFLICT', 'Its endpoint is switched off for good.');
    }
    this.requeue(row.endpointId, id);
    return delivery(this.#rows.get(row.key) ?? row);
  }

  /** @internal */
  get(id: string): Delivery | undefined {
    const row = this.#rows.first('id', id);
    return row && delivery(row);
  }

  /**
   * A page of deliveries, newest first.
   *
   * @internal
   */
  page(limit: number, after?: string): { rows: Delivery[]; nextCursor: string | null } {
    const { rows, nextCursor } = this.#rows.page({ limit, after });
    return { rows: rows.map(delivery), nextCursor };
  }

  /** Deliveries, oldest first. */
  list(
    filter: { endpointId?: string; event?: string; state?: Delivery['state'] } = {},
  ): Delivery[] {
    const { endpointId, event, state } = filter;
    const rows =
      endpointId === undefined ? this.#rows.all() : this.#rows.walk('endpoint', endpointId);
    const found: Delivery[] = [];
    for (const row of rows) {
      if (event !== undefined && row.event !== event) continue;
      if (state !== undefined && row.state !== state) continue;
      found.push(delivery(row));
    }
    return found;
  }

  /** Deliveries still to be made. */
  get pending(): number {
    return this.#rows.count('pending', '');
  }

  /**
   * After a restore: what was on the wire when the snapshot was taken starts over.
   *
   * @internal
   */
  resume(): void {
    this.#generation += 1;
    const { clock } = this.#options;
    const waiting = new Set(clock.snapshot().timers.map(({ id }) => id));
    for (const { key, timer } of [...this.#rows.walk('pending', '')]) {
      if (timer !== null && waiting.has(timer)) continue;
      this.#rows.update(key, { timer: clock.setTimer(clock.now(), timerKind, key) });
    }
  }

  async #attempt(key: string, task: Task): Promise<void> {
    const generation = this.#generation;
    const row = this.#rows.get(key);
    if (row?.state !== 'pending') return;
    if (this.#channel(row.channel).endpoint(row.endpointId) === 'paused') {
      this.#rows.update(key, { timer: null, nextAttemptAt: null });
      return;
    }
    this.#rows.update(key, { timer: null });
    const attempt = await this.#try(row, task, ['drop', 'timeout', 'lose']);
    const current = this.#rows.get(key);
    if (generation !== this.#generation || current?.state !== 'pending') return;
    // Given up and started over meanwhile: this attempt is of an earlier time, and decides nothing.
    if (current.round !== row.round) {
      if (attempt) this.#rows.update(key, { attempts: [...current.attempts, attempt] });
      return;
    }
    if (!attempt) {
      this.#finish(current, 'cancelled');
      return;
    }
    const attempts = [...current.attempts, attempt];
    if (succeeded(attempt)) await this.#succeed(current, attempts, task);
    else this.#fail(current, attempts);
    this.#releaseHeld(row);
  }

  /** @returns `undefined` when there is no endpoint any more. */
  async #try(
    row: Row,
    task: Task,
    faultKinds: DeliveryFault['delivery'][],
  ): Promise<DeliveryAttempt | undefined> {
    const channel = this.#channel(row.channel);
    const endpoint = channel.endpoint(row.endpointId);
    if (!endpoint || endpoint === 'paused') return undefined;
    const fault = this.#options.faults.takeForDelivery(row.endpointId, row.event, faultKinds);
    const { id: deliveryId, payload } = row;
    const message = { ...endpoint, platform: channel.platform, deliveryId, payload };
    const attempt = await this.#send(message, fault?.delivery, task);
    return row.round === 1 ? attempt : { ...attempt, round: row.round };
  }

  async #succeed(row: Row, attempts: readonly DeliveryAttempt[], task: Task): Promise<void> {
    const { faults } = this.#options;
    const generation = this.#generation;
    this.#finish(row, 'succeeded', attempts);
    this.#channel(row.channel).onSucceeded?.(delivery(this.#rows.get(row.key) ?? row));
    if (!faults.takeForDelivery(row.endpointId, row.event, ['duplicate'])) return;
    const again = await this.#try(row, task, []);
    const current = this.#rows.get(row.key);
    if (!again || !current || generation !== this.#generation) return;
    this.#rows.update(row.key, { attempts: [...current.attempts, { ...again, duplicate: true }] });
  }

  #fail(row: Row, attempts: readonly DeliveryAttempt[]): void {
    const { clock } = this.#options;
    const channel = this.#channel(row.channel);
    const made = attempts.filter(({ round = 1, duplicate }) => round === row.round && !duplicate);
    const waitMinutes = (channel.scheduleMinutes ?? defaultSchedule)[made.length];
    if (waitMinutes === undefined) {
      this.#finish(row, 'failed', attempts);
    } else {
      const at = clock.now() + waitMinutes * 60_000;
      const timer = clock.setTimer(at, timerKind, row.key);
      this.#rows.update(row.key, { attempts, timer, nextAttemptAt: clock.iso(at) });
    }
    channel.onFailed?.(delivery(this.#rows.get(row.key) ?? row), waitMinutes === undefined);
  }

  #sendNow(row: Row, change: Partial<Row> = {}): void {
    const { clock } = this.#options;
    if (row.timer !== null) clock.cancelTimer(row.timer);
    const now = clock.now();
    const timer = clock.setTimer(now, timerKind, row.key);
    this.#rows.update(row.key, { ...change, timer, nextAttemptAt: clock.iso(now), held: false });
  }

  #finish(row: Row, state: Delivery['state'], attempts = row.attempts): void {
    if (row.timer !== null) this.#options.clock.cancelTimer(row.timer);
    this.#rows.update(row.key, { state, attempts, timer: null, nextAttemptAt: null, held: false });
    const kept = this.#options.limit('deliveryLog', 10_000);
    while (this.#rows.count('finished', '') > kept) {
      const oldest = this.#rows.first('finished', '');
      if (oldest) this.#rows.delete(oldest.key);
    }
  }

  /** The overtaking one has been: those told to come late may go. */
  #releaseHeld(overtaking: Row): void {
    const { clock } = this.#options;
    for (const row of [...this.#rows.walk('held', overtaking.endpointId)]) {
      if (row.timer !== null && row.key !== overtaking.key) clock.cancelTimer(row.timer);
      const timer =
        row.key === overtaking.key ? row.timer : clock.setTimer(clock.now(), timerKind, row.key);
      this.#rows.update(row.key, { held: false, timer });
    }
  }

  #channel(name: string): Channel {
    const channel = this.#channels.get(name);
    if (!channel) throw new Error(`no delivery channel ${name}`);
    return channel;
  }
}

/** What the log shows of a row. */
function delivery({ key: _key, timer: _timer, held: _held, round: _, ...shown }: Row): Delivery {
  return { ...shown, url: redactText(shown.url) };
}

function isOnTheWire({ state, timer, nextAttemptAt }: Row): boolean {
  return state === 'pending' && timer === null && nextAttemptAt !== null;
}

function succeeded({ status = 0 }: DeliveryAttempt): boolean {
  return status >= 200 && status < 300;
}
