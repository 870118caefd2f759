import type { WebhookEventType } from '../../../generated/opentrain/types.ts';
import { createKernel } from '../../../src/sandbox/kernel/kernel.ts';
import { createWorld } from '../../../src/sandbox/opentrain/create-world.ts';
import { createOpenTrain } from '../../../src/sandbox/opentrain/product.ts';

/** How much there is of what. */
export interface Size {
  readonly jobs: number;
  readonly proposals: number;
  readonly events: number;
}

/** What filling with one kind of record took. */
export interface Filling {
  readonly record: keyof Size;
  readonly count: number;
  readonly seconds: number;
  /** Heap that stays, an entry. */
  readonly bytesEach: number;
}

export type Filled = Awaited<ReturnType<typeof fill>>;

const types: readonly WebhookEventType[] = [
  'proposal.received',
  'message.received',
  'milestone.status_changed',
  'proposal.status_changed',
];
/** Of ten proposals one goes to the same job, so that one list is long as well. */
const crowdShare = 0.1;

/** A sandbox of this size: one account owns every job, gets every proposal and every event. */
export async function fill(size: Size) {
  const tokenless = ['jobs.search', 'jobs.get', 'jobs.facets'];
  const unlimited = Object.fromEntries(
    tokenless.map((operationId) => [`rate.${operationId}`, Number.POSITIVE_INFINITY]),
  );
  const kernel = createKernel({ limits: unlimited });
  const world = createWorld(kernel);
  const controls = createOpenTrain(kernel, world);
  const { accountId, token } = controls.createAccount();
  const filled: Filling[] = [];

  const timed = (record: keyof Size, work: () => void) => {
    const before = heap();
    const start = performance.now();
    work();
    const seconds = (performance.now() - start) / 1000;
    const count = size[record];
    filled.push({ record, count, seconds, bytesEach: (heap() - before) / count });
  };

  let jobIds: string[] = [];
  timed('jobs', () => {
    jobIds = controls.seedJobs(size.jobs, { accountId }).jobIds;
  });
  const trainers = Array.from({ length: 500 }, (_, i) => {
    return world.trainers.create({ firstName: 'Sam', lastName: `Number${i}` }).id;
  });
  const crowdedJob = jobIds[jobIds.length >> 1] as string;
  let proposalId = '';
  timed('proposals', () => {
    for (let i = 0; i < size.proposals; i += 1) {
      const crowded = i < size.proposals * crowdShare;
      const jobId = crowded ? crowdedJob : (jobIds[i % jobIds.length] as string);
      const trainerId = trainers[i % trainers.length] as string;
      const status = i % 3 === 0 ? 'SHORTLISTED' : 'UNREVIEWED';
      const proposal = {
        jobId,
        accountId,
        trainerId,
        status,
        bidAmountUsd: 10 + (i % 20),
      } as const;
      proposalId = world.proposals.insert(proposal).id;
    }
  });
  timed('events', () => {
    for (let i = 0; i < size.events; i += 1) {
      const type = types[i % types.length] as WebhookEventType;
      const jobId = jobIds[i % jobIds.length] as string;
      const data = { proposalId, jobId } as never;
      world.events.emit(accountId, type, { resourceId: proposalId, jobId, data });
    }
  });
  return { size, kernel, token, jobIds, crowdedJob, proposalId, filled };
}

function heap(): number {
  if (!globalThis.gc) throw new Error('Run with node --expose-gc, as npm run bench:scale does.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
