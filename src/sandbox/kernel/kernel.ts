import { signWebhook } from '../../webhooks/sign-webhook.ts';
import { live } from '../pages/live.ts';
import { Site } from '../pages/site.ts';
import { Activity } from './activity.ts';
import { type ClockSnapshot, SandboxClock } from './clock.ts';
import { Controls } from './controls.ts';
import { sameSite } from './cross-site.ts';
import { Deliveries } from './deliveries.ts';
import { Faults, type InjectedFault } from './faults.ts';
import type { Actor } from './handler.ts';
import { type Limit, type Limits, limitsFrom } from './limits.ts';
import { Pipeline } from './pipeline.ts';
import type { Product } from './product.ts';
import { Random } from './random.ts';
import { RateLimiter } from './rate-limiter.ts';
import { Refusal } from './refusal.ts';
import { RequestLog } from './request-log.ts';
import { Router } from './router.ts';
import type { Sign } from './sender.ts';
import { Store, type StoreSnapshot } from './store.ts';

/** How a sandbox is made. Everything has a default, and equal options give equal sandboxes. */
export interface KernelOptions {
  /** Decides every id, token and code. @defaultValue 1 */
  seed?: number | string;
  /** Where time starts: epoch milliseconds, a date or ISO text. @defaultValue 2026-06-01T09:00Z, in real time now */
  now?: number | string | Date;
  /**
   * `virtual`: time stands still until `clock.advance`. `auto`: besides, it jumps to whatever is
   * next when a caller sleeps on the clock and nothing runs. `real`: it passes.
   *
   * @defaultValue `virtual`
   */
  time?: 'virtual' | 'auto' | 'real';
  /** With `time: 'real'`: sandbox seconds per real second; waits between webhook retries shrink with it. @defaultValue 1 */
  timeScale?: number;
  /** What webhook deliveries are posted with. @defaultValue the global `fetch` at the time of sending */
  deliver?: typeof globalThis.fetch;
  /** Numbers in place of the documented ones, by name. */
  limits?: Limits;
}

/** All state as JSON. What is in it is the sandbox's own, and may change with its version. */
export interface Snapshot {
  version: 1;
  /** @internal */
  clock: ClockSnapshot;
  /** @internal */
  random: ReturnType<Random['snapshot']>;
  /** @internal */
  store: StoreSnapshot;
  /** @internal */
  faults: InjectedFault[];
  /** @internal */
  rates: ReturnType<RateLimiter['snapshot']>;
}

const defaultStart = Date.UTC(2026, 5, 1, 9);

/** What products are built on: time, chance, state, routing, deliveries and controls. */
export class Kernel {
  readonly clock: SandboxClock;
  readonly random: Random;
  readonly store = new Store();
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly deliveries: Deliveries;
  readonly controls = new Controls();
  /** What people look at. */
  readonly site = new Site();
  /** What products call out with: webhook deliveries, a skill's own server. */
  readonly deliver: typeof globalThis.fetch;
  /** Looks up a limit that users may override. */
  readonly limit: Limit;
  readonly #router = new Router();
  readonly #rates = new RateLimiter();
  readonly #pipeline: Pipeline;
  #handled = 0;
  #restored = 0;

  constructor(options: KernelOptions = {}) {
    this.limit = limitsFrom(options.limits);
    const activity = new Activity(this.limit('graceMs', 5_000));
    this.clock = clockFor(options, activity);
    this.random = new Random(options.seed ?? 1);
    this.faults = new Faults((operationId, product) => this.#router.has(operationId, product));
    this.requests = new RequestLog(this.limit('requestLog', 5_000));
    // Bound late, so that interception started later still sees what is sent.
    this.deliver = options.deliver ?? ((...args) => globalThis.fetch(...args));
    this.deliveries = new Deliveries({
      clock: this.clock,
      store: this.store,
      faults: this.faults,
      activity,
      limit: this.limit,
      sign: signWebhook as Sign,
      deliver: this.deliver,
    });
    this.#pipeline = new Pipeline({
      router: this.#router,
      faults: this.faults,
      requests: this.requests,
      rates: this.#rates,
      random: this.random,
      clock: this.clock,
      activity,
      limit: this.limit,
    });
    this.#exposeOwnControls();
    this.site.add('/_sandbox/live', {
      get: ({ request, url }) => {
        if (sameSite(request, url)) return live(() => this.#seen());
        throw new Refusal(403, 'CROSS_SITE', 'Another site may not watch this sandbox.');
      },
    });
  }

  /** Adds a product. Its tables are declared by then. */
  mount<A extends Actor>(product: Product<A>): void {
    this.#router.mount(product);
  }

  /** The real origins that are answered. */
  get origins(): string[] {
    return this.#router.origins;
  }

  /** Every operation that is answered, by product. */
  operations(): { product: string; ids: string[] }[] {
    return this.#router.operations();
  }

  /** Another number after each restore: whoever waited for something meanwhile is of a past that is no more. */
  get generation(): number {
    return this.#restored;
  }

  /** Another number after anything that may have changed the state. */
  get revision(): number {
    return this.#handled + this.store.revision + this.clock.revision + this.faults.revision;
  }

  /** Answers like `fetch`. Bound: pass it wherever a `fetch` is taken. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    this.handle(new Request(input, init));

  /** @param from what an adapter knows of the caller. */
  readonly handle = async (request: Request, from: { ip?: string } = {}): Promise<Response> => {
    const { signal } = request;
    signal.throwIfAborted();
    const url = new URL(request.url);
    const local = this.#router.isLocal(url);
    const page = await this.site.answer(request, url, local ? 'local' : url.origin);
    // Who only looks at pages changes nothing.
    if (!page || request.method === 'POST') this.#handled += 1;
    if (page) return page;
    if (local) {
      const controlled = await this.controls.answer(request, url);
      if (controlled) return controlled;
    }
    // Whoever gave up meanwhile sent nothing, so nothing happens.
    signal.throwIfAborted();
    return untilAborted(this.#pipeline.answer(request, url, from.ip ?? '127.0.0.1'), signal);
  };

  /** Calls an operation by name, as another surface of its product does: one log, one set of gates, one handler. */
  call(productId: string, operationId: string, request: Request): Promise<Response> {
    this.#handled += 1;
    const routed = this.#router.locate(productId, operationId);
    const url = new URL(request.url);
    return untilAborted(this.#pipeline.answer(request, url, '127.0.0.1', routed), request.signal);
  }

  /** Resolves once no call is being answered and no delivery that is due is under way. */
  settled(): Promise<void> {
    return this.clock.settled();
  }

  /** All state as JSON; logs are not state. */
  snapshot(): Snapshot {
    return JSON.parse(JSON.stringify(this.#state())) as Snapshot;
  }

  /**
   * Goes back to a snapshot, which stays untouched.
   *
   * @throws TypeError for what is no snapshot of such a sandbox; nothing has changed then.
   */
  restore(snapshot: Snapshot): void {
    if (snapshot?.version !== 1) throw new TypeError('Not a snapshot of this version.');
    const before = this.#state();
    try {
      this.#take(structuredClone(snapshot));
    } catch (cause) {
      this.#take(before);
      const what = cause instanceof Error ? cause.message : String(cause);
      throw new TypeError(`Not a snapshot of this sandbox: ${what}`, { cause });
    }
    this.#restored += 1;
    this.deliveries.resume();
  }

  #state(): Snapshot {
    return {
      version: 1,
      clock: this.clock.snapshot(),
      random: this.random.snapshot(),
      store: this.store.snapshot(),
      faults: this.faults.snapshot(),
      rates: this.#rates.snapshot(),
    };
  }

  #take({ clock, random, store, faults, rates }: Snapshot): void {
    this.clock.restore(clock);
    this.random.restore(random);
    this.store.restore(store);
    this.faults.restore(faults);
    this.#rates.restore(rates);
  }

  /** Another text after anything that a page may show. Where time passes, it does so in steps. */
  #seen(): string {
    const { clock, faults, requests, revision } = this;
    const time = clock.passes ? Math.floor(clock.now() / 30_000) : clock.now();
    return JSON.stringify([revision, requests.revision, time, faults.list()]);
  }

  #exposeOwnControls(): void {
    const { clock, controls, faults, requests, deliveries, store } = this;
    const time = () => ({ now: clock.iso() });
    controls.expose('', {
      clock: { advance: async ({ by }: { by: number | string }) => clock.advance(by).then(time) },
      faults: {
        inject: (fault: Parameters<Faults['inject']>[0]) => ({ id: faults.inject(fault) }),
        remove: (id: number) => faults.remove(id),
        clear: () => faults.clear(),
      },
      deliveries: { redeliver: (id: string) => deliveries.redeliver(id) },
      settled: () => this.settled().then(time),
      snapshot: () => this.snapshot(),
      restore: (snapshot: Snapshot) => this.restore(snapshot),
    });
    controls.view('state', () => ({
      ...time(),
      tables: store.sizes(),
      timers: clock.snapshot().timers.length,
      pendingDeliveries: deliveries.pending,
      controls: controls.names(),
    }));
    controls.view('requests', (query) => {
      const { status, ...filter } = Object.fromEntries(query);
      return requests.list({ ...filter, ...(status !== undefined && { status: Number(status) }) });
    });
    controls.view('deliveries', (query) => deliveries.list(Object.fromEntries(query)));
    controls.view('faults', () => faults.list());
  }
}

/** A kernel without products. */
export function createKernel(options: KernelOptions = {}): Kernel {
  return new Kernel(options);
}

function clockFor(options: KernelOptions, activity: Activity): SandboxClock {
  const { now, time = 'virtual', timeScale = 1 } = options;
  const start = now === undefined ? undefined : new Date(now).getTime();
  if (Number.isNaN(start)) throw new RangeError(`Not a time: ${now}`);
  if (!(timeScale > 0)) throw new RangeError('timeScale must be above 0');
  if (time === 'real') {
    return new SandboxClock(activity, { start: start ?? Date.now(), realTimeScale: timeScale });
  }
  const autoAdvance = time === 'auto';
  return new SandboxClock(activity, { start: start ?? defaultStart, autoAdvance });
}

/** A caller who gives up gets the signal's reason, as from a real `fetch`. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
