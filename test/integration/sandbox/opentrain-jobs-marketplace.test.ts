import { describe, expect, it } from 'vitest';
import { openTrain } from './opentrain-fixture.ts';

const cached = 'public, s-maxage=300, stale-while-revalidate=3600';

function market(count: number) {
  const sandbox = openTrain({ limits: { 'rate.jobs.search': 10_000, 'rate.jobs.get': 10_000 } });
  const { jobIds } = sandbox.opentrain.seedJobs(count);
  const ids = async (query: string): Promise<string[]> =>
    (await sandbox.call('GET', `/jobs?${query}`)).body.jobs.map(({ id }: { id: string }) => id);
  return { ...sandbox, jobIds, ids };
}

describe('the marketplace', () => {
  it('shows a job as anyone sees it', async () => {
    const { call, employer } = openTrain();
    const { jobId } = await employer({ name: 'Meadow Robotics' });
    const { status, body, headers } = await call('GET', `/jobs/${jobId}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe(cached);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body).toEqual({
      id: jobId,
      slug: 'bicycle-boxes',
      title: 'Bicycle boxes',
      companyName: 'Meadow Robotics',
      descriptionText: 'Draw boxes around bicycles in street photos.',
      descriptionHtml: '<p>Draw boxes around bicycles in street photos.</p>',
      seoTitle: null,
      summary: null,
      status: 'OPEN',
      datePosted: '2026-06-01T09:00:00.000Z',
      validThrough: '2026-07-27T09:00:00.000Z',
      updatedAt: '2026-06-01T09:00:00.000Z',
      employmentTypes: ['CONTRACTOR'],
      countries: ['ES', 'MX'],
      languages: ['Spanish'],
      category: body.category,
      dataType: body.dataType,
      labelTypes: ['Bounding Box'],
      skills: ['Bounding Box'],
      labelingSoftware: 'CVAT',
      experienceLevel: 'Entry Level',
      pay: {
        paymentType: 'PAY_PER_LABEL',
        currency: 'USD',
        hourlyRate: null,
        hourlyMin: null,
        hourlyMax: null,
        fixedPrice: null,
        perLabelRate: 0.05,
      },
      url: `https://app.opentrain.ai/jobs/bicycle-boxes-${jobId}`,
      applyUrl: `https://app.opentrain.ai/api/out?job=${jobId}&src=www_seo`,
    });
  });

  it('escapes what becomes HTML', async () => {
    const { call, employer } = openTrain();
    const { as, jobId } = await employer();
    await as('PATCH', `/jobs/${jobId}`, { body: { jobDescription: 'a <b>\n\n"c" & d' } });
    const { body } = await call('GET', `/jobs/${jobId}`);
    expect(body.descriptionHtml).toBe('<p>a &#60;b&#62;</p><p>&#34;c&#34; &#38; d</p>');
  });

  it('tells a job id that is too long from one that is unknown', async () => {
    const { call } = openTrain();
    expect((await call('GET', `/jobs/${'x'.repeat(65)}`)).body.code).toBe('BAD_REQUEST');
    expect((await call('GET', `/jobs/${'x'.repeat(64)}`)).body.code).toBe('NOT_FOUND');
  });
});

describe('searching', () => {
  it('pages through everything, newest first, without repeats', async () => {
    const { call, jobIds } = market(60);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await call('GET', `/jobs?limit=25${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.jobs.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([...jobIds].reverse());
  });

  it('finds what all words, filters and their combinations say, as a scan would', async () => {
    const { call, ids, jobIds } = market(200);
    const all = (await Promise.all(jobIds.map((id) => call('GET', `/jobs/${id}`)))).map(
      ({ body }) => body,
    );
    const expected = (keep: (job: (typeof all)[number]) => boolean) =>
      all
        .filter(keep)
        .map(({ id }) => id)
        .reverse()
        .slice(0, 100);
    const inCountry = (job: { countries: string[] }) =>
      job.countries.length === 0 || job.countries.includes('ES');
    expect(await ids('limit=100&q=INVOICES')).toEqual(
      expected((job) => job.title.includes('Invoice')),
    );
    expect(await ids('limit=100&q=invoice+supplier+batch')).toEqual(
      expected((job) => job.title.includes('Invoice')),
    );
    expect(await ids('limit=100&language=spanish')).toEqual(
      expected((job) => job.languages.includes('Spanish')),
    );
    expect(await ids('limit=100&country=es')).toEqual(expected(inCountry));
    expect(await ids('limit=100&payType=FIXED_PRICE&country=ES&language=Spanish')).toEqual(
      expected(
        (job) =>
          job.pay.paymentType === 'FIXED_PRICE' &&
          inCountry(job) &&
          job.languages.includes('Spanish'),
      ),
    );
    expect(await ids('q=nobodysaysthis')).toEqual([]);
  });

  it('pages through a country, whose lists are merged', async () => {
    const { call, ids } = market(200);
    const whole = await ids('limit=100&country=US');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/jobs?limit=7&country=US${cursor && `&cursor=${cursor}`}`;
      const { body } = await call('GET', path);
      seen.push(...body.jobs.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it.each(['payType=HOURLY', 'limit=0', 'limit=101', 'limit=ten', 'cursor=nonsense'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await openTrain().call('GET', `/jobs?${query}`);
      expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    },
  );

  it('is limited to 120 requests a minute for one address', async () => {
    const { call, kernel } = openTrain();
    for (let i = 0; i < 120; i += 1) await call('GET', '/jobs');
    const { status, body } = await call('GET', '/jobs');
    expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
    expect((await call('GET', '/jobs/facets')).status).toBe(200);
    await kernel.clock.advance('1m');
    expect((await call('GET', '/jobs')).status).toBe(200);
  });

  it('answers a browser that asks first', async () => {
    const { status, headers } = await openTrain().call('OPTIONS', '/jobs');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('goes on the same after a snapshot', async () => {
    const { kernel, ids } = market(50);
    const before = await ids('q=satellite&country=US');
    const snapshot = kernel.snapshot();
    const other = openTrain();
    other.kernel.restore(snapshot);
    const { body } = await other.call('GET', '/jobs?q=satellite&country=US');
    expect(body.jobs.map(({ id }: { id: string }) => id)).toEqual(before);
    expect((await other.call('GET', '/jobs/facets')).body.totalJobs).toBe(50);
  });
});

describe('facets', () => {
  it('count what is open, largest first, through publish, edit and close', async () => {
    const { call, employer } = openTrain();
    const one = await employer();
    const two = await employer();
    await two.as('PATCH', `/jobs/${two.jobId}`, {
      body: { languages: ['German', 'Spanish'], countries: ['ES'], dataType: 'IMAGE' },
    });
    const read = async () => (await call('GET', '/jobs/facets')).body;
    expect(await read()).toMatchObject({
      totalJobs: 2,
      languages: [
        { value: 'Spanish', count: 2 },
        { value: 'German', count: 1 },
      ],
      countries: [
        { value: 'ES', count: 2 },
        { value: 'MX', count: 1 },
      ],
      payTypes: [{ value: 'PAY_PER_LABEL', count: 2 }],
    });
    expect((await read()).categories).toContainEqual({ value: 'Image Annotation', count: 1 });
    await two.as('POST', `/jobs/${two.jobId}/close`);
    await one.as('POST', `/jobs/${one.jobId}/close`);
    expect(await read()).toMatchObject({ totalJobs: 0, languages: [], payTypes: [] });
  });
});

describe('changes', () => {
  it('tell the latest of each job since a moment, inclusive', async () => {
    const { call, employer, kernel } = openTrain();
    const { as, jobId } = await employer();
    const since = kernel.clock.iso();
    const changes = async (from: string) => (await call('GET', `/jobs/changes?since=${from}`)).body;
    expect((await changes(since)).changes).toEqual([
      { jobId, eventType: 'PUBLISHED', occurredAt: since },
    ]);
    await kernel.clock.advance('1m');
    await as('PATCH', `/jobs/${jobId}`, { body: { headcount: 2 } });
    expect((await changes(since)).changes).toEqual([
      { jobId, eventType: 'UPDATED', occurredAt: '2026-06-01T09:01:00.000Z' },
    ]);
    await kernel.clock.advance('1m');
    await as('POST', `/jobs/${jobId}/close`);
    const body = await changes(since);
    expect(body).toMatchObject({ since, until: '2026-06-01T09:02:00.000Z' });
    expect(body.changes[0].eventType).toBe('CLOSED');
    await kernel.clock.advance('1m');
    expect((await changes(kernel.clock.iso())).changes).toEqual([]);
  });

  it('stop at 5,000 and go on from there', async () => {
    const { call, jobIds } = market(5_100);
    const seen = new Set<string>();
    let since = '2020-01-01T00:00:00.000Z';
    const sizes = [];
    for (let i = 0; i < 2; i += 1) {
      const { body } = await call('GET', `/jobs/changes?since=${since}`);
      sizes.push(body.changes.length);
      for (const { jobId } of body.changes) seen.add(jobId);
      since = body.until;
    }
    expect(sizes).toEqual([5_000, 101]);
    expect(seen.size).toBe(jobIds.length);
    expect(since).toBe('2026-06-01T09:00:00.000Z');
  });

  it.each(['', '?since=', '?since=yesterday'])('need a moment: %j', async (query) => {
    const { status, body } = await openTrain().call('GET', `/jobs/changes${query}`);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
  });
});
