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
   */
  claim(key: string, leaseMs: number): Promise<InboxClaim>;
  /** It was worked: from now on it is a duplicate, whoever holds a lease on it. */
  done(key: string): Promise<void>;
  /** It was not worked: the lease is given up. Changes nothing for what is done. */
  release(key: string): Promise<void>;
}
