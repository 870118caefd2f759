import { checkTableName } from './table-name.ts';

/** The table of an inbox, unless told otherwise. */
export const inboxTable = 'trainyard_inbox';

/**
 * The SQL that makes an inbox's table; running it twice does no harm. Put it among your migrations, or run it
 * when your program starts.
 *
 * @param table its name, with a schema before it or not
 * @returns statements, each closed by a semicolon
 * @throws InvalidArgumentError when the name is none
 * @example
 * ```ts
 * import { Pool } from 'pg';
 * import { postgresInboxMigration } from 'trainyard/webhooks/postgres';
 *
 * await new Pool().query(postgresInboxMigration());
 * ```
 */
export function postgresInboxMigration(table: string = inboxTable): string {
  checkTableName(table);
  const index = `${table.split('.').at(-1)}_until`;
  return `CREATE TABLE IF NOT EXISTS ${table} (
  key text PRIMARY KEY,
  owner text,
  done boolean NOT NULL,
  attempts integer NOT NULL,
  leased timestamptz,
  until timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS ${index} ON ${table} (until);
`;
}
