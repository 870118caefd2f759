import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { needsStore, placeOf, programs } from '../docs/blocks.ts';
import { runBlock } from '../docs/run.ts';
import { openTheatre } from '../docs/theatre.ts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';

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

/** What a block opened and leaves to its process to close. */
const opened: object[] = [];

/** A package whose clients are remembered: what `new` makes of it, and what its functions return. */
function watched(module: object): object {
  const remember = <T extends object>(made: T): T => {
    opened.push(made);
    return made;
  };
  const watch = (value: unknown): unknown =>
    typeof value !== 'function'
      ? value
      : new Proxy(value, {
          construct: (...call) => remember(Reflect.construct(...call)),
          apply: (...call) => remember(Reflect.apply(...call)),
        });
  return Object.fromEntries(Object.entries(module).map(([name, value]) => [name, watch(value)]));
}

const load = async (name: string) =>
  ['pg', 'redis', 'ioredis', 'bullmq'].includes(name) ? watched(await import(name)) : import(name);

afterEach(async () => {
  for (const client of opened.splice(0).reverse()) {
    const { end, quit, close } = client as Record<string, (() => unknown) | undefined>;
    await (end ?? quit ?? close)?.call(client);
  }
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

  it.each(programs.filter(needsStore).map((block) => ({ place: placeOf(block), block })))(
    'runs as it stands: $place',
    async ({ block }) => {
      await runBlock(block, { ...theatre(), load });
    },
  );

  it('is there', () => {
    expect(programs.filter(needsStore).length).toBeGreaterThan(4);
  });
});
