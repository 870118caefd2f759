import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidArgumentError } from '../../src/index.ts';
import {
  type PostgresClient,
  postgresInbox,
  postgresInboxMigration,
} from '../../src/webhooks/postgres.ts';
import { sharedInboxContract } from '../support/inbox-contract.ts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres.ts';

const retentionMs = 3_600_000;
let server: PostgresServer;
let pool: Pool;

beforeAll(async () => {
  server = await startPostgres();
  // Connections that the server ends while it stops are told to somebody, or end the process.
  pool = new Pool({ connectionString: server.url, max: 20 }).on('error', () => {});
});

afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

async function table(name: string): Promise<string> {
  await pool.query(postgresInboxMigration(name));
  return name;
}

const pass = async (name: string, ms: number) => {
  const earlier = `- $1 * interval '1 millisecond'`;
  await pool.query(`UPDATE ${name} SET until = until ${earlier}, leased = leased ${earlier}`, [ms]);
};

describe.each(['read committed', 'serializable'])(
  'an inbox in a PostgreSQL whose transactions are %s by default',
  (isolation) => {
    const name = `trial_${isolation.replace(' ', '_')}`;
    let own: Pool;

    beforeAll(async () => {
      const options = `-c default_transaction_isolation=${isolation.replace(' ', '\\ ')}`;
      own = new Pool({ connectionString: server.url, max: 20, options }).on('error', () => {});
      await table(name);
    });

    afterAll(() => own?.end());

    const empty = async () => {
      await pool.query(`TRUNCATE ${name}`);
      return postgresInbox(own, { table: name, retentionMs });
    };

    sharedInboxContract(async () => ({
      inbox: await empty(),
      retentionMs,
      pass: (ms) => pass(name, ms),
    }));

    it('gives a key to one of many even while rows run out and are tidied away', async () => {
      const inbox = await empty();
      for (let round = 0; round < 20; round++) {
        const keys = Array.from({ length: 10 }, (_, nth) => `${round}:${nth}`);
        const claims = await Promise.all(
          keys.flatMap((key) => [1, 2, 3, 4].map((nth) => inbox.claim(key, 60_000, `${nth}`))),
        );
        expect(claims.filter((claim) => claim === 'fresh')).toHaveLength(keys.length);
        await Promise.all(keys.map((key) => inbox.done(key)));
        await pass(name, retentionMs / 4);
      }
    });
  },
);

describe('an inbox in PostgreSQL', () => {
  it('deletes what has run out with what is done after it', async () => {
    const name = await table('tidy');
    const inbox = postgresInbox(pool, { table: name, retentionMs });
    for (let nth = 0; nth < 40; nth++) await inbox.done(`old:${nth}`);
    await pass(name, retentionMs + 1);
    for (let nth = 0; nth < 20; nth++) await inbox.done(`new:${nth}`);
    const { rows } = await pool.query(`SELECT count(*)::int AS rows FROM ${name}`);
    expect(rows).toEqual([{ rows: 20 }]);
  });

  it('takes part in a transaction of its caller’s', async () => {
    const name = await table('together');
    const inbox = postgresInbox(pool, { table: name });
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await postgresInbox(client, { table: name }).done('a');
      await client.query('ROLLBACK');
      expect(await inbox.claim('a', 60_000)).toBe('fresh');
      await client.query('BEGIN');
      await postgresInbox(client, { table: name }).done('a');
      await client.query('COMMIT');
      expect(await inbox.claim('a', 60_000)).toBe('duplicate');
    } finally {
      await client.end();
    }
  });

  it('fails a step that gets no connection, and the event is not held by it', async () => {
    const name = await table('exhausted');
    const small = new Pool({
      connectionString: server.url,
      max: 1,
      connectionTimeoutMillis: 5_000,
    });
    const inbox = postgresInbox(small, { table: name });
    const held = await small.connect();
    await expect(inbox.claim('a', 60_000)).rejects.toThrow(/timeout/);
    held.release();
    expect(await inbox.claim('a', 60_000)).toBe('fresh');
    await small.end();
  });

  it('lives in a schema, and is migrated twice without harm', async () => {
    await pool.query('CREATE SCHEMA hooks');
    const inbox = postgresInbox(pool, { table: await table('hooks.inbox') });
    await table('hooks.inbox');
    expect(await inbox.claim('a', 60_000)).toBe('fresh');
    expect(await inbox.claim('a', 60_000)).toBe('busy');
  });

  it('says what is wrong with its arguments', () => {
    expect(() => postgresInbox({} as PostgresClient)).toThrow(InvalidArgumentError);
    expect(() => postgresInbox(pool, { retentionMs: 0 })).toThrow(/retentionMs/);
    for (const name of ['', 'a b', 'a;drop table b', '"a"', 'a.b.c', '1a', 'x'.repeat(60)]) {
      expect(() => postgresInbox(pool, { table: name })).toThrow(/table/);
      expect(() => postgresInboxMigration(name)).toThrow(/table/);
    }
  });
});
