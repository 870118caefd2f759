import { Job, Worker } from 'bullmq';
import { systemClock } from '../../core/clock.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import { tell } from '../../core/tell.ts';
import type { WebhookPlatform } from '../events.ts';
import { endsWithin } from '../receiver/closing.ts';
import { checkHandlers } from '../receiver/handlers.ts';
import type { DeadLetter, WebhookWorker, WebhookWorkerOptions } from './options.ts';
import { Shift } from './shift.ts';
import { checkShared, type WebhookJob } from './webhook-job.ts';

/** Shorter than the half minute that hosts commonly give a process to end in. */
const closeWaitMs = 25_000;
/** How long Redis has to take back what is not waited for. */
const putBackMs = 2_000;

/** So often a process may die with the same event in hand before the event is held to be the cause. */
const mostDeaths = 5;

/**
 * Works the events that `bullmqEnqueue` put into a queue, until it is closed.
 *
 * A handler that rejects is tried again as the job's `attempts` and `backoff` say, then the job stays in the
 * queue's failed set: the dead letters. An event whose handler succeeded is not worked again as long as
 * the inbox remembers it; a process that dies between the handler's effect and that note leaves an event that is
 * worked again, so an effect that must happen once belongs in one transaction with a note of the event's id.
 *
 * @throws InvalidArgumentError when an option can't be right
 * @example
 * ```ts
 * import { Redis } from 'ioredis';
 * import { webhookWorker } from 'trainyard/webhooks/bullmq';
 * import { redisInbox } from 'trainyard/webhooks/redis';
 *
 * const worker = webhookWorker({
 *   platform: 'opentrain',
 *   queue: 'webhooks',
 *   connection: { host: 'localhost' },
 *   inbox: redisInbox(new Redis()),
 *   on: { 'contract.created': ({ data }) => console.log('hired', data.contractId) },
 * });
 * process.once('SIGTERM', () => worker.close());
 * ```
 */
export function webhookWorker<P extends WebhookPlatform>(
  options: WebhookWorkerOptions<P>,
): WebhookWorker {
  const plain = options as WebhookWorkerOptions;
  const { queue, connection, prefix, concurrency = 10, leaseMs = 30_000 } = plain;
  check(plain);
  const { onDead = reportDead } = plain;
  // A listener's own trouble must not make failure of an event that was worked.
  const onError = (error: unknown) => tell(plain.onError ?? console.error, error);
  const worker: Worker<WebhookJob> = new Worker<WebhookJob>(
    queue,
    // BullMQ makes a signal only for functions of three parameters.
    (job, token, signal) => shift.work(job, token, signal),
    {
      connection,
      concurrency,
      lockDuration: leaseMs,
      stalledInterval: leaseMs,
      maxStalledCount: mostDeaths,
      ...(prefix !== undefined && { prefix }),
    },
  );
  const shift = new Shift({
    ...plain,
    qualifiedName: worker.qualifiedName,
    leaseMs,
    onError,
    find: (id) => Job.fromId<WebhookJob>(worker, id),
  });
  worker.on('error', onError);
  worker.on('failed', async (job, error) => {
    try {
      onError(error);
      if (!job?.id || !job.finishedOn) return;
      await shift.giveUp(job);
      const { data, attemptsMade: attempts } = job;
      await onDead({ jobId: job.id, event: data.event, reason: error.message, attempts });
    } catch (failure) {
      onError(failure);
    }
  });
  return {
    async close({ waitMs = closeWaitMs } = {}) {
      const closed = worker.close();
      if (await endsWithin(waitMs, closed, systemClock)) return { unfinished: [] };
      const unfinished = shift.letGo();
      worker.cancelAllJobs('closing');
      await endsWithin(putBackMs, closed, systemClock);
      return { unfinished };
    },
  };
}

const reportDead = ({ jobId, reason }: DeadLetter) =>
  console.error(`webhook ${jobId} was given up: ${reason}`);

function check(options: WebhookWorkerOptions): void {
  const { queue, connection, inbox, concurrency = 1, leaseMs = 1_000 } = options;
  checkShared(options);
  if (typeof queue !== 'string' || queue === '') {
    throw new InvalidArgumentError('queue', "the queue's name, not the queue.");
  }
  if (typeof connection !== 'object' || connection === null) {
    throw new InvalidArgumentError(
      'connection',
      "BullMQ's: { host, port } or a client of ioredis.",
    );
  }
  checkHandlers(options.on);
  if (typeof inbox?.claim !== 'function') {
    throw new InvalidArgumentError(
      'inbox',
      'one that all workers share, such as redisInbox(client).',
    );
  }
  if (!(concurrency >= 1)) throw new InvalidArgumentError('concurrency', 'a number, 1 or more.');
  if (!(leaseMs >= 1_000)) throw new InvalidArgumentError('leaseMs', 'milliseconds, 1000 or more.');
}
