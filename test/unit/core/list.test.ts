import { describe, expect, it } from 'vitest';
import { list } from '../../../src/core/list.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { PaginationError } from '../../../src/core/pagination.ts';
import { fakeFetch, json } from '../../support/fake-fetch.ts';
import { rejection, searchJobs, transport } from '../../support/transport.ts';

const wholeList: Operation = {
  id: 'tokens.list',
  method: 'GET',
  path: '/tokens',
  success: [200],
  idempotent: true,
  pagination: { style: 'none', items: 'tokens' },
};

describe('a list by the spec of its operation', () => {
  it('sends the cursor of each page under its own name, beside the query', async () => {
    const fetch = fakeFetch(
      json({ jobs: ['a'], nextCursor: 'c+/=1' }),
      json({ jobs: ['b'], nextCursor: null }),
    );
    const jobs = list(transport({ fetch }), searchJobs, { query: { q: 'audio & video' } });
    expect(await jobs.toArray()).toEqual(['a', 'b']);
    expect(fetch.sent.map(({ url }) => Object.fromEntries(url.searchParams))).toEqual([
      { q: 'audio & video' },
      { q: 'audio & video', cursor: 'c+/=1' },
    ]);
  });

  it("starts at the caller's own cursor", async () => {
    const fetch = fakeFetch(json({ jobs: ['b'], nextCursor: null }));
    await list(transport({ fetch }), searchJobs, { query: { cursor: 'c1' } });
    expect(fetch.sent[0]?.url.search).toBe('?cursor=c1');
  });

  it.each([{ nextCursor: null }, { nextCursor: '' }, {}])('ends at %j', async (end) => {
    const page = await list(
      transport({ fetch: fakeFetch(json({ jobs: [1], ...end })) }),
      searchJobs,
    );
    expect(page.nextCursor).toBeNull();
    expect(page.hasNextPage()).toBe(false);
  });

  it('keeps what the platform sends beside the items', async () => {
    const body = { jobs: [], nextCursor: null, generatedAt: '2026-01-01T00:00:00.000Z' };
    const page = await list(transport({ fetch: fakeFetch(json(body)) }), searchJobs);
    expect(page.body).toEqual(body);
  });

  it('is one page where the platform knows no cursor', async () => {
    const fetch = fakeFetch(json({ tokens: [1, 2], nextCursor: 'not for this one' }));
    expect(await list(transport({ fetch }), wholeList).toArray()).toEqual([1, 2]);
    expect(fetch.sent).toHaveLength(1);
  });

  it('lets the caller say where the items are', async () => {
    const fetch = fakeFetch(json([1, 2]));
    const pick = (body: number[] | { tokens: number[] }) =>
      Array.isArray(body) ? body : body.tokens;
    expect((await list(transport({ fetch }), wholeList, {}, undefined, pick)).items).toEqual([
      1, 2,
    ]);
  });

  it.each([null, 7, 'text', [], {}, { tokens: null }, { tokens: {} }])(
    'says which list is missing in an answer of another form: %j',
    async (body) => {
      const api = transport({ fetch: fakeFetch(json(body)) });
      const pick = (given: { tokens: string[] }) => given.tokens.map((token) => token);
      for (const pages of [list(api, wholeList), list(api, wholeList, {}, undefined, pick)]) {
        const error = await rejection(pages);
        expect(error).toBeInstanceOf(PaginationError);
        expect((error as Error).message).toBe(
          'tokens.list: the answer has no list under "tokens".',
        );
      }
    },
  );

  it('passes the options of the call on, to later pages too', async () => {
    const fetch = fakeFetch(
      json({ jobs: ['a'], nextCursor: 'x' }),
      json({ jobs: ['b'], nextCursor: null }),
    );
    await list(transport({ fetch }), searchJobs, {}, { headers: { 'X-Trace': 't' } }).toArray();
    expect(fetch.sent.map(({ headers }) => headers.get('x-trace'))).toEqual(['t', 't']);
  });
});
