/** Takes an event from the queue `dying`, says so, and never ends: to be killed with it in hand. */
import { Redis } from 'ioredis';
import { webhookWorker } from 'trainyard/webhooks/bullmq';
import { redisInbox } from 'trainyard/webhooks/redis';

const { REDIS_URL: url = '' } = process.env;
const redis = new Redis(url);
webhookWorker({
  platform: 'opentrain',
  queue: 'dying',
  connection: { url, maxRetriesPerRequest: null },
  inbox: redisInbox(redis),
  redis,
  leaseMs: 1_000,
  on: {},
  onUnknown: ({ id }) => {
    process.send?.(id);
    return new Promise(() => {});
  },
});
