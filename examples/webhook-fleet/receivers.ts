/**
 * Takes the webhooks of OpenTrain in several processes behind one port, and puts them into a queue:
 * `npx tsx examples/webhook-fleet/receivers.ts`. README.md says what it needs.
 */
import { createServer } from 'node:http';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { createWebhookReceiver, type OpenTrainWebhookEvent } from 'trainyard/webhooks';
import { bullmqEnqueue } from 'trainyard/webhooks/bullmq';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { redisInbox } from 'trainyard/webhooks/redis';
import { readConfig } from './config.ts';
import { supervise } from './supervise.ts';

const config = readConfig();

/** What happens to one contract happens in order; everything else need not wait for anything. */
function contractOf({ data }: OpenTrainWebhookEvent): string | undefined {
  const contractId = 'contractId' in data ? data.contractId : undefined;
  return typeof contractId === 'string' ? contractId : undefined;
}

await supervise('receiver', config.processes, async () => {
  const redis = new Redis(config.inboxUrl).on('error', (error) => console.error(error.message));
  const queue = new Queue(config.queue, { connection: { url: config.redisUrl } });
  queue.on('error', (error) => console.error(error.message));
  const receiver = createWebhookReceiver({
    platform: 'opentrain',
    secret: config.secret,
    inbox: redisInbox(redis),
    leaseMs: config.leaseMs,
    deadlineMs: Math.min(9_000, config.leaseMs / 2),
    enqueue: bullmqEnqueue(queue, {
      platform: 'opentrain',
      orderBy: contractOf,
      redis,
      job: { attempts: config.attempts },
    }),
  });
  const server = createServer(toNodeHandler(receiver));
  await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));
  return async () => {
    server.close();
    await receiver.close();
    server.closeIdleConnections();
    await queue.close();
    await redis.quit();
  };
});
