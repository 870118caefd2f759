import type { Pool } from 'pg';

const tables = `
CREATE TABLE IF NOT EXISTS worked (event_id text PRIMARY KEY);
CREATE TABLE IF NOT EXISTS effects (
  seq bigserial PRIMARY KEY,
  event_id text NOT NULL,
  contract_id text,
  what text NOT NULL,
  pid integer NOT NULL,
  began timestamptz NOT NULL,
  ended timestamptz NOT NULL
);`;

/** Books what happened. Nothing in `effects` keeps an event from being there twice; `worked` does. */
export class Ledger {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async create(): Promise<void> {
    // Of several processes that create the same at once, all but one fail without a lock.
    await this.#pool.query(`BEGIN; SELECT pg_advisory_xact_lock(7270); ${tables} COMMIT`);
  }

  /** The note that an event was worked, and its effect, in one transaction: both or neither. */
  async book(eventId: string, contractId: string | null, what: string): Promise<void> {
    const began = new Date();
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const noted = await client.query(
        'INSERT INTO worked (event_id) VALUES ($1) ON CONFLICT DO NOTHING',
        [eventId],
      );
      if (noted.rowCount === 1) {
        await client.query(
          `INSERT INTO effects (event_id, contract_id, what, pid, began, ended)
           VALUES ($1, $2, $3, $4, $5, clock_timestamp())`,
          [eventId, contractId, what, process.pid, began],
        );
      }
      await client.query('COMMIT');
    } catch (error) {
      // Whatever state it is in, it goes; PostgreSQL undoes what was not committed.
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
