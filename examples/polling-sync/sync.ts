/**
 * Follows the updates feed for ever and keeps books of it in a file. May be killed at any moment and
 * started again: `OT_API_TOKEN=… npx tsx examples/polling-sync/sync.ts books.json`.
 *
 * It stands on `updates.stream`, the level beneath `createSync`: one process, whose books and cursor are one file, has nobody to
 * take turns with and needs no webhook to wake it.
 */
import { OpenTrain } from 'trainyard/opentrain';
import { enter, openBooks, save } from './books.ts';

const [, , file = 'books.json'] = process.argv;
const ot = new OpenTrain(); // reads OT_API_TOKEN and OT_API_BASE_URL
const books = await openBooks(file);
const idleMs = Number(process.env.SYNC_IDLE_MS ?? 30_000);

for await (const event of ot.updates.stream({ cursor: books.cursor, idleMs })) {
  enter(books, event);
  await save(file, books);
  console.log(event.id);
}
