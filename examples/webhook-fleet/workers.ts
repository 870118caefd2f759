/**
 * Works the queue in several processes: `npx tsx examples/webhook-fleet/workers.ts`. Each effect is
 * booked once, by whichever process, however often an event comes and whoever dies over it.
 */
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { webhookWorker } from 'trainyard/webhooks/bullmq';
import { redisInbox } from 'trainyard/webhooks/redis';
import { readConfig } from './config.ts';
import { Ledger } from './ledger.ts';
import { supervise } from './supervise.ts';

const config = readConfig();

await supervise('worker', config.processes, async () => {
  const redis = new Redis(config.inboxUrl).on('error', (error) => console.error(error.message));
  const pool = new Pool({ connectionString: config.databaseUrl, max: 5 });
  pool.on('error', (error) => console.error(error.message));
  const ledger = new Ledger(pool);
  await ledger.create();
  const worker = webhookWorker({
    platform: 'opentrain',
    queue: config.queue,
    connection: { url: config.redisUrl, maxRetriesPerRequest: null },
    inbox: redisInbox(redis),
    redis,
    leaseMs: config.leaseMs,
    concurrency: 8,
    on: {
      'contract.created': ({ id, data }) => ledger.book(id, data.contractId, 'hired'),
      'milestone.status_changed': ({ id, data }) => ledger.book(id, data.contractId, data.status),
      'payment.pending': ({ id, data }) => ledger.book(id, data.contractId, 'to be paid'),
      'contract.budget_state_changed': ({ id, data }) =>
        ledger.book(id, data.contractId, `budget ${data.state}`),
      'message.received': ({ id }) => ledger.book(id, null, 'a message'),
    },
    onError: (error) => console.error(error instanceof Error ? error.message : error),
    onDead: ({ jobId, reason }) => console.error(`dead letter ${jobId}: ${reason}`),
  });
  return async () => {
    await worker.close();
    await redis.quit();
    await pool.end();
  };
});
