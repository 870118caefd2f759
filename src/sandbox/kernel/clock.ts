import type { Clock } from '../../core/clock.ts';
import type { Activity } from './activity.ts';
import { type Duration, milliseconds } from './duration.ts';
import type { KernelPart } from './kernel-part.ts';
import { type Due, TimeQueue } from './time-queue.ts';

const { setTimeout, clearTimeout } = globalThis;
const longestTimeout = 2 ** 31 - 1;
/** The last moment that a `Date` can name. */
const lastTime = 8.64e15;

/** How time passes in a sandbox. */
export interface ClockOptions {
  /** Where time starts, milliseconds since the epoch. */
  start: number;
  /** Let time jump to the next sleeper or timer whenever something sleeps and nothing runs. */
  autoAdvance?: boolean;
  /** Sandbox milliseconds per real one; time stands still between `advance` calls when left out. */
  realTimeScale?: number;
}

/** The clock as JSON: who sleeps is not in it, code cannot be. */
export interface ClockSnapshot {
  now: number;
  /** In real time: how far ahead of the machine's time it is, since it goes on while nothing runs. */
  ahead: number | null;
  seq: number;
  timers: { id: number; at: number; kind: string; payload: unknown }[];
}

interface Entry extends Due {
  readonly type: 'timer' | 'sleeper' | 'alarm';
  readonly run: () => void | Promise<void>;
  readonly data?: { kind: string; payload: unknown };
}

/** The sandbox's time: stands still until advanced, unless told otherwise. */
export class SandboxClock implements Clock, KernelPart<ClockSnapshot> {
  readonly #queue = new TimeQueue<Entry>();
  readonly #timers = new Map<number, Entry>();
  readonly #handlers = new Map<string, (payload: unknown) => void | Promise<void>>();
  readonly #activity: Activity;
  readonly #autoAdvance: boolean;
  readonly #scale: number | undefined;
  #seq = 0;
  #moved = 0;
  #sleepers = 0;
  #jumping = false;
  #pumping = false;
  #offset: number;
  #moves: Promise<unknown> = Promise.resolve();
  #alarmClock: ReturnType<typeof setTimeout> | undefined;

  /** @internal */
  constructor(activity: Activity, options: ClockOptions) {
    this.#activity = activity;
    this.#autoAdvance = options.autoAdvance ?? false;
    this.#scale = options.realTimeScale;
    this.#offset = options.start - this.#elapsed();
  }

  /** Sandbox time in milliseconds. Bound: it is often handed over by itself, as `Date.now` is. */
  readonly now = (): number => Math.floor(this.#offset + this.#elapsed());

  /** Sandbox time as the platforms write it. */
  iso(at = this.now()): string {
    return new Date(at).toISOString();
  }

  /** Its milliseconds to one of the machine's; `undefined` where it stands still until advanced. */
  get scale(): number | undefined {
    return this.#scale;
  }

  /** Whether time passes by itself. */
  get passes(): boolean {
    return this.#scale !== undefined;
  }

  /**
   * How often it was moved, by other means than time's own passing.
   *
   * @internal
   */
  get revision(): number {
    return this.#moved;
  }

  /**
   * Whether something is due that has not begun.
   *
   * @internal
   */
  get hasDue(): boolean {
    const next = this.#queue.peek();
    return next !== undefined && next.at <= this.now();
  }

  /**
   * Moves time on, running whatever comes due on the way, in order, each at its own time and done
   * before the next. Before each step what is under way gets to finish.
   *
   * @param by milliseconds or text such as `'72h'`.
   */
  advance(by: Duration): Promise<void> {
    const step = milliseconds(by);
    return this.#move(async () => {
      const target = this.now() + step;
      if (target > lastTime) throw new RangeError(`No date is ${by} from now.`);
      for (;;) {
        await this.#activity.idle();
        const next = this.#queue.peek();
        if (!next || next.at > target) break;
        await this.#runInstant(next.at);
      }
      this.#setTime(target);
    });
  }

  /** Resolves once so many milliseconds of the sandbox have passed; rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const wake = () => {
        this.#sleepers -= 1;
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        this.#sleepers -= 1;
        entry.cancelled = true;
        reject(signal?.reason);
      };
      const entry = this.#add('sleeper', this.now() + Math.max(0, ms), wake);
      this.#sleepers += 1;
      signal?.addEventListener('abort', stop, { once: true });
      this.#arm();
      this.#jumpWhenIdle();
    });
  }

  /**
   * Says what a kind of timer does. Once per kind, before any timer of it is due.
   *
   * @internal
   */
  onTimer(kind: string, handler: (payload: unknown) => void | Promise<void>): void {
    this.#handlers.set(kind, handler);
  }

  /**
   * Sets a timer that survives a snapshot: a kind and its data, in place of a function.
   *
   * @param at milliseconds since the epoch; in the past means at once.
   * @returns an id for `cancelTimer`.
   * @internal
   */
  setTimer(at: number, kind: string, payload: unknown = null): number {
    const entry = this.#addTimer(at, kind, payload);
    this.#arm();
    return entry.seq;
  }

  /** @internal */
  cancelTimer(id: number): void {
    const entry = this.#timers.get(id);
    if (entry) entry.cancelled = true;
    this.#timers.delete(id);
  }

  /**
   * Calls back at a time unless cancelled; not in snapshots, and nothing auto-advance waits for.
   *
   * @returns cancels it.
   * @internal
   */
  setAlarm(at: number, ring: () => void): () => void {
    const entry = this.#add('alarm', at, ring);
    this.#arm();
    return () => {
      entry.cancelled = true;
    };
  }

  /**
   * Resolves once nothing is due and nothing is under way.
   *
   * @internal
   */
  async settled(): Promise<void> {
    do {
      await this.#moves;
      await this.#activity.idle();
    } while (this.hasDue);
  }

  /** @internal */
  snapshot(): ClockSnapshot {
    const timers = this.#queue.list().flatMap(({ seq, at, data }) => {
      return data ? [{ id: seq, at, ...data }] : [];
    });
    const ahead = this.#scale === undefined ? null : this.#offset;
    return { now: this.now(), ahead, seq: this.#seq, timers };
  }

  /** @internal */
  restore(snapshot: ClockSnapshot): void {
    requireTime(snapshot.now);
    for (const { at, kind } of snapshot.timers) {
      requireTime(at);
      if (!this.#handlers.has(kind)) throw new TypeError(`it has timers of kind ${kind}`);
    }
    for (const id of [...this.#timers.keys()]) this.cancelTimer(id);
    this.#moved += 1;
    const lasting = this.#scale !== undefined && snapshot.ahead !== null;
    this.#offset = lasting ? (snapshot.ahead ?? 0) : snapshot.now - this.#elapsed();
    for (const { id, at, kind, payload } of snapshot.timers) this.#addTimer(at, kind, payload, id);
    this.#seq = Math.max(this.#seq, snapshot.seq);
    this.#arm();
  }

  /**
   * Ends the clock's own real timer, which only runs in real time.
   *
   * @internal
   */
  stop(): void {
    clearTimeout(this.#alarmClock);
  }

  #addTimer(at: number, kind: string, payload: unknown, id?: number): Entry {
    const run = () => {
      this.#timers.delete(entry.seq);
      const handler = this.#handlers.get(kind);
      if (!handler) throw new Error(`no handler for timers of kind ${kind}`);
      return handler(payload);
    };
    const entry = this.#add('timer', at, run, { kind, payload }, id);
    this.#timers.set(entry.seq, entry);
    return entry;
  }

  #add(
    type: Entry['type'],
    at: number,
    run: Entry['run'],
    data?: Entry['data'],
    id?: number,
  ): Entry {
    if (id === undefined) this.#seq += 1;
    const entry: Entry = { type, at, seq: id ?? this.#seq, run, ...(data && { data }) };
    this.#queue.push(entry);
    return entry;
  }

  #elapsed(): number {
    return this.#scale === undefined ? 0 : Date.now() * this.#scale;
  }

  /** Time never goes back. */
  #setTime(at: number): void {
    const step = at - this.now();
    if (step <= 0) return;
    this.#offset += step;
    this.#moved += 1;
  }

  async #runInstant(at: number): Promise<void> {
    this.#setTime(at);
    for (let next = this.#queue.peek(); next && next.at <= at; next = this.#queue.peek()) {
      this.#queue.pop();
      await next.run();
    }
  }

  /** One mover at a time, so that two `advance` calls add up in place of racing. */
  #move(work: () => Promise<void>): Promise<void> {
    const moved = this.#moves.then(work);
    // What comes next may have come nearer.
    this.#moves = moved.catch(() => {}).then(() => this.#arm());
    return moved;
  }

  /** Sees to it that the next entry runs when its time comes without anybody advancing. */
  #arm(): void {
    const next = this.#queue.peek();
    if (!next) return;
    const wait = next.at - this.now();
    if (wait <= 0) this.#runDue();
    else if (this.#scale !== undefined) {
      clearTimeout(this.#alarmClock);
      const delay = Math.min(Math.ceil(wait / this.#scale), longestTimeout);
      this.#alarmClock = setTimeout(() => this.#arm(), delay);
      // A delivery due tomorrow must not keep a process alive; a caller who waits must.
      if (this.#sleepers === 0) (this.#alarmClock as { unref?: () => void }).unref?.();
    }
  }

  #runDue(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    void this.#move(() => {
      this.#pumping = false;
      return this.#runInstant(this.now());
    });
  }

  #jumpWhenIdle(): void {
    if (!this.#autoAdvance || this.#jumping) return;
    this.#jumping = true;
    void this.#jump().finally(() => {
      this.#jumping = false;
    });
  }

  /** Each jump is a move of its own, so that `advance` gets its turn beside an endless poller. */
  async #jump(): Promise<void> {
    do {
      await this.#move(async () => {
        await this.#activity.idle();
        const next = this.#queue.peek();
        if (next && this.#sleepers > 0) await this.#runInstant(next.at);
      });
    } while (this.#sleepers > 0);
  }
}

function requireTime(at: unknown): void {
  if (typeof at !== 'number' || !(Math.abs(at) <= lastTime))
    throw new TypeError(`${at} is no time`);
}
