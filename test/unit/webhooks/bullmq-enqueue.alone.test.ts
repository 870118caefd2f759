import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Line } from '../../../src/webhooks/bullmq/line.ts';
import { jobIdOf, rankOf } from '../../../src/webhooks/bullmq/webhook-job.ts';
import { type BullmqEnqueueOptions, bullmqEnqueue } from '../../../src/webhooks/bullmq.ts';
import type { OpenTrainWebhookEvent } from '../../../src/webhooks/index.ts';
import { proposalReceived, taskCreated } from './deliveries.ts';
import { RedisOfLines } from './redis-of-lines.ts';
import '../../support/same-examples.ts';

const context = { deliveryId: 'dlv_1', attempt: 1, signal: new AbortController().signal };

/** An enqueue into a queue that notes what it was given, beside what Redis was. */
function enqueuing(different: Partial<BullmqEnqueueOptions<'opentrain'>> = {}) {
  const story: unknown[] = [];
  const redis = new RedisOfLines((key, id) => story.push(['place', key, id]));
  const queue = {
    name: 'hooks',
    qualifiedName: 'mine:hooks',
    add: async (...added: unknown[]) => story.push(['job', ...added]),
  };
  const enqueue = bullmqEnqueue(queue, { platform: 'opentrain', ...different, redis });
  const add = (event: object) => enqueue(event as OpenTrainWebhookEvent, context);
  return { add, story, redis };
}

describe('an event that is put into a queue', () => {
  it('is a job of its name, under an id of its own, with how it is to be tried', async () => {
    const { add, story } = enqueuing();
    await add(proposalReceived);
    expect(story).toEqual([
      [
        'job',
        'proposal.received',
        { platform: 'opentrain', event: proposalReceived, deliveryId: 'dlv_1' },
        {
          jobId: 'opentrain-41',
          attempts: 10,
          backoff: { type: 'exponential', delay: 1_000 },
          removeOnComplete: { age: 86_400, count: 10_000 },
        },
      ],
    ]);
  });

  it('is tried as the options say', async () => {
    const { add, story } = enqueuing({ job: { attempts: 3, removeOnComplete: true } });
    await add(proposalReceived);
    expect(story[0]).toMatchObject([
      'job',
      'proposal.received',
      {},
      { jobId: 'opentrain-41', attempts: 3, removeOnComplete: true, backoff: { delay: 1_000 } },
    ]);
  });

  it('takes its place before it is a job, under the prefix of the queue', async () => {
    const { add, story } = enqueuing({ orderBy: ({ jobId }) => jobId });
    await add(proposalReceived);
    expect(story).toMatchObject([
      ['place', 'mine:hooks:trainyard:line:job_1', 'opentrain-41'],
      ['job', 'proposal.received', { orderKey: 'job_1' }, { jobId: 'opentrain-41' }],
    ]);
  });

  it.each(['place', 'job'])(
    'takes its place again when that was given up since, its %s being long in coming',
    async (slow) => {
      const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
      const came = (what: string) => what === slow && clock.mockReturnValue(1_001);
      const redis = new RedisOfLines(() => came('place'));
      const line = new Line(redis, 'mine:hooks', 'job_1');
      const queue = {
        name: 'hooks',
        qualifiedName: 'mine:hooks',
        async add() {
          await line.leave('opentrain-41');
          came('job');
        },
      };
      const orderBy = () => 'job_1';
      const enqueue = bullmqEnqueue(queue, { platform: 'opentrain', orderBy, redis });
      await enqueue(proposalReceived as OpenTrainWebhookEvent, context);
      clock.mockRestore();
      expect(redis.line('mine:hooks:trainyard:line:job_1')).toEqual(['opentrain-41']);
    },
  );

  it('is no job when its place can’t be taken, nor when its key can’t be told', async () => {
    const failing = enqueuing({ orderBy: ({ jobId }) => jobId });
    failing.redis.isDown = true;
    await expect(failing.add(proposalReceived)).rejects.toThrow('redis is down');
    const throwing = enqueuing({
      orderBy: () => {
        throw new Error('no key');
      },
    });
    await expect(throwing.add(proposalReceived)).rejects.toThrow('no key');
    expect([failing.story, throwing.story]).toEqual([[], []]);
  });

  it.each([undefined, null])('stands in no line when its key is %s', async (key) => {
    const { add, story } = enqueuing({ orderBy: () => key });
    await add(proposalReceived);
    expect(story).toHaveLength(1);
    expect(story[0]).not.toHaveProperty([2, 'orderKey']);
  });

  it('has no id and no place when the platform sent none', async () => {
    const { id: _, ...nameless } = proposalReceived;
    const { add, story } = enqueuing({ orderBy: ({ jobId }) => jobId });
    await add(nameless);
    expect(story).toHaveLength(1);
    expect(story[0]).not.toHaveProperty([3, 'jobId']);
  });
});

describe('the id of a job', () => {
  it('is the event’s, in a form that BullMQ takes, and another for another', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(id, id, (one, other) => {
        const ids = [one, other].map((id) => jobIdOf('opentrain', { type: 'x', id }));
        for (const made of ids) {
          expect(made).not.toContain(':');
          expect(made).not.toMatch(/^\d+$/);
        }
        expect(ids[0] === ids[1]).toBe(one === other);
      }),
      { seed: 1 },
    );
    expect(jobIdOf('trainar', taskCreated)).toBe(`trainar-${taskCreated.event_id}`);
  });
});

describe('the rank of an event', () => {
  it('rises with OpenTrain’s id, by number, and with TrainAR’s time', () => {
    const opentrain = ['9', '10', '101'].map((id) => rankOf('opentrain', { id }));
    expect(opentrain).toEqual([9, 10, 101]);
    const times = ['2026-01-01T00:00:00Z', '2026-01-01T01:30:00+01:00', '2026-01-02T00:00:00Z'];
    const trainar = times.map((timestamp) => rankOf('trainar', { timestamp }));
    expect(trainar).toEqual([...trainar].sort((a, b) => a - b));
  });

  it.each([
    ['opentrain', { id: 'evt_1' }],
    ['opentrain', {}],
    ['trainar', { timestamp: 'soon' }],
  ] as const)('of %s %j is a time, so that a line can hold it', (platform, event) => {
    expect(rankOf(platform, event)).toBeGreaterThan(Date.UTC(2020, 0));
  });
});

describe('bullmqEnqueue refuses', () => {
  const queue = { name: 'hooks', qualifiedName: 'bull:hooks', add: async () => {} };
  const redis = new RedisOfLines();

  it.each([
    ['queue', undefined, { platform: 'opentrain' }],
    ['queue', 'hooks', { platform: 'opentrain' }],
    ['platform', queue, { platform: 'open-train' }],
    ['orderBy', queue, { platform: 'opentrain', orderBy: 'jobId', redis }],
    ['redis', queue, { platform: 'opentrain', orderBy: () => 'a' }],
    ['redis', queue, { platform: 'opentrain', redis: {} }],
  ])('a %s that can’t be right', (argument, queue, options) => {
    expect(() => bullmqEnqueue(queue as never, options as never)).toThrow(
      expect.objectContaining({ name: 'InvalidArgumentError', argument }),
    );
  });
});
