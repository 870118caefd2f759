import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { fields, nothing, openJob } from '../setting.ts';

export const marketplace = [
  answers('jobs.search', 'finds by every filter', async ({ client, owner }) => {
    const id = await openJob(owner);
    await openJob(owner, { languages: ['French'], countries: ['FR'] });
    const query = {
      q: 'street',
      language: 'Spanish',
      country: 'MX',
      payType: 'FIXED_PRICE',
    } as const;
    const { items } = await client.jobs.search({ ...query, limit: 10 });
    expect(items.map((job) => job.id)).toEqual([id]);
  }),
  answers('jobs.search', 'goes on where its cursor says', async ({ client, owner }) => {
    const ids = [await openJob(owner), await openJob(owner), await openJob(owner)];
    const { nextCursor } = await owner.jobs.search({ limit: 2 });
    const { items } = await client.jobs.search({ limit: 2, cursor: nextCursor ?? '' });
    expect(ids).toContain(items[0]?.id);
    expect(items).toHaveLength(1);
  }),
  answers('jobs.facets', 'counts the marketplace', async ({ client, owner }) => {
    await openJob(owner);
    expect(await client.jobs.facets()).toMatchObject({
      totalJobs: expect.any(Number),
      languages: [{ value: 'Spanish', count: expect.any(Number) }],
    });
  }),
  answers(
    'jobs.changes',
    'tells of what was published since',
    async ({ client, owner, sandbox }) => {
      const since = sandbox.clock.iso();
      const jobId = await openJob(owner);
      const { changes } = await client.jobs.changes({ since });
      expect(changes.map((change) => change.jobId)).toContain(jobId);
    },
  ),
  answers('jobs.get', 'reads a published job', async ({ client, owner }) => {
    const id = await openJob(owner);
    expect(await client.jobs.get(id)).toMatchObject({
      id,
      title: fields.jobTitle,
      pay: { paymentType: 'FIXED_PRICE', fixedPrice: 4500, currency: 'USD' },
    });
  }),

  refuses('jobs.search', 400, 'payType', ({ client }) =>
    client.jobs.search({ payType: 'BARTER' as never }),
  ),
  refuses('jobs.changes', 400, 'since', ({ client }) =>
    client.jobs.changes({ since: 'yesterday' }),
  ),
  refuses('jobs.get', 400, 'over 64 characters', ({ client }) => client.jobs.get('x'.repeat(65))),
  refuses('jobs.get', 404, 'closed, archived', async ({ client, owner }) => {
    const id = await openJob(owner);
    await owner.jobs.close(id);
    return client.jobs.get(id);
  }),
  refuses('jobs.get', 404, 'no such job', ({ client }) => client.jobs.get(nothing)),
];
