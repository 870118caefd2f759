import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { TransactionalCursorStore } from '../cursor/cursor-store.ts';
import type { PostgresClient } from './client.ts';
import { checkTableName } from './table-name.ts';

/** One connection of a pool, which is what a handler gets as its transaction. */
export interface PostgresConnection extends PostgresClient {
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
  release(error?: boolean): void;
}

/** What is used of a `Pool` of `pg`. */
export interface PostgresPool<C extends PostgresConnection = PostgresConnection>
  extends PostgresClient {
  connect(): Promise<C>;
}

/** The table of cursors, unless told otherwise. */
const cursorTable = 'trainyard_cursor';

/**
 * The SQL that makes a table of cursors; running it twice does no harm.
 *
 * @param table its name, with a schema before it or not
 * @throws InvalidArgumentError when the name is none
 * @example
 * ```ts
 * import { Pool } from 'pg';
 *
 * await new Pool().query(postgresCursorMigration());
 * ```
 */
export function postgresCursorMigration(table: string = cursorTable): string {
  return `CREATE TABLE IF NOT EXISTS ${checkTableName(table)} (
  name text PRIMARY KEY,
  cursor text NOT NULL
);
`;
}

/**
 * Cursors in PostgreSQL. What a handler does through its `tx` is committed together with the cursor, or not
 * at all: its effect happens exactly once. No lock is held while the handler runs.
 *
 * @param pool yours; a connection is taken from it for each event. It is never closed
 * @param options where it keeps them
 * @param options.table its table, made by `postgresCursorMigration(table)`. Default: trainyard_cursor
 * @throws InvalidArgumentError when the pool or the table's name can't be right
 * @example
 * ```ts
 * import { Pool } from 'pg';
 *
 * const sync = createSync({
 *   client: ot,
 *   cursor: postgresCursor(new Pool()),
 *   on: {
 *     'contract.created': ({ data }, { tx }) =>
 *       tx.query('INSERT INTO hires (contract_id) VALUES ($1)', [data.contractId]),
 *   },
 * });
 * ```
 */
export function postgresCursor<C extends PostgresConnection = PostgresConnection>(
  pool: PostgresPool<C>,
  { table = cursorTable }: { table?: string | undefined } = {},
): TransactionalCursorStore<C> {
  if (typeof pool?.connect !== 'function' || typeof pool.query !== 'function') {
    throw new InvalidArgumentError(
      'pool',
      'a Pool of pg: each event needs a connection of its own.',
    );
  }
  checkTableName(table);
  const read = `SELECT cursor FROM ${table} WHERE name = $1`;
  const first = `INSERT INTO ${table} (name, cursor) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`;
  const next = `UPDATE ${table} SET cursor = $2 WHERE name = $1 AND cursor = $3 RETURNING 1`;
  const load = async (client: PostgresClient, name: string) => {
    const { rows } = await client.query(read, [name]);
    return (rows as { cursor: string }[])[0]?.cursor;
  };
  return {
    load: (name) => load(pool, name),
    async advance(name, cursor, previous, work) {
      const tx = await pool.connect();
      // A connection that breaks says so by an event too, which ends the process if nobody listens.
      tx.on('error', ignore);
      let isBroken = true;
      const end = async (how: 'COMMIT' | 'ROLLBACK') => {
        await tx.query(how, []);
        isBroken = false;
      };
      try {
        await tx.query('BEGIN', []);
        // Spares the work of whoever was deposed long ago; the update below is what decides.
        if ((await load(tx, name)) !== previous) {
          await end('ROLLBACK');
          return false;
        }
        try {
          await work(tx);
        } catch (error) {
          await end('ROLLBACK').catch(() => {});
          throw error;
        }
        const { rows } =
          previous === undefined
            ? await tx.query(first, [name, cursor])
            : await tx.query(next, [name, cursor, previous]);
        await end(rows.length === 1 ? 'COMMIT' : 'ROLLBACK');
        return rows.length === 1;
      } finally {
        // Of a connection in the middle of something the pool makes a new one.
        if (!isBroken) tx.off('error', ignore);
        tx.release(isBroken);
      }
    },
  };
}

function ignore(): void {}
