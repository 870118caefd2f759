import { DelayedError, type Job } from 'bullmq';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Shift } from '../../../src/webhooks/bullmq/shift.ts';
import type { WebhookJob } from '../../../src/webhooks/bullmq/webhook-job.ts';
import { webhookWorker } from '../../../src/webhooks/bullmq.ts';
import { memoryInbox } from '../../../src/webhooks/index.ts';
import { settled } from '../../support/fake-clock.ts';
import { proposalReceived } from './deliveries.ts';
import { gate } from './receiver-fixture.ts';
import { RedisOfLines } from './redis-of-lines.ts';

const line = 'bull:hooks:trainyard:line:job_1';

/** A shift over jobs that are plain objects, with all that becomes of them. */
function shiftOf(different: Partial<ConstructorParameters<typeof Shift>[0]> = {}) {
  const redis = new RedisOfLines();
  const inbox = memoryInbox();
  const jobs = new Map<string, Job<WebhookJob>>();
  const woken: string[] = [];
  const delays: number[] = [];
  const errors: unknown[] = [];
  const handler = vi.fn<(event: unknown, context: unknown) => unknown>();
  const shift = new Shift({
    platform: 'opentrain',
    queue: 'hooks',
    qualifiedName: 'bull:hooks',
    connection: {},
    on: {},
    onUnknown: handler,
    inbox,
    redis,
    leaseMs: 30_000,
    onError: (error) => errors.push(error),
    find: async (id) => jobs.get(id),
    ...different,
  });
  const job = (id: number, fields: Partial<WebhookJob> = {}) => {
    const made = {
      id: `opentrain-${id}`,
      data: {
        platform: 'opentrain',
        event: { ...proposalReceived, id: String(id) },
        deliveryId: `dlv_${id}`,
        orderKey: 'job_1',
        ...fields,
      },
      finishedOn: undefined as number | undefined,
      moveToDelayed: async (at: number) => {
        delays.push(at - Date.now());
      },
      promote: async () => {
        woken.push(`opentrain-${id}`);
      },
    };
    jobs.set(made.id, made as unknown as Job<WebhookJob>);
    return made as typeof made & Job<WebhookJob>;
  };
  const place = (id: number) =>
    redis.eval('ZADD', { keys: [line], arguments: [`opentrain-${id}`, String(id)] });
  const worked = () => handler.mock.calls.map(([event]) => (event as { id: string }).id);
  return { shift, job, place, worked, handler, redis, inbox, jobs, woken, delays, errors };
}

afterEach(() => void vi.restoreAllMocks());

const delayed = (work: Promise<void>) => expect(work).rejects.toBeInstanceOf(DelayedError);

describe('a job without a key', () => {
  it('is worked at once, and not again', async () => {
    const { shift, handler, redis, job } = shiftOf();
    const only = job(1, { orderKey: undefined as never });
    await shift.work(only, 'token');
    await shift.work(only, 'token');
    expect(handler.mock.calls).toEqual([
      [
        { ...proposalReceived, id: '1' },
        { deliveryId: 'dlv_1', attempt: 1, signal: expect.any(AbortSignal) },
      ],
    ]);
    expect(redis.line(line)).toEqual([]);
  });

  it('is tried again when its handler failed', async () => {
    const { shift, handler, job } = shiftOf();
    handler.mockRejectedValueOnce(new Error('no'));
    const only = job(1, { orderKey: undefined as never });
    await expect(shift.work(only, 'token')).rejects.toThrow('no');
    await shift.work(only, 'token');
    expect(handler.mock.calls.map(([, context]) => context)).toMatchObject([
      { attempt: 1 },
      { attempt: 2 },
    ]);
  });

  it('waits while another works its event', async () => {
    const { shift, handler, inbox, job, delays } = shiftOf();
    await inbox.claim('work:bull:hooks:1', 30_000, 'another');
    await delayed(shift.work(job(1, { orderKey: undefined as never }), 'token'));
    expect(handler).not.toHaveBeenCalled();
    expect(delays).toHaveLength(1);
  });

  it('is passed over when nobody handles it', async () => {
    const { shift, job, inbox } = shiftOf({ onUnknown: undefined });
    await shift.work(job(1), 'token');
    expect(await inbox.claim('work:bull:hooks:1', 1_000)).toBe('fresh');
  });

  it('is given up at once by a worker of another platform', async () => {
    const { shift, job } = shiftOf();
    await expect(shift.work(job(1, { platform: 'trainar' }), 'token')).rejects.toMatchObject({
      name: 'UnrecoverableError',
    });
  });

  it('gets the signal by which it can be called off', async () => {
    const { shift, handler, job } = shiftOf();
    const { signal } = new AbortController();
    await shift.work(job(1), 'token', signal);
    expect(handler.mock.calls[0]?.[1]).toMatchObject({ signal });
  });
});

describe('jobs of one key', () => {
  it('stand behind the earliest, and are woken by who leaves', async () => {
    const { shift, worked, job, place, redis, woken } = shiftOf();
    const [first, second, third] = [job(1), job(2), job(3)];
    for (const id of [1, 2, 3]) await place(id);
    await delayed(shift.work(third, 'token'));
    await delayed(shift.work(second, 'token'));
    await shift.work(first, 'token');
    expect(woken).toEqual(['opentrain-2']);
    await shift.work(second, 'token');
    expect(woken).toEqual(['opentrain-2', 'opentrain-3']);
    expect(worked()).toEqual(['1', '2']);
    expect(redis.line(line)).toEqual(['opentrain-3']);
  });

  it('look again the later, the longer their line, within half a minute', async () => {
    const { shift, job, place, delays } = shiftOf();
    for (const id of [1, 2, 3, 4, 5]) {
      job(id);
      await place(id);
    }
    vi.spyOn(Date, 'now').mockReturnValue(1_767_225_600_000);
    await delayed(shift.work(job(6), 'token'));
    for (let id = 7; id <= 1_000; id++) await place(id);
    await delayed(shift.work(job(1_001), 'token'));
    expect(delays).toEqual([1_500, 30_000]);
  });

  it('are never two at once, even if the earlier comes while the later is at work', async () => {
    const { passed, open } = gate();
    const { shift, handler, worked, job } = shiftOf();
    handler.mockImplementationOnce(() => passed);
    const later = shift.work(job(2), 'token');
    await settled();
    await delayed(shift.work(job(1), 'token'));
    expect(worked()).toEqual(['2']);
    open();
    await later;
    await shift.work(job(1), 'token');
    expect(worked()).toEqual(['2', '1']);
  });

  it('wait for nobody of another queue that shares the inbox', async () => {
    const { passed, open } = gate();
    const { shift, job, inbox, handler } = shiftOf();
    const other = shiftOf({ inbox, qualifiedName: 'mine:hooks' });
    handler.mockImplementationOnce(() => passed);
    const held = shift.work(job(1), 'token');
    await settled();
    await other.shift.work(other.job(1), 'token');
    expect(other.worked()).toEqual(['1']);
    open();
    await held;
  });

  it('wait for one that failed, until it is worked', async () => {
    const { shift, handler, worked, job } = shiftOf();
    handler.mockRejectedValueOnce(new Error('no'));
    const [first, second] = [job(1), job(2)];
    await expect(shift.work(first, 'token')).rejects.toThrow('no');
    await delayed(shift.work(second, 'token'));
    await shift.work(first, 'token');
    await shift.work(second, 'token');
    expect(worked()).toEqual(['1', '1', '2']);
  });

  it('wait for one that failed, until it is given up', async () => {
    const { shift, worked, handler, job, woken } = shiftOf();
    handler.mockRejectedValueOnce(new Error('no'));
    const [first, second] = [job(1), job(2)];
    await expect(shift.work(first, 'token')).rejects.toThrow('no');
    await delayed(shift.work(second, 'token'));
    await shift.giveUp(first);
    expect(woken).toEqual(['opentrain-2']);
    await shift.work(second, 'token');
    expect(worked()).toEqual(['1', '2']);
  });

  it('pass by a place whose job is finished', async () => {
    const { shift, worked, job, place } = shiftOf();
    job(1).finishedOn = 1;
    await place(1);
    await shift.work(job(2), 'token');
    expect(worked()).toEqual(['2']);
  });

  it('pass by a place that had no job for a lease’s length, by Redis’s time', async () => {
    const { shift, worked, job, place, redis } = shiftOf();
    await place(1);
    const second = job(2);
    await delayed(shift.work(second, 'token'));
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    redis.now += 30_000;
    await delayed(shift.work(second, 'token'));
    vi.restoreAllMocks();
    expect(worked()).toEqual([]);
    redis.now += 1;
    await shift.work(second, 'token');
    expect(worked()).toEqual(['2']);
  });

  it('begin to miss a job anew when it is said again to be on its way', async () => {
    const { shift, worked, job, place, redis } = shiftOf();
    await place(1);
    const second = job(2);
    await delayed(shift.work(second, 'token'));
    redis.now += 20_000;
    await place(1);
    redis.now += 20_000;
    await delayed(shift.work(second, 'token'));
    expect(worked()).toEqual([]);
    redis.now += 30_001;
    await shift.work(second, 'token');
    expect(worked()).toEqual(['2']);
  });

  it('leave its place to one who came while it was being missed', async () => {
    const { redis, jobs, ...own } = shiftOf({
      // Whoever looks finds nothing, and what it looked for comes before it has read the answer.
      find: async (id) => {
        const found = jobs.get(id);
        if (!found && id === 'opentrain-1' && redis.now > 0) await own.place(1);
        return found;
      },
    });
    await own.place(1);
    const second = own.job(2);
    await delayed(own.shift.work(second, 'token'));
    redis.now += 30_001;
    await delayed(own.shift.work(second, 'token'));
    expect(own.worked()).toEqual([]);
    expect(redis.line(line)).toEqual(['opentrain-1', 'opentrain-2']);
  });

  it('let one pass that came while their turn was being taken', async () => {
    const inbox = memoryInbox();
    const { shift, job, place, worked, delays } = shiftOf({
      inbox: {
        ...inbox,
        claim: async (key, leaseMs, owner) => {
          if (key.startsWith('turn:') && worked().length === 0) await place(1);
          return inbox.claim(key, leaseMs, owner);
        },
      },
    });
    const [first, second] = [job(1), job(2)];
    await delayed(shift.work(second, 'token'));
    expect(delays).toHaveLength(1);
    await shift.work(first, 'token');
    await shift.work(second, 'token');
    expect(worked()).toEqual(['1', '2']);
  });

  it('begin to miss a job anew when its place was another’s meanwhile', async () => {
    const { shift, worked, job, place, redis, jobs } = shiftOf();
    await place(2);
    const third = job(3);
    await delayed(shift.work(third, 'token'));
    redis.now += 20_000;
    await place(1);
    await delayed(shift.work(third, 'token'));
    jobs.set('opentrain-1', { ...job(1), finishedOn: 1 } as never);
    redis.now += 20_000;
    await delayed(shift.work(third, 'token'));
    expect(worked()).toEqual([]);
  });

  it('are worked all the same when whoever is next can’t be woken', async () => {
    const { shift, worked, job, place, jobs } = shiftOf();
    const first = job(1);
    await place(2);
    jobs.set('opentrain-2', {
      promote: () => Promise.reject(new Error('not delayed')),
    } as never);
    await shift.work(first, 'token');
    expect(worked()).toEqual(['1']);
  });

  it('are a mistake where the worker has no place to keep the order', async () => {
    const { shift, job } = shiftOf({ redis: undefined });
    await expect(shift.work(job(1), 'token')).rejects.toThrow(/redis option/);
  });
});

describe('webhookWorker refuses', () => {
  const good = {
    platform: 'opentrain',
    queue: 'hooks',
    connection: { host: 'localhost' },
    inbox: memoryInbox(),
    on: {},
  };

  it.each([
    ['platform', { platform: 'x' }],
    ['queue', { queue: '' }],
    ['queue', { queue: { name: 'hooks' } }],
    ['connection', { connection: undefined }],
    ['connection', { connection: 'redis://localhost' }],
    ['redis', { redis: {} }],
    ['inbox', { inbox: undefined }],
    ['on', { on: undefined }],
    ["on['contract.created']", { on: { 'contract.created': true } }],
    ['concurrency', { concurrency: 0 }],
    ['leaseMs', { leaseMs: 999 }],
  ])('a %s that can’t be right', (argument, different) => {
    expect(() => webhookWorker({ ...good, ...different } as never)).toThrow(
      expect.objectContaining({ name: 'InvalidArgumentError', argument }),
    );
  });
});
