import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Line } from '../../src/webhooks/bullmq/line.ts';
import {
  bullmqEnqueue,
  type DeadLetter,
  type WebhookWorker,
  type WebhookWorkerOptions,
  webhookWorker,
} from '../../src/webhooks/bullmq.ts';
import { webhookFixture } from '../../src/webhooks/fixtures.ts';
import { redisInbox } from '../../src/webhooks/redis.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';
import { gate } from '../unit/webhooks/receiver-fixture.ts';

type Booked = { id: string; contractId: string };

let server: RedisServer;
let redis: Redis;
const queues: Queue[] = [];
const workers: WebhookWorker[] = [];

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: null }).on('error', () => {});
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
});

afterAll(async () => {
  await redis?.quit();
  await server?.stop();
});

/** A queue and what puts events of contracts into it, one after another. */
function handingOn(name: string, prefix?: string, job: object = {}) {
  const queue = new Queue(name, { connection: { url: server.url }, ...(prefix && { prefix }) });
  queues.push(queue.on('error', () => {}));
  const enqueue = bullmqEnqueue(queue, {
    platform: 'opentrain',
    redis,
    orderBy: ({ data }) => ('contractId' in data ? String(data.contractId) : undefined),
    job: { attempts: 3, backoff: { type: 'fixed', delay: 10 }, ...job },
  });
  const { signal } = new AbortController();
  const add = (id: number, contractId: string) =>
    enqueue(
      webhookFixture('opentrain', 'contract.created', { id: String(id), data: { contractId } }),
      { deliveryId: `dlv_${id}`, attempt: 1, signal },
    );
  return { queue, add };
}

/** A worker, and the events that its handler was given. */
function working(
  queue: string,
  handler: (booked: Booked, signal: AbortSignal) => unknown = () => {},
  different: Partial<WebhookWorkerOptions<'opentrain'>> = {},
) {
  const begun: Booked[] = [];
  const dead: DeadLetter[] = [];
  const errors: unknown[] = [];
  const worker = webhookWorker({
    platform: 'opentrain',
    queue,
    connection: { url: server.url, maxRetriesPerRequest: null },
    inbox: redisInbox(redis),
    redis,
    leaseMs: 30_000,
    on: {
      'contract.created': ({ id, data }, { signal }) => {
        const booked = { id, contractId: data.contractId };
        begun.push(booked);
        return handler(booked, signal);
      },
    },
    onDead: (letter) => dead.push(letter),
    onError: (error) => errors.push(error),
    ...different,
  });
  workers.push(worker);
  return { worker, begun, dead, errors };
}

const until = (isSo: () => unknown) => expect.poll(isSo, { interval: 20, timeout: 120_000 });

/** For a test that waits until one runs out. All others have one that no stall of a busy machine outlasts. */
const shortLease = { leaseMs: 1_000 };
const idsOf = (booked: Booked[], contractId: string) =>
  booked.filter((each) => each.contractId === contractId).map(({ id }) => Number(id));

describe('events of contracts', () => {
  it('are worked once each, in order within each, side by side across them', async () => {
    const { add } = handingOn('ordered');
    const contracts = ['a', 'b', 'c', 'd'];
    const ids = Array.from({ length: 80 }, (_, at) => at + 1);
    // Shuffled, so that the order is the line's work; half of them twice.
    const shuffled = [...ids].sort((a, b) => ((a * 37) % 83) - ((b * 37) % 83));
    for (const id of shuffled) await add(id, contracts[id % 4] ?? '');
    for (const id of shuffled.slice(40)) await add(id, contracts[id % 4] ?? '');
    const running = new Set<string>();
    let most = 0;
    const clashes: string[] = [];
    const worked: Booked[] = [];
    const handle = async (booked: Booked) => {
      const { contractId } = booked;
      worked.push(booked);
      if (running.has(contractId)) clashes.push(contractId);
      running.add(contractId);
      most = Math.max(most, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      await redis.ping();
      running.delete(contractId);
    };
    const crew = [1, 2].map(() => working('ordered', handle));
    await until(() => worked.length).toBe(80);
    expect(clashes).toEqual([]);
    expect(most).toBeGreaterThan(1);
    for (const [nth, contractId] of contracts.entries()) {
      expect(idsOf(worked, contractId)).toEqual(ids.filter((id) => id % 4 === nth));
    }
    expect(crew.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('begin with the earliest that waits, whichever worker takes it', async () => {
    const { add } = handingOn('earliest');
    for (const id of [5, 3, 1, 4, 2]) await add(id, 'a');
    const { begun } = working('earliest');
    await until(() => begun.length).toBe(5);
    expect(idsOf(begun, 'a')).toEqual([1, 2, 3, 4, 5]);
  });

  it('hold up those behind them while they fail, and no longer than until they are given up', async () => {
    const { queue, add } = handingOn('failing');
    for (const id of [1, 2, 3]) await add(id, 'a');
    await add(4, 'b');
    const { begun, dead, errors } = working('failing', ({ id }) => {
      if (id === '1') throw new Error('poison');
    });
    await until(() => begun.length).toBe(6);
    await until(() => dead.length).toBe(1);
    expect(idsOf(begun, 'a')).toEqual([1, 1, 1, 2, 3]);
    expect(idsOf(begun, 'b')).toEqual([4]);
    expect(dead).toEqual([
      {
        jobId: 'opentrain-1',
        event: expect.objectContaining({ id: '1' }),
        reason: 'poison',
        attempts: 3,
      },
    ]);
    expect(errors.map(String)).toEqual(Array(3).fill('Error: poison'));
    expect((await queue.getFailed()).map(({ failedReason }) => failedReason)).toEqual(['poison']);
  });

  it('are worked after all when a dead letter is sent again', async () => {
    const { queue, add } = handingOn('revived', undefined, { attempts: 1 });
    await add(1, 'a');
    let isMended = false;
    const { begun, dead } = working('revived', () => {
      if (!isMended) throw new Error('not yet');
    });
    await until(() => dead.length).toBe(1);
    isMended = true;
    const [letter] = await queue.getFailed();
    await letter?.retry('failed', { resetAttemptsMade: true });
    await until(() => begun.length).toBe(2);
    await until(async () => (await queue.getFailed()).length).toBe(0);
  });

  it('are dropped when they are in the queue or were worked, and only then', async () => {
    const { queue, add } = handingOn('repeats', undefined, { removeOnComplete: true });
    await add(1, 'a');
    await add(1, 'a');
    expect(await queue.getJobCountByTypes('waiting')).toBe(1);
    const { begun } = working('repeats');
    await until(async () => (await queue.getJob('opentrain-1')) ?? 'gone').toBe('gone');
    await add(1, 'a');
    await add(2, 'a');
    await until(() => begun.length).toBe(2);
    expect(idsOf(begun, 'a')).toEqual([1, 2]);
  });
});

describe('two queues of one name under two prefixes', () => {
  it('know nothing of each other: not their lines, their turns or their events', async () => {
    const one = handingOn('twins', 'one');
    const two = handingOn('twins', 'two');
    await one.add(1, 'a');
    await two.add(2, 'a');
    await two.add(3, 'a');
    const held = gate();
    const first = working('twins', () => held.passed, { prefix: 'one' });
    await until(() => first.begun.length).toBe(1);
    const second = working('twins', undefined, { prefix: 'two' });
    await until(() => second.begun.length).toBe(2);
    await two.add(1, 'a');
    await until(() => second.begun.length).toBe(3);
    expect(idsOf(second.begun, 'a')).toEqual([2, 3, 1]);
    expect(first.begun).toHaveLength(1);
    held.open();
  });
});

describe('a place without a job', () => {
  // What a receiver leaves that dies between taking the place and adding the job.
  const abandoned = (queue: Queue) =>
    new Line(redis, queue.qualifiedName, 'a').stand('opentrain-1', 1);

  it.each([
    ['an hour behind', -3_600_000],
    ['an hour ahead', 3_600_000],
  ])('is cleared after a lease by Redis’s time, if the receiver’s is %s', async (_, skew) => {
    const { queue, add } = handingOn(`abandoned${skew}`, undefined, {
      timestamp: Date.now() + skew,
    });
    await abandoned(queue);
    await add(2, 'a');
    const { begun } = working(queue.name, undefined, shortLease);
    const seconds = async () => Number((await redis.time())[0]);
    const line = `${queue.qualifiedName}:trainyard:line:a`;
    await until(() => redis.pttl(`${line}:missed`)).toBeGreaterThan(0);
    const missedAt = await seconds();
    expect(begun).toEqual([]);
    await until(() => begun.length).toBe(1);
    expect((await seconds()) - missedAt).toBeGreaterThanOrEqual(1);
    await until(() => redis.exists(line)).toBe(0);
    expect(await redis.exists(`${line}:missed`)).toBe(0);
  });

  it('that is taken again after it was cleared is before all that have not begun', async () => {
    const { queue, add } = handingOn('returned');
    const addJob = queue.add.bind(queue);
    const [second, third, returned] = [gate(), gate(), gate()];
    queue.add = async (...job) => {
      if (job[2]?.jobId === 'opentrain-1') await returned.passed;
      return addJob(...job);
    };
    await abandoned(queue);
    for (const id of [2, 3, 4]) await add(id, 'a');
    const held: Record<string, Promise<unknown>> = { 2: second.passed, 3: third.passed };
    const { begun } = working('returned', ({ id }) => held[id], { ...shortLease, concurrency: 1 });
    await until(() => begun.length).toBe(1);
    const line = `${queue.qualifiedName}:trainyard:line:a`;
    const taken = add(1, 'a');
    await until(() => redis.zscore(line, 'opentrain-1')).toBe('1');
    const note = () => redis.get(`${line}:missed`);
    const old = await note();
    second.open();
    // Whoever is next finds the place, and no job yet.
    const isMissed = async () => ![null, old].includes(await note());
    await until(async () => begun.length > 1 || (await isMissed())).toBe(true);
    returned.open();
    await taken;
    third.open();
    await until(() => begun.length).toBe(4);
    expect(idsOf(begun, 'a')).toEqual([2, 1, 3, 4]);
  });

  it('is missed alike through both clients', async () => {
    const node = await createClient({ url: server.url }).connect();
    const [one, other] = [redis, node].map((client) => new Line(client, 'bull:both', 'a'));
    await one!.stand('opentrain-1', 1);
    expect(await one!.miss('opentrain-1', 20, 60_000)).toBe(false);
    await until(() => other!.miss('opentrain-1', 20, 60_000)).toBe(true);
    expect(await redis.exists('bull:both:trainyard:line:a')).toBe(0);
    await node.close();
  });
});

describe('a place that was taken again', () => {
  it.each(['ioredis', 'redis'])('is missed anew, through %s', async (library) => {
    const node = await createClient({ url: server.url }).connect();
    const line = new Line(library === 'redis' ? node : redis, 'bull:again', library);
    await line.stand('opentrain-1', 1);
    expect(await line.miss('opentrain-1', 0, 60_000)).toBe(false);
    await line.stand('opentrain-2', 2);
    const sinceLong = () => line.miss('opentrain-1', 20, 60_000);
    const [since] = (await redis.get(`bull:again:trainyard:line:${library}:missed`))!.split(' ');
    await until(
      async () => Number((await redis.time())[0]) * 1_000 - Number(since),
    ).toBeGreaterThan(20);
    await line.stand('opentrain-1', 1);
    expect(await sinceLong()).toBe(false);
    await until(sinceLong).toBe(true);
    expect(await line.stand('opentrain-3', 3)).toEqual({ before: 1, first: 'opentrain-2' });
    await node.close();
  });
});

describe('workers whose clocks differ by hours', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Starts a worker process for each skew. @returns what they have booked so far */
  async function skewed(queue: string, skews: number[], fails = '') {
    const ready = skews.map((skew) => {
      const child = fork(fileURLToPath(new URL('./skewed-worker.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, REDIS_URL: server.url, QUEUE: queue, SKEW: `${skew}`, FAILS: fails },
      });
      children.push(child);
      return once(child, 'message');
    });
    await Promise.all(ready);
    return () => redis.lrange(`booked:${queue}`, 0, -1);
  }

  it('work each event once and in order all the same, one that fails at first among them', async () => {
    const { add } = handingOn('skewed', undefined, { backoff: { type: 'fixed', delay: 50 } });
    const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    for (const id of ids.toReversed()) await add(id, 'a');
    const booked = await skewed('skewed', [-7_200_000, 0, 7_200_000], '3');
    await until(booked).toContain('10 ends');
    expect(await booked()).toEqual(
      ids.flatMap((id) => [...(id === 3 ? ['3 begins'] : []), `${id} begins`, `${id} ends`]),
    );
  });

  it('wait no longer than they should before an event is tried again, as long as they live', async () => {
    const { add } = handingOn('ahead', undefined, { backoff: { type: 'fixed', delay: 50 } });
    const booked = await skewed('ahead', [7_200_000], '1');
    await add(1, 'a');
    await until(booked).toEqual(['1 begins', '1 begins', '1 ends']);
  });

  it('may wait less: who is ahead takes at once what another has put off', async () => {
    const { queue, add } = handingOn('early', undefined, {
      backoff: { type: 'fixed', delay: 3_600_000 },
    });
    const slow = await skewed('early', [0], '1');
    await add(1, 'a');
    await until(() => queue.getDelayedCount()).toBe(1);
    expect(await slow()).toEqual(['1 begins']);
    const booked = await skewed('early', [7_200_000]);
    await until(booked).toEqual(['1 begins', '1 begins', '1 ends']);
  });
});

describe('a worker', () => {
  it('that dies with an event in hand leaves it to another, and those behind it too', async () => {
    const { add } = handingOn('dying');
    await add(1, 'a');
    await add(2, 'a');
    const child = fork(fileURLToPath(new URL('./hanging-worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, REDIS_URL: server.url },
    });
    const [id] = await once(child, 'message');
    expect(id).toBe('1');
    const { begun } = working('dying', undefined, shortLease);
    child.kill('SIGKILL');
    await until(() => begun.length).toBe(2);
    expect(idsOf(begun, 'a')).toEqual([1, 2]);
  });

  it('that is closed takes nothing more, and finishes what it has', async () => {
    const { queue, add } = handingOn('drained');
    const held = gate();
    const { worker, begun } = working('drained', () => held.passed, { concurrency: 1 });
    await add(1, 'a');
    await until(() => begun.length).toBe(1);
    await add(2, 'b');
    let isClosed = false;
    const closed = worker.close().then(() => {
      isClosed = true;
    });
    await redis.ping();
    expect(isClosed).toBe(false);
    held.open();
    await closed;
    expect([begun.length, await queue.getWaitingCount()]).toEqual([1, 1]);
    expect(await queue.getCompletedCount()).toBe(1);
  });

  it('that is closed over a handler that hangs puts its job back, which costs it no attempt', async () => {
    const { queue, add } = handingOn('hung', undefined, { attempts: 1 });
    const held = gate();
    const aborted = vi.fn();
    const hung = working('hung', (_, signal) => {
      signal.addEventListener('abort', aborted);
      return held.passed;
    });
    await add(1, 'a');
    await add(2, 'a');
    await until(() => hung.begun.length).toBe(1);
    const [job] = await queue.getActive();
    expect(await hung.worker.close({ waitMs: 100 })).toEqual({ unfinished: [job?.id] });
    expect(aborted).toHaveBeenCalled();
    expect(await queue.getActiveCount()).toBe(0);
    // Still in hand there: neither it nor the one behind it begins elsewhere.
    const other = working('hung');
    await expect
      .poll(async () => (await queue.getJob(job?.id ?? ''))?.attemptsStarted, { timeout: 30_000 })
      .toBeGreaterThan(2);
    expect(other.begun).toEqual([]);
    held.open();
    await until(() => other.begun.length).toBe(1);
    expect(idsOf(other.begun, 'a')).toEqual([2]);
    await until(() => queue.getCompletedCount()).toBe(2);
    expect([...hung.dead, ...other.dead]).toEqual([]);
  });

  it('that is closed so, and fails afterwards, leaves the event to another at once', async () => {
    const { add } = handingOn('cut', undefined, { attempts: 1 });
    const hung = working('cut', (_, signal) =>
      once(signal, 'abort').then(() => Promise.reject(new Error('called off'))),
    );
    await add(1, 'a');
    await until(() => hung.begun.length).toBe(1);
    expect((await hung.worker.close({ waitMs: 0 })).unfinished).toHaveLength(1);
    const { begun, dead } = working('cut');
    await until(() => begun.length).toBe(1);
    expect(hung.errors).toMatchObject([{ message: 'called off' }]);
    expect([...hung.dead, ...dead]).toEqual([]);
  });

  it('does not mind listeners that fail, nor an inbox that can’t note what was worked', async () => {
    const { queue, add } = handingOn('deaf', undefined, { attempts: 1 });
    const done = () => Promise.reject(new Error('no room'));
    const fail = () => {
      throw new Error('a listener');
    };
    const { begun } = working('deaf', ({ id }) => id === '1' && fail(), {
      inbox: { ...redisInbox(redis), done },
      onError: fail,
      onDead: async () => fail(),
    });
    for (const id of [1, 2, 3]) await add(id, 'a');
    await until(() => queue.getCompletedCount()).toBe(2);
    expect(idsOf(begun, 'a')).toEqual([1, 2, 3]);
    expect(await queue.getFailedCount()).toBe(1);
  });

  it('goes on after Redis was killed', async () => {
    const { add } = handingOn('crashed');
    await add(1, 'a');
    const { begun } = working('crashed');
    await until(() => begun.length).toBe(1);
    await server.crash();
    await add(2, 'a');
    await until(() => begun.length).toBe(2);
  });
});
