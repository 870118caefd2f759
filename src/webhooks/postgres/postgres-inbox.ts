import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { InboxClaim, WebhookInbox } from '../receiver/inbox.ts';
import { checkRetention, week } from '../receiver/retention.ts';
import type { PostgresClient } from './client.ts';
import { inboxTable } from './postgres-inbox-migration.ts';
import { runStatement } from './statement.ts';
import { checkTableName } from './table-name.ts';

/** Options of `postgresInbox`. */
export interface PostgresInboxOptions {
  /**
   * Its table, with a schema before it or not. `postgresInboxMigration(table)` makes it.
   *
   * @defaultValue 'trainyard_inbox'
   */
  table?: string | undefined;
  /**
   * How long a done event is remembered, and how often one was begun that is not, in milliseconds.
   *
   * @defaultValue 604800000 (7 days)
   */
  retentionMs?: number | undefined;
}

/**
 * An inbox in PostgreSQL, shared by every process that uses the same table. Each step is one statement, and
 * time is the database's own. What has run out is deleted along the way, two rows with every event done,
 * so the table needs no job that tidies it.
 *
 * @param client yours: a `Pool` of `pg`, or anything that runs a statement with its values. It is never closed
 * @throws InvalidArgumentError when the client or an option can't be right
 * @example
 * ```ts
 * import { Pool } from 'pg';
 * import { createWebhookReceiver } from 'trainyard/webhooks';
 * import { postgresInbox, postgresInboxMigration } from 'trainyard/webhooks/postgres';
 *
 * const pool = new Pool();
 * await pool.query(postgresInboxMigration());
 * const inbox = postgresInbox(pool);
 * export const POST = createWebhookReceiver({ platform: 'opentrain', secret, inbox, on: {} });
 * ```
 */
export function postgresInbox(
  client: PostgresClient,
  options: PostgresInboxOptions = {},
): WebhookInbox {
  const { table = inboxTable, retentionMs = week } = options;
  if (typeof client?.query !== 'function') {
    throw new InvalidArgumentError('client', 'a Pool or Client of pg.');
  }
  checkRetention(retentionMs);
  const sql = statements(checkTableName(table));
  const run = (text: string, values: unknown[]) => runStatement(client, text, values);
  return {
    async claim(key, leaseMs, owner = crypto.randomUUID()) {
      const rows = await run(sql.claim, [key, owner, leaseMs, retentionMs]);
      // No row: another's claim of the same moment, which this statement could not see yet.
      return (rows as { answer: InboxClaim }[])[0]?.answer ?? 'busy';
    },
    async done(key) {
      await run(sql.done, [key, retentionMs]);
    },
    async release(key, owner) {
      await run(sql.release, [key, retentionMs, owner ?? null]);
    },
    async attempts(key) {
      const rows = await run(sql.attempts, [key]);
      return (rows as { attempts: number }[])[0]?.attempts ?? 0;
    },
  };
}

function statements(table: string) {
  const after = (parameter: string) =>
    `clock_timestamp() + ${parameter}::double precision * interval '1 millisecond'`;
  return {
    claim: `
WITH claimed AS (
  INSERT INTO ${table} AS held (key, owner, done, attempts, leased, until)
  VALUES ($1, $2, false, 1, ${after('$3')}, ${after('($3 + $4)')})
  ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, done = false, leased = excluded.leased, until = excluded.until,
    attempts = CASE
      WHEN held.until <= clock_timestamp() THEN 1
      WHEN held.owner = excluded.owner THEN held.attempts
      ELSE held.attempts + 1
    END
  WHERE held.until <= clock_timestamp() OR NOT held.done
    AND (held.owner IS NULL OR held.owner = excluded.owner OR held.leased <= clock_timestamp())
  RETURNING 'fresh' AS answer
)
SELECT answer FROM claimed
UNION ALL
SELECT CASE WHEN done THEN 'duplicate' ELSE 'busy' END FROM ${table}
WHERE key = $1 AND NOT EXISTS (SELECT FROM claimed)`,
    done: `
WITH outdated AS (
  DELETE FROM ${table} WHERE key IN (
    SELECT key FROM ${table} WHERE until <= clock_timestamp() AND key <> $1
    ORDER BY until LIMIT 2 FOR UPDATE SKIP LOCKED
  )
)
INSERT INTO ${table} (key, owner, done, attempts, leased, until) VALUES ($1, NULL, true, 0, NULL, ${after('$2')})
ON CONFLICT (key) DO UPDATE SET owner = NULL, done = true, attempts = 0, leased = NULL, until = excluded.until`,
    release: `
UPDATE ${table} SET owner = NULL, leased = NULL, until = ${after('$2')}
WHERE key = $1 AND owner IS NOT NULL AND ($3::text IS NULL OR owner = $3)`,
    attempts: `
SELECT attempts FROM ${table} WHERE key = $1 AND until > clock_timestamp()`,
  };
}
