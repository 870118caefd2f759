import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { WebhookInbox } from './inbox.ts';
import { week } from './retention.ts';

/** Options of `memoryInbox`. */
export interface MemoryInboxOptions {
  /**
   * The most events to remember, held ones included. Those that were given up go first, then the event done
   * longest ago; a lease is never taken away, and while nothing but leases is left, claims are answered `busy`.
   *
   * @defaultValue 10000
   */
  maxEntries?: number | undefined;
  /**
   * How long a done event is remembered, and how often one was begun that is not, in milliseconds.
   *
   * @defaultValue 604800000 (7 days)
   */
  retentionMs?: number | undefined;
  /**
   * The present time in milliseconds since the Unix epoch.
   *
   * @defaultValue Date.now
   */
  now?: (() => number) | undefined;
}

/**
 * An inbox in this process: right for one process, and forgotten when it ends. Several processes
 * behind one URL need one that they share.
 *
 * @throws InvalidArgumentError when a bound is no number above 0
 * @example
 * ```ts
 * const inbox = memoryInbox({ maxEntries: 50_000 });
 * ```
 */
export function memoryInbox(options: MemoryInboxOptions = {}): WebhookInbox {
  const { maxEntries = 10_000, retentionMs = week, now = () => Date.now() } = options;
  for (const [name, value] of Object.entries({ maxEntries, retentionMs })) {
    if (!(value > 0)) throw new InvalidArgumentError(name, 'a number above 0.');
  }
  /** When each lease runs out or was given up, and how many there were before it, itself included. */
  const leases = new Map<string, { until: number; owner: string | undefined; attempts: number }>();
  /** When each was done; in that order, since a map keeps its keys as they came. */
  const worked = new Map<string, number>();

  const dropOutdated = () => {
    for (const [key, at] of worked) {
      if (now() - at < retentionMs) break;
      worked.delete(key);
    }
  };
  const attemptsOf = (key: string) => {
    const { until, attempts } = leases.get(key) ?? { until: 0, attempts: 0 };
    return now() - until < retentionMs ? attempts : 0;
  };
  const isFull = () => leases.size + worked.size >= maxEntries;
  const makeRoom = () => {
    // Rare: once they are gone, leases are as many as handlers run.
    if (isFull()) for (const [key, { until }] of leases) if (until <= now()) leases.delete(key);
    for (const key of worked.keys()) {
      if (!isFull()) break;
      worked.delete(key);
    }
    return !isFull();
  };

  return {
    async claim(key, leaseMs, owner) {
      dropOutdated();
      if (worked.has(key)) return 'duplicate';
      const held = leases.get(key);
      const isOwn = owner !== undefined && held?.owner === owner;
      if (held !== undefined && held.until > now() && !isOwn) return 'busy';
      const attempts = attemptsOf(key) + (isOwn ? 0 : 1);
      leases.delete(key);
      if (!makeRoom()) return 'busy';
      leases.set(key, { until: now() + leaseMs, owner, attempts });
      return 'fresh';
    },
    async done(key) {
      leases.delete(key);
      worked.delete(key);
      if (makeRoom()) worked.set(key, now());
    },
    async release(key, owner) {
      const held = leases.get(key);
      if (!held || held.until <= now() || (owner !== undefined && held.owner !== owner)) return;
      leases.set(key, { ...held, until: now(), owner: undefined });
    },
    async attempts(key) {
      return attemptsOf(key);
    },
  };
}
