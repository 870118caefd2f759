import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresCursor, postgresCursorMigration } from '../../src/webhooks/postgres.ts';
import { redisCursor } from '../../src/webhooks/redis.ts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';

let redis: RedisServer;
let postgres: PostgresServer;
beforeAll(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
});
afterAll(() => Promise.all([redis.stop(), postgres.stop()]));

describe.each(['redis', 'ioredis'])('a cursor in Redis, through %s', (name) => {
  async function opened() {
    if (name === 'ioredis') {
      const client = new Redis(redis.url);
      return { client, close: () => client.quit() };
    }
    const client = await createClient({ url: redis.url }).connect();
    return { client, close: () => client.close() };
  }

  it('moves from where it is, and from nowhere else', async () => {
    const { client, close } = await opened();
    const store = redisCursor(client, { prefix: `${name}:` });
    expect(await store.load('a')).toBeUndefined();
    expect(await store.save('a', '5', '4')).toBe(false);
    expect(await store.save('a', '5', undefined)).toBe(true);
    expect(await store.save('a', '6', undefined)).toBe(false);
    expect(await store.save('a', '7', '5')).toBe(true);
    expect([await store.load('a'), await store.load('b')]).toEqual(['7', undefined]);
    await close();
  });

  it('is moved by one of many that try at once', async () => {
    const { client, close } = await opened();
    const store = redisCursor(client, { prefix: `${name}:many:` });
    const moves = Array.from({ length: 50 }, (_, i) => store.save('a', String(i), undefined));
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    await close();
  });
});

describe('a cursor in PostgreSQL', () => {
  let pool: Pool;
  beforeAll(async () => {
    // Connections that the server ends while it stops are told to somebody, or end the process.
    pool = new Pool({ connectionString: postgres.url, max: 10 }).on('error', () => {});
    await pool.query(postgresCursorMigration());
    await pool.query(postgresCursorMigration());
    await pool.query('CREATE TABLE effects (what text)');
  });
  afterAll(() => pool.end());
  const effects = async (what: string) =>
    (await pool.query('SELECT 1 FROM effects WHERE what = $1', [what])).rows.length;
  const insert = (what: string) => (tx: { query(text: string, values: unknown[]): unknown }) =>
    Promise.resolve(tx.query('INSERT INTO effects VALUES ($1)', [what]));

  it('moves together with the work', async () => {
    const store = postgresCursor(pool);
    expect(await store.advance('a', '5', undefined, insert('a'))).toBe(true);
    expect(await store.advance('a', '6', '5', insert('a'))).toBe(true);
    expect([await store.load('a'), await effects('a')]).toEqual(['6', 2]);
  });

  it('leaves nothing of work whose cursor was elsewhere', async () => {
    const store = postgresCursor(pool);
    await store.advance('b', '5', undefined, insert('b'));
    for (const previous of [undefined, '4']) {
      expect(await store.advance('b', '6', previous, insert('b'))).toBe(false);
    }
    expect(await store.advance('never seen', '6', '5', insert('b'))).toBe(false);
    expect([await store.load('b'), await effects('b')]).toEqual(['5', 1]);
  });

  it('leaves nothing of work that fails, and says why', async () => {
    const store = postgresCursor(pool);
    const failing = store.advance('c', '5', undefined, async (tx) => {
      await insert('c')(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await store.load('c'), await effects('c')]).toEqual([undefined, 0]);
    expect(pool.totalCount).toBeLessThan(3);
  });

  it.each([undefined, '1'])('is moved from %s by one of many that work at once', async (from) => {
    const store = postgresCursor(pool);
    const name = `many ${from}`;
    if (from) await store.advance(name, from, undefined, async () => {});
    const moves = Array.from({ length: 10 }, (_, i) =>
      store.advance(name, String(i + 2), from, async (tx) => {
        await insert(name)(tx);
        await tx.query('SELECT pg_sleep(0.05)', []);
      }),
    );
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    expect(await effects(name)).toBe(1);
  });

  it('survives a connection that breaks in the middle', async () => {
    const store = postgresCursor(pool);
    const broken = store.advance('d', '5', undefined, async (tx) => {
      await insert('d')(tx);
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())', []);
    });
    await expect(broken).rejects.toThrow();
    expect([await store.load('d'), await effects('d')]).toEqual([undefined, 0]);
    expect(await store.advance('d', '5', undefined, insert('d'))).toBe(true);
  });

  it('is not made of what is no pool, nor in a table of no name', () => {
    const client = { query: async () => ({ rows: [] }) } as unknown as Pool;
    expect(() => postgresCursor(client)).toThrow(/Pool/);
    expect(() => postgresCursor(pool, { table: 'a; DROP TABLE b' })).toThrow(/letters/);
  });
});
