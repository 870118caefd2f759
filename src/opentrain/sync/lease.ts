import type { Clock } from '../../core/clock.ts';
import { TrainyardError } from '../../core/trainyard-error.ts';
import type { WebhookInbox } from '../../webhooks/receiver/inbox.ts';

/** What leases are taken with. */
export interface LeaseOptions {
  inbox: WebhookInbox;
  clock: Clock;
  /** Who takes them: nobody else uses this name. */
  owner: string;
  leaseMs: number;
  onError(error: unknown): void;
}

/** @returns `undefined` when somebody else holds it */
export async function takeLease(key: string, options: LeaseOptions): Promise<Lease | undefined> {
  const { inbox, clock, leaseMs, owner } = options;
  const asked = clock.now();
  const claim = await inbox.claim(key, leaseMs, owner);
  return claim === 'fresh' ? new Lease(key, asked + leaseMs, options) : undefined;
}

/** A lease that is held, and renewed until it is released, abandoned, or lost to another. */
export class Lease {
  readonly #key: string;
  readonly #options: LeaseOptions;
  readonly #lost = new AbortController();
  readonly #over = new AbortController();
  #ends: number;
  #renewing: Promise<unknown> = Promise.resolve();

  constructor(key: string, ends: number, options: LeaseOptions) {
    this.#key = key;
    this.#ends = ends;
    this.#options = options;
    void this.#renew();
  }

  /** Aborted when the lease is lost or abandoned. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /** By this process's own time: the store may think otherwise, so it alone protects nothing. */
  get isHeld(): boolean {
    return !this.#lost.signal.aborted && this.#options.clock.now() < this.#ends;
  }

  /** Lets it run out, without telling anybody. */
  abandon(reason: unknown): void {
    this.#over.abort();
    this.#lost.abort(reason);
  }

  /** Gives it up for the next to take. */
  async release(): Promise<void> {
    const { inbox, owner, onError } = this.#options;
    this.#over.abort();
    // A renewal that reached the store after the release would take the lease anew.
    await this.#renewing;
    try {
      await inbox.release(this.#key, owner);
    } catch (error) {
      onError(error);
    }
  }

  async #renew(): Promise<void> {
    const { clock, leaseMs } = this.#options;
    const over = this.#over.signal;
    try {
      for (;;) {
        await clock.sleep(leaseMs / 3, over);
        const asked = clock.now();
        const renewed = await this.#claimBefore(this.#ends - asked);
        if (over.aborted) return;
        if (renewed) this.#ends = asked + leaseMs;
        else if (renewed === false || clock.now() >= this.#ends) {
          return this.abandon(new TrainyardError('Another process has taken over.'));
        }
      }
    } catch {
      // The wait was called off.
    }
  }

  /** @returns `undefined` when the store did not say in time, or failed */
  async #claimBefore(leftMs: number): Promise<boolean | undefined> {
    const { inbox, clock, leaseMs, owner, onError } = this.#options;
    const answered = new AbortController();
    const claim = inbox.claim(this.#key, leaseMs, owner).then(
      (claim) => claim === 'fresh',
      (error) => void onError(error),
    );
    const tooLate = clock.sleep(Math.max(leftMs, 0), answered.signal).catch(() => {});
    const first = Promise.race([claim, tooLate]);
    this.#renewing = first;
    const renewed = await first;
    answered.abort();
    return renewed ?? undefined;
  }
}
