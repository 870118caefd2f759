/**
 * What an inbox says to a claim.
 *
 * - `fresh`: nobody has worked this event, and the claimer now holds its lease.
 * - `duplicate`: it was worked.
 * - `busy`: somebody else holds its lease.
 */
export type InboxClaim = 'fresh' | 'duplicate' | 'busy';

/**
 * Remembers which events were worked, and who is at one now. Each method is one atomic step, so that of
 * any number of claimers of a key one gets `fresh`.
 */
export interface WebhookInbox {
  /**
   * Asks to work an event.
   *
   * @param key names the event, `<platform>:<event id>`
   * @param leaseMs how long, in milliseconds, nobody else gets it: a claimer that dies says no more
   * @param owner who claims, by a name of its own: whoever still holds the lease renews it by claiming
   * again, and is told `fresh`. Without it every claim is another's
   */
  claim(key: string, leaseMs: number, owner?: string): Promise<InboxClaim>;
  /** It was worked: from now on it is a duplicate, whoever holds a lease on it. */
  done(key: string): Promise<void>;
  /**
   * It was not worked: the lease is given up. Changes nothing for what is done.
   *
   * @param owner who claimed it: another's lease stays. Without it whatever lease there is ends
   */
  release(key: string, owner?: string): Promise<void>;
  /**
   * How often work on it was begun: claims answered `fresh`, renewals not counted. Asked by whoever holds the
   * lease, while it can't change. An inbox may leave it out; handlers are not told their `attempt` then.
   *
   * @returns 0 when it is done, or nothing is known of it
   */
  attempts?(key: string): Promise<number>;
}
