import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { InboxClaim, WebhookInbox } from '../../src/webhooks/index.ts';
import './same-examples.ts';

/** An inbox to be tried, empty, in a world whose time is moved by hand. */
export interface InboxOnTrial {
  inbox: WebhookInbox;
  retentionMs: number;
  /** Lets `ms` milliseconds pass for the inbox. */
  pass(ms: number): Promise<void>;
}

/** What every inbox promises, whatever it stands on. Steps and times are coarse: real stores have a clock of their own. */
export function inboxContract(make: () => Promise<InboxOnTrial>): void {
  it('gives a key to one claimer until it is done or released', async () => {
    const { inbox } = await make();
    expect(await inbox.claim('a', 10_000)).toBe('fresh');
    expect(await inbox.claim('a', 10_000)).toBe('busy');
    expect(await inbox.claim('b', 10_000)).toBe('fresh');
    await inbox.release('a');
    expect(await inbox.claim('a', 10_000)).toBe('fresh');
    await inbox.done('a');
    expect(await inbox.claim('a', 10_000)).toBe('duplicate');
    expect(await inbox.claim('a', 10_000, 'somebody')).toBe('duplicate');
  });

  it('gives a key to one of fifty that claim it at once', async () => {
    const { inbox } = await make();
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => inbox.claim('a', 60_000, `owner-${nth}`)),
    );
    expect(claims.filter((claim) => claim === 'fresh')).toHaveLength(1);
    expect(claims.filter((claim) => claim === 'busy')).toHaveLength(49);
  });

  it('gives a key on when its lease has run out', async () => {
    const { inbox, pass } = await make();
    await inbox.claim('a', 10_000, 'dead');
    await pass(8_000);
    expect(await inbox.claim('a', 10_000, 'next')).toBe('busy');
    await pass(2_001);
    expect(await inbox.claim('a', 10_000, 'next')).toBe('fresh');
    expect(await inbox.claim('a', 10_000, 'dead')).toBe('busy');
  });

  it('lets the owner of a lease renew it, and nobody else release it', async () => {
    const { inbox, pass } = await make();
    await inbox.claim('a', 10_000, 'me');
    await pass(8_000);
    expect(await inbox.claim('a', 10_000, 'me')).toBe('fresh');
    await pass(8_000);
    expect(await inbox.claim('a', 10_000, 'you')).toBe('busy');
    await inbox.release('a', 'you');
    expect(await inbox.claim('a', 10_000, 'you')).toBe('busy');
    await inbox.release('a', 'me');
    expect(await inbox.claim('a', 10_000, 'you')).toBe('fresh');
  });

  it('forgets what was done after its retention, and not before', async () => {
    const { inbox, pass, retentionMs } = await make();
    await inbox.claim('a', 10_000);
    await inbox.done('a');
    await pass(retentionMs - 5_000);
    expect(await inbox.claim('a', 10_000)).toBe('duplicate');
    await inbox.release('a');
    expect(await inbox.claim('a', 10_000)).toBe('duplicate');
    await pass(5_001);
    expect(await inbox.claim('a', 10_000)).toBe('fresh');
  });

  it('counts as done what is done without a lease, or under another’s', async () => {
    const { inbox } = await make();
    await inbox.done('a');
    expect(await inbox.claim('a', 10_000)).toBe('duplicate');
    await inbox.claim('b', 10_000, 'me');
    await inbox.done('b');
    expect(await inbox.claim('b', 10_000, 'me')).toBe('duplicate');
  });

  it('counts how often work on a key was begun, and forgets it with what is done', async () => {
    const { inbox, pass, retentionMs } = await make();
    const attempts = () => inbox.attempts?.('a');
    expect(await attempts()).toBe(0);
    await inbox.claim('a', 10_000, 'me');
    expect(await attempts()).toBe(1);
    await inbox.claim('a', 10_000, 'me');
    await inbox.claim('a', 10_000, 'you');
    expect(await attempts()).toBe(1);
    await inbox.release('a', 'me');
    expect(await attempts()).toBe(1);
    await inbox.claim('a', 10_000, 'me');
    expect(await attempts()).toBe(2);
    await pass(10_001);
    await inbox.claim('a', 10_000, 'you');
    expect(await attempts()).toBe(3);
    await inbox.release('a', 'you');
    await pass(retentionMs - 5_000);
    await inbox.claim('a', 10_000);
    expect(await attempts()).toBe(4);
    await pass(10_000 + retentionMs + 1);
    expect(await attempts()).toBe(0);
    await inbox.claim('a', 10_000);
    expect(await attempts()).toBe(1);
    await inbox.done('a');
    expect(await attempts()).toBe(0);
    expect(await inbox.attempts?.('b')).toBe(0);
  });

  it('counts one of fifty that claim at once', async () => {
    const { inbox } = await make();
    await Promise.all(Array.from({ length: 50 }, (_, nth) => inbox.claim('a', 60_000, `${nth}`)));
    expect(await inbox.attempts?.('a')).toBe(1);
  });

  it('takes any key and any owner for what it is', async () => {
    const { inbox } = await make();
    const names = ["o'clock", 'a"b', 'ключ ✓', '{a}:b*', 'done', 'lease:me', ' ', 'x'.repeat(500)];
    for (const name of names) expect(await inbox.claim(name, 10_000, name)).toBe('fresh');
    for (const name of names) expect(await inbox.claim(name, 10_000, `${name}?`)).toBe('busy');
    for (const name of names) await inbox.release(name, name);
    for (const name of names) expect(await inbox.claim(name, 10_000, 'done')).toBe('fresh');
    await inbox.done("o'clock");
    expect(await inbox.claim('a"b', 10_000)).toBe('busy');
    expect(await inbox.claim("o'clock", 10_000)).toBe('duplicate');
  });

  it('answers any story as a plain list of entries would', async () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const owner = fc.constantFrom(undefined, 'me', 'you');
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ does: fc.constant('claim' as const), key, owner }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('release' as const), key, owner }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constant('done' as const), key }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('pass' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { inbox, pass, retentionMs } = await make();
        const told = new PlainInbox(retentionMs);
        for (const each of steps) {
          if (each.does === 'claim') {
            const claim = await inbox.claim(each.key, 60_000, each.owner);
            expect(claim).toBe(told.claim(each.key, 60_000, each.owner));
            expect(await inbox.attempts?.(each.key)).toBe(told.attempts(each.key));
          } else if (each.does === 'release') {
            await inbox.release(each.key, each.owner);
            told.release(each.key, each.owner);
          } else if (each.does === 'done') {
            await inbox.done(each.key);
            told.done(each.key);
          } else {
            await pass(25_000);
            told.now += 25_000;
          }
        }
      }),
      { numRuns: 40 },
    );
  });
}

/** What an inbox that processes on several machines share promises besides. */
export function sharedInboxContract(make: () => Promise<InboxOnTrial>): void {
  inboxContract(make);

  it.each([-3_600_000, 3_600_000])(
    'goes by a time of its own, should the clock of a claimer be off by %i ms',
    async (skew) => {
      const { inbox } = await make();
      await inbox.claim('held', 60_000, 'me');
      await inbox.done('worked');
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + skew });
      try {
        expect(await inbox.claim('held', 60_000, 'you')).toBe('busy');
        expect(await inbox.claim('worked', 60_000, 'you')).toBe('duplicate');
        expect(await inbox.claim('new', 60_000, 'you')).toBe('fresh');
      } finally {
        vi.useRealTimers();
      }
      expect(await inbox.claim('new', 60_000, 'me')).toBe('busy');
    },
  );
}

interface Entry {
  /** Nobody's once it was given up. */
  owner: string | undefined | null;
  until: number;
  isDone: boolean;
  attempts: number;
}

/** An inbox told naively. */
class PlainInbox {
  now = 0;
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly retentionMs: number) {}

  claim(key: string, leaseMs: number, owner?: string): InboxClaim {
    const entry = this.#entry(key);
    if (entry?.isDone) return 'duplicate';
    const isOwn = owner !== undefined && entry?.owner === owner;
    if (entry && entry.until > this.now && entry.owner !== null && !isOwn) return 'busy';
    const attempts = (entry?.attempts ?? 0) + (isOwn ? 0 : 1);
    this.#entries.set(key, { owner, until: this.now + leaseMs, isDone: false, attempts });
    return 'fresh';
  }

  done(key: string): void {
    this.#entries.set(key, { owner: undefined, until: this.now, isDone: true, attempts: 0 });
  }

  release(key: string, owner?: string): void {
    const entry = this.#entry(key);
    if (!entry || entry.isDone || (owner !== undefined && entry.owner !== owner)) return;
    entry.owner = null;
  }

  attempts(key: string): number {
    return this.#entry(key)?.attempts ?? 0;
  }

  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    return entry && this.now < entry.until + this.retentionMs ? entry : undefined;
  }
}
