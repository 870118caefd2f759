/** One of many processes that run the same sync. It tells its parent its port, and each event that it begins. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { OpenTrain } from 'trainyard/opentrain';
import { createSync, type SubscriptionSecret } from 'trainyard/opentrain/sync';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { postgresCursor } from 'trainyard/webhooks/postgres';
import { redisInbox } from 'trainyard/webhooks/redis';
import { eventTypes, hookUrl, type Order, type Told } from './terms.ts';

const { REDIS_URL = '', DATABASE_URL = '', BREAK } = process.env;
const redis = await createClient({ url: REDIS_URL }).connect();
const pool = new Pool({ connectionString: DATABASE_URL, max: 4 });
const tell = (told: Told) => process.send?.(told);
let hangs = false;
process.on('message', (order: Order) => {
  hangs = order === 'hang';
});

const sync = createSync({
  client: new OpenTrain(),
  cursor: postgresCursor(pool),
  inbox: redisInbox(redis),
  subscription: {
    url: hookUrl,
    eventTypes,
    secrets: {
      load: async (name) =>
        JSON.parse((await redis.get(`secrets:${name}`)) ?? '[]') as SubscriptionSecret[],
      save: async (name, secrets) => {
        await redis.set(`secrets:${name}`, JSON.stringify(secrets));
      },
    },
  },
  leaseMs: BREAK === 'lease' ? 3_600_000 : 2_000,
  idleMs: 2_000,
  onUnknown: async ({ id, createdAt }, { tx }) => {
    const effects = BREAK === 'transaction' ? pool : tx;
    await effects.query('INSERT INTO effects (event_id, created_at, worker) VALUES ($1, $2, $3)', [
      id,
      createdAt,
      process.pid,
    ]);
    // Whoever is killed is killed here: after the effect, before the cursor.
    tell({ began: id, hangs });
    if (hangs) await new Promise(() => {});
  },
  onError: (error, { during }) => tell({ trouble: `${during}: ${String(error)}` }),
});

const server = createServer(toNodeHandler(sync.receiver)).listen(0, '127.0.0.1', () => {
  tell({ port: (server.address() as AddressInfo).port });
});
process.once('SIGTERM', () => void sync.stop());
await sync.run();
server.close();
await pool.end();
await redis.close();
process.disconnect?.();
