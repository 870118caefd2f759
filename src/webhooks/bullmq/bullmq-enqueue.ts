import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { WebhookEvents, WebhookPlatform } from '../events.ts';
import type { WebhookEnqueue } from '../receiver/handlers.ts';
import { identify } from '../receiver/identity.ts';
import type { RedisClient } from '../redis/client.ts';
import { Line } from './line.ts';
import { checkShared, jobIdOf, rankOf, type WebhookJob } from './webhook-job.ts';

/** Within so many milliseconds no worker gives up a place whose job is missing: it waits for a lease's length. */
const sureMs = 1_000;

/** What is used of a `Queue` of `bullmq`. */
export interface BullmqQueue {
  readonly name: string;
  /** Its name behind its prefix. */
  readonly qualifiedName: string;
  add(name: string, data: WebhookJob, options: BullmqJobOptions): Promise<unknown>;
}

/** Options of a job that may be set; BullMQ describes them. */
export interface BullmqJobOptions {
  /** @defaultValue 10 */
  attempts?: number;
  /** @defaultValue exponential from 1 second: eight minutes and a half for 10 attempts */
  backoff?: { type: string; delay: number };
  /**
   * How long finished jobs stay, in seconds and in number. While it stays a repeat of it is dropped.
   *
   * @defaultValue a day, 10,000 at most
   */
  removeOnComplete?: boolean | { age: number; count?: number };
  /** Set from the event. */
  jobId?: string;
}

/** Options of `bullmqEnqueue`. */
export interface BullmqEnqueueOptions<P extends WebhookPlatform> {
  /** Whose webhooks these are. */
  platform: P;
  /**
   * Names what an event belongs to, such as a task or a contract: events of the same name are worked one
   * at a time and in order. Nothing for an event that need not wait for others. Needs `redis`.
   */
  orderBy?: ((event: WebhookEvents[P]) => string | null | undefined) | undefined;
  /** Where the order is kept: a client of `redis` or `ioredis`, connected. It is never closed. */
  redis?: RedisClient | undefined;
  /** Options of each job. */
  job?: Omit<BullmqJobOptions, 'jobId'> | undefined;
}

/**
 * Makes the `enqueue` of a receiver that puts each event into your BullMQ queue, as a job named like the
 * event. The job's id comes from the event's, so what is in the queue already is not added again.
 *
 * @param queue yours, of `bullmq`. It is never closed
 * @throws InvalidArgumentError when the queue or an option can't be right
 * @example
 * ```ts
 * import { Queue } from 'bullmq';
 * import { createWebhookReceiver } from 'trainyard/webhooks';
 * import { bullmqEnqueue } from 'trainyard/webhooks/bullmq';
 *
 * const hooks = new Queue('webhooks', { connection: { host: 'localhost' } });
 * const enqueue = bullmqEnqueue(hooks, { platform: 'opentrain' });
 * export const POST = createWebhookReceiver({ platform: 'opentrain', secret, enqueue });
 * ```
 */
export function bullmqEnqueue<P extends WebhookPlatform>(
  queue: BullmqQueue,
  options: BullmqEnqueueOptions<P>,
): WebhookEnqueue<P> {
  const { platform, orderBy, redis } = options;
  if (typeof queue?.add !== 'function') {
    throw new InvalidArgumentError('queue', 'a Queue of bullmq.');
  }
  checkShared(options);
  if (orderBy !== undefined && typeof orderBy !== 'function') {
    throw new InvalidArgumentError('orderBy', 'a function.');
  }
  if (orderBy && !redis) {
    throw new InvalidArgumentError('redis', 'given with orderBy: the order is kept there.');
  }
  const job = {
    attempts: 10,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: { age: 24 * 60 * 60, count: 10_000 },
    ...options.job,
  };
  return async (event, { deliveryId }) => {
    const jobId = jobIdOf(platform, event);
    const orderKey = orderBy?.(event) ?? undefined;
    const data: WebhookJob = {
      platform,
      event,
      ...(deliveryId !== undefined && { deliveryId }),
      ...(orderKey !== undefined && { orderKey }),
    };
    const stand = async () => {
      if (!redis || orderKey === undefined || jobId === undefined) return;
      await new Line(redis, queue.qualifiedName, orderKey).stand(jobId, rankOf(platform, event));
    };
    const began = performance.now();
    // First the place, then the job: a later event must find the earlier one before it.
    await stand();
    const { name } = identify(platform, event);
    await queue.add(name, data, { ...job, ...(jobId !== undefined && { jobId }) });
    // A place whose job was long in coming may be gone by now, and whoever is told that the event is there counts on it.
    if (performance.now() - began > sureMs) await stand();
  };
}
