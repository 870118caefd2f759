import type { Clock } from '../../../src/core/clock.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import { createSync } from '../../../src/opentrain/sync/create-sync.ts';
import type { Sync, SyncErrorInfo, SyncOptions } from '../../../src/opentrain/sync/options.ts';
import type { SubscriptionSecret } from '../../../src/opentrain/sync/subscription.ts';
import type { KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import type {
  CursorStore,
  TransactionalCursorStore,
} from '../../../src/webhooks/cursor/cursor-store.ts';
import { memoryCursor } from '../../../src/webhooks/cursor/memory-cursor.ts';
import { memoryInbox } from '../../../src/webhooks/receiver/memory-inbox.ts';
import { openMarket } from '../laws/market.ts';

export const url = 'https://hooks.example.com/opentrain';
export const eventTypes = ['proposal.received', 'message.received', 'payment.pending'] as const;

type Market = ReturnType<typeof openMarket>;

/** Nothing here needs real time, so that what hangs is not waited for. */
const graceMs = 20;

/** Rows of a table, written in the transaction that moves the cursor. */
type Transaction = string[];

/** When a process dies: at which of its calls, and whether that call still took effect. */
export interface Death {
  call: number;
  when: 'before' | 'after';
}

/** A process: once it is dead nothing that it calls ever answers. */
class Process {
  dead = false;
  #calls = 0;
  #death: Death | undefined;
  readonly #beyond = new Promise<never>(() => {});

  constructor(death?: Death) {
    this.#death = death;
  }

  /** Has every method of `target` go dead with the process; what it did before stays done. */
  mortal<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (from, name) => {
        const value = Reflect.get(from, name);
        if (typeof value !== 'function' || name === 'now') return value;
        return async (...args: unknown[]) => {
          this.#calls += 1;
          const isLast = this.#calls === this.#death?.call;
          if (isLast && this.#death?.when === 'before') this.dead = true;
          await this.alive();
          const answer = Promise.resolve(value.apply(from, args));
          await answer.catch(() => {});
          if (isLast && this.#death) this.dead = true;
          await this.alive();
          return answer;
        };
      },
    });
  }

  /** Never resolves for the dead. */
  async alive(): Promise<void> {
    if (this.dead) await this.#beyond;
  }

  die(): void {
    this.dead = true;
  }

  /** It will not die any more. */
  spare(): void {
    this.#death = undefined;
  }
}

/** A process that runs the sync, as others see it. */
export interface Member {
  sync: Sync;
  process: Process;
  ended: Promise<void>;
  errors: [unknown, SyncErrorInfo][];
}

/** What a process is started with. */
export type MemberOptions = Partial<SyncOptions<Transaction>> & { death?: Death };

/** What the processes of a sync have in common, and the account that they follow. */
class Crew {
  readonly market: Market;
  readonly members: Member[] = [];
  readonly inbox;
  /** Where handlers wrote without a transaction: every call of a handler is here. */
  readonly handled: string[] = [];
  /** What was written together with the cursor. */
  readonly table: string[] = [];
  readonly plain: CursorStore = memoryCursor();
  readonly account: { accountId: string; token: string };
  secrets: readonly SubscriptionSecret[] = [];
  #cursor: string | undefined;
  #turn = 0;

  constructor(options: KernelOptions = {}) {
    this.market = openMarket({
      limits: { graceMs },
      ...options,
      deliver: (...args) => this.deliver(...args),
    });
    this.inbox = memoryInbox({ now: this.clock.now });
    this.account = this.market.controls.createAccount();
  }

  get clock(): Market['kernel']['clock'] {
    return this.market.kernel.clock;
  }

  /** Keeps rows and cursor in one step; a process that dies in the middle leaves nothing. */
  transactional(process: Process = new Process()): TransactionalCursorStore<Transaction> {
    return {
      load: async () => this.#cursor,
      advance: async (_, cursor, previous, work) => {
        if (this.#cursor !== previous) return false;
        const rows: string[] = [];
        await work(rows);
        await process.alive();
        if (this.#cursor !== previous) return false;
        this.#cursor = cursor;
        this.table.push(...rows);
        return true;
      },
    };
  }

  /** Answers deliveries as a load balancer before the living. */
  readonly deliver: typeof globalThis.fetch = async (input, init) => {
    const living = this.members.filter(({ process }) => !process.dead);
    const next = living[this.#turn++ % living.length];
    if (!next) throw new TypeError('fetch failed');
    return next.sync.receiver(new Request(input, init));
  };

  /** Starts a process. */
  start({ death, ...options }: MemberOptions = {}): Member {
    const process = new Process(death);
    const { kernel } = this.market;
    const clock = process.mortal<Clock>(kernel.clock);
    const fetch = process.mortal({ fetch: kernel.fetch }).fetch;
    const client = new OpenTrain({ token: this.account.token, fetch, clock, maxRetries: 0 });
    const errors: Member['errors'] = [];
    const cursor = options.cursor ?? this.transactional(process);
    const sync = createSync<Transaction>({
      client,
      inbox: process.mortal(this.inbox),
      clock,
      leaseMs: 10_000,
      onUnknown: ({ id }, { tx }) => {
        this.handled.push(id);
        tx?.push(id);
      },
      onError: (error, info) => errors.push([error, info]),
      ...options,
      cursor: process.mortal(cursor) as typeof cursor,
    });
    const member = { sync, process, ended: sync.run(), errors };
    member.ended.catch(() => {});
    this.members.push(member);
    return member;
  }

  /** With webhooks: a subscription that the crew looks after. */
  subscribed(options: MemberOptions = {}): Member {
    const secrets = {
      load: async () => this.secrets,
      save: async (_: string, saved: readonly SubscriptionSecret[]) => {
        this.secrets = saved;
      },
    };
    return this.start({ subscription: { url, eventTypes, secrets }, ...options });
  }

  /** Something happens; @returns its event's id */
  happen(type: (typeof eventTypes)[number] = 'proposal.received'): string {
    const facts = { resourceId: 'some', jobId: null, data: {} as never };
    return this.market.world.events.emit(this.account.accountId, type, facts).id;
  }

  happenTimes(count: number): string[] {
    return Array.from({ length: count }, () => this.happen());
  }

  async stop(): Promise<void> {
    for (const { process, sync } of this.members) {
      process.spare();
      if (!process.dead) await sync.stop();
    }
  }
}

const crews: Crew[] = [];

/** A new account and nobody at work yet; its methods are bound, to be taken apart. */
export function crew(options?: KernelOptions) {
  const made = new Crew(options);
  crews.push(made);
  const { account, clock, handled, market, members, plain, table } = made;
  return {
    account,
    clock,
    handled,
    kernel: market.kernel,
    market,
    members,
    plain,
    table,
    cursor: (store: Pick<CursorStore, 'load'> = made.transactional()) => store.load('opentrain'),
    happen: made.happen.bind(made),
    happenTimes: made.happenTimes.bind(made),
    inbox: made.inbox,
    secrets: () => made.secrets,
    start: made.start.bind(made),
    subscribed: made.subscribed.bind(made),
    stop: made.stop.bind(made),
    transactional: made.transactional.bind(made),
  };
}

/** Ends all that was started, after each test. */
export async function stopAll(): Promise<void> {
  for (const made of crews.splice(0)) await made.stop();
}
