import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InboxClaim, memoryInbox } from '../../../src/webhooks/index.ts';

/** The same inbox, told naively: a list that is tidied before each step. */
class Model {
  #entries: { key: string; owner: string | undefined; until: number; isDone: boolean }[] = [];

  constructor(
    private readonly maxEntries: number,
    private readonly retentionMs: number,
    private readonly now: () => number,
  ) {}

  claim(key: string, leaseMs: number, owner?: string): InboxClaim {
    const entry = this.#tidy().find((each) => each.key === key);
    if (entry?.isDone) return 'duplicate';
    if (entry && (owner === undefined || entry.owner !== owner)) return 'busy';
    this.#entries = this.#entries.filter((each) => each !== entry);
    if (!this.#hasRoom()) return 'busy';
    this.#add(key, this.now() + leaseMs, false, owner);
    return 'fresh';
  }

  done(key: string): void {
    this.#entries = this.#tidy().filter((each) => each.key !== key);
    if (this.#hasRoom()) this.#add(key, this.now() + this.retentionMs, true);
  }

  release(key: string, owner?: string): void {
    const isOwn = (each: { owner: string | undefined }) =>
      owner === undefined || each.owner === owner;
    this.#entries = this.#tidy().filter((each) => each.key !== key || each.isDone || !isOwn(each));
  }

  #add(key: string, until: number, isDone: boolean, owner?: string): void {
    this.#entries.push({ key, owner, until, isDone });
  }

  #tidy() {
    this.#entries = this.#entries.filter(({ until }) => until > this.now());
    return this.#entries;
  }

  /** Makes room by forgetting the event done longest ago. */
  #hasRoom(): boolean {
    if (this.#entries.length < this.maxEntries) return true;
    const oldest = this.#entries.find(({ isDone }) => isDone);
    this.#entries = this.#entries.filter((each) => each !== oldest);
    return oldest !== undefined;
  }
}

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const owner = fc.constantFrom(undefined, 'me', 'you');
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('claim' as const), key, ms: fc.nat(50), owner }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('done' as const), key }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('release' as const), key, owner }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pass' as const), ms: fc.nat(60) }) },
);

describe('the inbox in memory', () => {
  it('answers as its model does, whatever is claimed, done, released and run out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 150 }),
        async (steps, maxEntries, retentionMs) => {
          let time = 0;
          const now = () => time;
          const inbox = memoryInbox({ maxEntries, retentionMs, now });
          const model = new Model(maxEntries, retentionMs, now);
          for (const each of steps) {
            if (each.does === 'pass') time += each.ms;
            else if (each.does === 'claim') {
              const { key, ms, owner } = each;
              expect(await inbox.claim(key, ms, owner)).toBe(model.claim(key, ms, owner));
            } else if (each.does === 'release') {
              await inbox.release(each.key, each.owner);
              model.release(each.key, each.owner);
            } else {
              await inbox.done(each.key);
              model.done(each.key);
            }
          }
        },
      ),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('gives a key to one of many that claim it at once', async () => {
    const inbox = memoryInbox();
    const claims = await Promise.all(Array.from({ length: 50 }, () => inbox.claim('a', 1_000)));
    expect(claims.filter((claim) => claim === 'fresh')).toHaveLength(1);
    expect(new Set(claims)).toEqual(new Set(['fresh', 'busy']));
  });

  it('hands on the lease of a claimer that died, once it runs out', async () => {
    let time = 0;
    const inbox = memoryInbox({ now: () => time });
    await inbox.claim('a', 1_000);
    time = 999;
    expect(await inbox.claim('a', 1_000)).toBe('busy');
    time = 1_000;
    expect(await inbox.claim('a', 1_000)).toBe('fresh');
  });

  it('lets the holder renew its lease, and nobody else release it', async () => {
    let time = 0;
    const inbox = memoryInbox({ now: () => time });
    await inbox.claim('a', 1_000, 'me');
    time = 900;
    expect(await inbox.claim('a', 1_000, 'me')).toBe('fresh');
    time = 1_800;
    await inbox.release('a', 'you');
    expect(await inbox.claim('a', 1_000, 'you')).toBe('busy');
    await inbox.release('a', 'me');
    expect(await inbox.claim('a', 1_000, 'you')).toBe('fresh');
  });

  it('forgets what was done longest ago to stay within its bound, and never a lease', async () => {
    const inbox = memoryInbox({ maxEntries: 3 });
    await inbox.claim('held', 1_000);
    for (const done of ['one', 'two', 'three']) {
      await inbox.claim(done, 1_000);
      await inbox.done(done);
    }
    expect(await inbox.claim('held', 1_000)).toBe('busy');
    expect(await inbox.claim('three', 1_000)).toBe('duplicate');
    expect(await inbox.claim('one', 1_000)).toBe('fresh');
    expect(await inbox.claim('two', 1_000)).toBe('fresh');
    expect(await inbox.claim('four', 1_000)).toBe('busy');
  });

  it.each([{ maxEntries: 0 }, { maxEntries: Number.NaN }, { retentionMs: -1 }])(
    'is not made with %j',
    (options) => {
      expect(() => memoryInbox(options)).toThrow(/above 0/);
    },
  );
});
