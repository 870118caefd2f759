import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsStore, placeOf, programs } from '../docs/blocks.ts';
import { examples, withImports } from '../docs/examples.ts';
import { namesAtRunTime } from '../docs/public-names.ts';
import { runBlock } from '../docs/run.ts';
import { openTheatre } from '../docs/theatre.ts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';

const blocks = [...programs, ...examples].filter(needsStore);
let redis: RedisServer;
let postgres: PostgresServer;

const theatre = openTheatre(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  return {
    ports: { 6379: redis.port },
    env: { PGHOST: '127.0.0.1', PGPORT: String(postgres.port), PGUSER: 'postgres' },
  };
});

afterAll(async () => {
  await redis?.stop();
  await postgres?.stop();
});

describe('code in the texts that needs a store', () => {
  // Tables of the reader's own.
  beforeAll(async () => {
    const pool = new Pool();
    await pool.query(
      'CREATE TABLE hires (contract_id text); CREATE TABLE worked (id text PRIMARY KEY)',
    );
    await pool.end();
  });

  it.each(blocks.map((block) => ({ place: placeOf(block), block })))(
    'runs as it stands: $place',
    async ({ block }) => {
      await runBlock(withImports(block, await namesAtRunTime()), theatre());
    },
  );

  it('is there', () => {
    expect(blocks.length).toBeGreaterThan(10);
  });
});
