import { open, readFile, rename } from 'node:fs/promises';
import type { OpenTrainWebhookEvent } from 'trainyard';

/** What this program knows of the account, and up to which event it knows it. */
export interface Books {
  /** Id of the last event that is in here. */
  cursor: string | undefined;
  /** How many events are in here, by type: an event that counted twice would show. */
  counts: Record<string, number>;
  /** Status of each proposal. */
  proposals: Record<string, string>;
  /** Status of each milestone. */
  milestones: Record<string, string>;
}

/** Reads the books, or starts new ones. */
export async function openBooks(file: string): Promise<Books> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Books;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { cursor: undefined, counts: {}, proposals: {}, milestones: {} };
  }
}

/** What an event changes. The cursor moves along with it, so that they are written together. */
export function enter(books: Books, event: OpenTrainWebhookEvent): void {
  books.counts[event.type] = (books.counts[event.type] ?? 0) + 1;
  switch (event.type) {
    case 'proposal.received':
      books.proposals[event.data.proposalId] = 'UNREVIEWED';
      break;
    case 'proposal.status_changed':
      books.proposals[event.data.proposalId] = event.data.status;
      break;
    case 'milestone.status_changed':
      books.milestones[event.data.milestoneId] = event.data.status;
      break;
  }
  books.cursor = event.id;
}

/**
 * Writes the books in one step: whoever is killed while writing leaves the old ones or the new ones,
 * never half of each.
 */
export async function save(file: string, books: Books): Promise<void> {
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(JSON.stringify(books));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
