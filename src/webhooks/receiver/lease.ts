import type { Clock } from '../../core/clock.ts';
import { TrainyardError } from '../../core/trainyard-error.ts';
import type { InboxClaim, WebhookInbox } from './inbox.ts';

/** So many times a lease is renewed: whoever hangs for longer gives its event up. */
const mostRenewals = 20;

/** One event's claim, renewed for as long as its handler runs. */
export class Lease {
  readonly #owner = crypto.randomUUID();
  readonly #over = new AbortController();
  readonly #inbox: WebhookInbox;
  readonly #key: string;
  readonly #ms: number;
  #renewing: Promise<void> | undefined;

  constructor(inbox: WebhookInbox, key: string, ms: number) {
    this.#inbox = inbox;
    this.#key = key;
    this.#ms = ms;
  }

  /** Asks for the event; a fresh one is renewed from now on. */
  async claim(clock: Clock): Promise<InboxClaim> {
    const claim = await this.#inbox.claim(this.#key, this.#ms, this.#owner);
    // Anything else, taken for leave to begin, would have every repeat worked.
    if (claim !== 'fresh' && claim !== 'duplicate' && claim !== 'busy') {
      throw new TrainyardError(
        `The inbox's claim() must resolve to 'fresh', 'duplicate' or 'busy'.`,
      );
    }
    // Ends by the signal, which is no failure.
    if (claim === 'fresh') this.#renewing = this.#renew(clock).catch(() => {});
    return claim;
  }

  /** How often its event was begun, this time included; nothing where the inbox does not count. */
  async attempt(): Promise<number | undefined> {
    return this.#inbox.attempts?.(this.#key);
  }

  /** Ends the renewals, and tells the inbox how it went. */
  async end(outcome: 'done' | 'release'): Promise<void> {
    this.#over.abort();
    // A renewal under way must not come after the release.
    await this.#renewing;
    if (outcome === 'done') await this.#inbox.done(this.#key);
    else await this.#inbox.release(this.#key, this.#owner);
  }

  async #renew(clock: Clock): Promise<void> {
    for (let times = 0; times < mostRenewals; times++) {
      await clock.sleep(this.#ms / 2, this.#over.signal);
      // When it fails the next one may not, and until then the lease holds.
      try {
        await this.#inbox.claim(this.#key, this.#ms, this.#owner);
      } catch {}
    }
  }
}
