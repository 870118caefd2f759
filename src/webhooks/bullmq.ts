export {
  type BullmqEnqueueOptions,
  type BullmqJobOptions,
  type BullmqQueue,
  bullmqEnqueue,
} from './bullmq/bullmq-enqueue.ts';
export type * from './bullmq/options.ts';
export type { WebhookJob } from './bullmq/webhook-job.ts';
export { webhookWorker } from './bullmq/webhook-worker.ts';
