import type { Clock } from '../../core/clock.ts';
import { isAfter } from '../event-order.ts';
import { type Lease, type LeaseOptions, takeLease } from './lease.ts';
import { Nap } from './nap.ts';
import type { SyncErrorInfo, SyncTurn } from './options.ts';
import type { Turns } from './turn.ts';

const firstGapMs = 1_000;
/** How soon to ask again for the lead while another has it. */
const firstBusyMs = 50;
const longestBusyMs = 1_000;
/** How often the feed is read for an event that a webhook told of and that it does not show. */
const mostLooks = 5;

/** What rounds are made with. */
export interface RoundOptions {
  name: string;
  leases: LeaseOptions;
  turns: Turns;
  clock: Clock;
  idleMs: number;
  /** Called with the lead, before the feed is read at ease. */
  beforePoll(stop: AbortSignal): Promise<void>;
  onTurn(turn: SyncTurn): void;
  onError(error: unknown, info: SyncErrorInfo): void;
}

/** What a webhook has asked for, until it is done. */
interface Wanted {
  /** The newest event that is known to be in the feed. */
  readonly eventId: string | undefined;
  /** Turns taken in vain. */
  readonly looks: number;
}

/**
 * - `reached`: another process has dealt with what was wanted.
 * - `not-ours`: another process polls.
 * - `busy`: another process has the lead.
 * - `failed`: a store did.
 */
type Outcome = SyncTurn['ended'] | 'reached' | 'not-ours' | 'busy' | 'failed';

/**
 * When to take a turn: at once when a webhook came, whatever process it came to; else at ease, by one
 * process for all. The lead is held for a turn only, so that whoever is woken can take it.
 */
export class Rounds {
  readonly #options: RoundOptions;
  readonly #nap: Nap;
  #wanted: Wanted | undefined;
  /** How often in a row nothing happened; polls that find something start anew. */
  #idle = 0;

  constructor(options: RoundOptions) {
    this.#options = options;
    this.#nap = new Nap(options.clock);
  }

  /** @param eventId the event that there is to be found, where that is known */
  want(eventId: string | undefined): void {
    const before = this.#wanted?.eventId;
    const isNewer = eventId !== undefined && isAfter(eventId, before);
    this.#wanted = { eventId: isNewer ? eventId : before, looks: 0 };
    this.#nap.rouse();
  }

  /** Goes on until stopped. */
  async run(stop: AbortSignal, signal: AbortSignal | undefined): Promise<void> {
    this.#idle = 0;
    let failures = 0;
    let refusals = 0;
    while (!stop.aborted) {
      const outcome = await this.#attempt(stop, signal);
      const isRefused = outcome === 'busy' || outcome === 'deposed';
      failures = outcome === 'failed' ? failures + 1 : 0;
      refusals = isRefused ? refusals + 1 : 0;
      if (failures > 0) {
        // While the trouble lasts, every webhook would only repeat it.
        await this.#nap.take(this.#gap(failures - 1), stop, { deep: true });
      } else if (this.#wanted && isRefused) {
        const busyMs = Math.min(firstBusyMs * 2 ** (refusals - 1), longestBusyMs);
        await this.#nap.take(busyMs, stop, { deep: true });
      } else if (this.#wanted?.looks !== 0) {
        await this.#nap.take(this.#gap(this.#wanted?.looks ?? this.#idle), stop);
      }
    }
  }

  /** Gives up being the one who polls. */
  async close(): Promise<void> {
    const { leases } = this.#options;
    await leases.inbox.release(this.#pollKey, leases.owner).catch(leases.onError);
  }

  async #attempt(stop: AbortSignal, signal: AbortSignal | undefined): Promise<Outcome> {
    const { beforePoll, leases, name, onError, onTurn, turns } = this.#options;
    const wanted = this.#wanted;
    let lease: Lease | undefined;
    let during: SyncErrorInfo['during'] = wanted ? 'cursor' : 'lease';
    try {
      if (wanted ? await this.#isReached(wanted) : !(await this.#mayPoll())) {
        return wanted ? 'reached' : 'not-ours';
      }
      during = 'lease';
      lease = await takeLease(`sync:${name}:turn`, leases);
    } catch (error) {
      onError(error, { during });
      return 'failed';
    }
    if (!lease) return 'busy';
    try {
      if (!wanted) await beforePoll(stop);
      const turn = await turns.take(lease, stop, signal);
      this.#note(turn, wanted);
      onTurn(turn);
      return turn.ended;
    } finally {
      await lease.release();
    }
  }

  async #isReached(wanted: Wanted): Promise<boolean> {
    const { eventId } = wanted;
    if (eventId === undefined || isAfter(eventId, await this.#options.turns.cursor())) return false;
    if (this.#wanted === wanted) this.#wanted = undefined;
    return true;
  }

  /** One process polls for all, until it fails to say that it still does. */
  async #mayPoll(): Promise<boolean> {
    const { inbox, leaseMs, owner } = this.#options.leases;
    this.#idle += 1;
    const claim = await inbox.claim(this.#pollKey, this.#gap(this.#idle) + leaseMs, owner);
    return claim === 'fresh';
  }

  #note({ ended, events, to }: SyncTurn, wanted: Wanted | undefined): void {
    if (events > 0) this.#idle = 0;
    if (ended !== 'caught-up' || !wanted || wanted !== this.#wanted) return;
    const { eventId, looks } = wanted;
    const isDone = eventId === undefined || !isAfter(eventId, to) || looks + 1 === mostLooks;
    this.#wanted = isDone ? undefined : { eventId, looks: looks + 1 };
  }

  #gap(times: number): number {
    return Math.min(firstGapMs * 1.5 ** times, this.#options.idleMs);
  }

  get #pollKey(): string {
    return `sync:${this.#options.name}:poll`;
  }
}
