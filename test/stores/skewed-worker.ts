/**
 * Works the queue QUEUE by a clock that is SKEW milliseconds off, and books in the Redis list of that name what
 * begins and what ends. The event FAILS fails at its first attempt.
 */
import { Redis } from 'ioredis';

const { now } = Date;
const { REDIS_URL: url = '', QUEUE: queue = '', SKEW, FAILS } = process.env;
Date.now = () => now() + Number(SKEW);

// After the clock, which BullMQ asks in its own way.
const { webhookWorker } = await import('trainyard/webhooks/bullmq');
const { redisInbox } = await import('trainyard/webhooks/redis');

const redis = new Redis(url);
webhookWorker({
  platform: 'opentrain',
  queue,
  connection: { url, maxRetriesPerRequest: null },
  inbox: redisInbox(redis),
  redis,
  leaseMs: 30_000,
  on: {},
  onUnknown: async ({ id }, { attempt }) => {
    await redis.rpush(`booked:${queue}`, `${id} begins`);
    if (id === FAILS && attempt === 1) throw new Error('at first');
    await redis.rpush(`booked:${queue}`, `${id} ends`);
  },
  onError: () => {},
});
process.send?.('ready');
