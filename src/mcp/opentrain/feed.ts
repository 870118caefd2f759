import { Updates } from '../../opentrain/updates.ts';
import type { Changes } from '../serving/changes.ts';
import type { Account } from './account.ts';
import { uriOf } from './resources.ts';

/** How long the feed is left alone after it could not be read. */
const retryMs = 30_000;

/** Follows the updates feed while a client watches resources, and tells which of them have changed. */
export class Feed {
  readonly #account: Account;
  readonly #changes: Changes;
  #following: AbortController | undefined;

  constructor(account: Account, changes: Changes) {
    this.#account = account;
    this.#changes = changes;
  }

  start(): void {
    if (this.#following) return;
    this.#following = new AbortController();
    void this.#follow(this.#following.signal);
  }

  stop(): void {
    this.#following?.abort();
    this.#following = undefined;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    let cursor: string | undefined;
    while (!signal.aborted) {
      try {
        const updates = new Updates(await this.#account.transport());
        // What happened before anybody watched is not news.
        cursor ??= await lastEvent(updates, signal);
        for await (const event of updates.stream({ cursor, signal })) {
          cursor = event.id;
          for (const uri of touched(event)) this.#changes.resourceChanged(uri);
        }
      } catch {
        // No token yet, none of the scopes, or the platform out of reach: any of these may pass.
        await this.#account.clock.sleep(retryMs, signal).catch(() => {});
      }
    }
  }
}

async function lastEvent(updates: Updates, signal: AbortSignal): Promise<string | undefined> {
  let cursor: string | undefined;
  for (;;) {
    const page = await updates.poll({ cursor, limit: 200 }, { signal });
    const next = page.nextCursor || cursor;
    if (!page.hasMore || next === cursor) return next;
    cursor = next;
  }
}

/** The resources that an event is about: its job, and what its data names. */
function* touched(event: { jobId: string | null; data: object }): Generator<string> {
  const { approvalId, proposalId } = event.data as Record<string, unknown>;
  if (typeof approvalId === 'string') yield uriOf('approvals', approvalId);
  if (typeof proposalId === 'string') yield uriOf('proposals', proposalId);
  if (event.jobId) yield uriOf('jobs', event.jobId);
}
