/**
 * Lists the events that were given up, and with `--retry` has them worked again:
 * `npx tsx examples/webhook-fleet/dead-letters.ts [--retry]`.
 */
import { Queue } from 'bullmq';
import { readConfig } from './config.ts';

const { queue: name, redisUrl } = readConfig();
const queue = new Queue(name, { connection: { url: redisUrl } });
// A page at a time, counted before any is taken out.
const dead = await queue.getFailed(0, 999);
for (const job of dead) {
  console.log([job.id, job.name, `${job.attemptsMade} attempts`, job.failedReason].join('  '));
  if (process.argv.includes('--retry')) await job.retry('failed', { resetAttemptsMade: true });
}
console.log(`${dead.length} dead letters`);
await queue.close();
