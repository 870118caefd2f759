import { describe, expect, it } from 'vitest';
import { openTrain, readyJob } from './opentrain-fixture.ts';

function drafts() {
  const sandbox = openTrain();
  const { token, accountId } = sandbox.opentrain.createAccount();
  const create = (body: unknown, as = token) =>
    sandbox.call('POST', '/job-drafts', { token: as, body });
  const update = (jobId: string, body: unknown, as = token) =>
    sandbox.call('PATCH', `/job-drafts/${jobId}`, { token: as, body });
  return { ...sandbox, token, accountId, create, update };
}

const text = 'Two Spanish speakers to transcribe 40 hours of interviews, 14 USD an hour.';

describe('creating a draft', () => {
  it('reads plain English and asks for what is missing', async () => {
    const { create } = drafts();
    const { status, body } = await create({ rawJobDescription: text });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, status: 'DRAFT' });
    expect(body.draftUrl).toBe(`https://app.opentrain.ai/job-post?jobId=${body.jobId}`);
    expect(body.reviewUrl).toBe(body.draftUrl);
    expect(body.normalizedFields).toMatchObject({
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 14,
      languages: ['Spanish'],
    });
    expect(body.validation).toMatchObject({ publishReady: false, missingFieldCount: 1 });
    expect(body.validation.missingFields).toEqual(['experienceLevel']);
    expect(body.missingFields[0]).toMatchObject({ field: 'experienceLevel', type: 'enum' });
  });

  const jsonLd = {
    '@type': 'JobPosting',
    title: 'Bicycle boxes',
    description: 'Draw boxes around bicycles.',
  };
  const indeed =
    '<source><job><title>Bicycle boxes</title><description>Draw boxes.</description></job></source>';

  it.each([
    ['text in a source', { source: { type: 'text', text: 'Bicycle boxes\n\nDraw boxes.' } }],
    ['canonical', { format: 'opentrain_canonical', job: readyJob }],
    ['canonical in a source', { source: { type: 'opentrain_canonical', job: readyJob } }],
    ['JSON-LD', { format: 'schema_org_job_posting', jsonLd }],
    ['JSON-LD in a source', { source: { type: 'schema_org_job_posting', jsonLd } }],
    ['Indeed XML', { format: 'indeed_xml', xml: indeed }],
    ['Indeed XML in a source', { source: { type: 'indeed_xml', xml: indeed } }],
  ])('reads %s', async (_, body) => {
    const { status, body: draft } = await drafts().create(body);
    expect(status).toBe(200);
    expect(draft.normalizedFields.jobTitle).toBe('Bicycle boxes');
  });

  it('reads HR-XML', async () => {
    const xml =
      '<JobPositionPosting><JobPositionInformation><JobPositionTitle>Bicycle boxes</JobPositionTitle></JobPositionInformation></JobPositionPosting>';
    const { status } = await drafts().create({ format: 'hr_xml', xml });
    expect(status).toBe(200);
  });

  it.each([
    ['nothing', {}, []],
    ['a list', [], []],
    ['an empty text', { rawJobDescription: '  ' }, ['rawJobDescription']],
    ['a text that is too long', { rawJobDescription: 'x'.repeat(60_001) }, ['rawJobDescription']],
    ['an unknown format', { format: 'pdf', job: {} }, ['format']],
    ['a source without type', { source: { text } }, ['source', 'type']],
    ['a source that is a text', { source: text }, ['source']],
    ['a format without payload', { format: 'opentrain_canonical' }, ['job']],
    ['XML that is none', { format: 'indeed_xml', xml: '<job' }, ['xml']],
    ['XML without a job', { format: 'hr_xml', xml: '<a/>' }, ['xml']],
    ['a key that is no text', { rawJobDescription: text, idempotencyKey: 7 }, ['idempotencyKey']],
  ])('refuses %s', async (_, sent, path) => {
    const { status, body } = await drafts().create(sent);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.details.issues[0].path).toEqual(path);
  });

  it('refuses a body that is no JSON', async () => {
    const { call, token } = drafts();
    const { status, body } = await call('POST', '/job-drafts', { token, raw: '{"a":' });
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('sending a draft again', () => {
  it('answers the draft that exists for the key, as it stands now', async () => {
    const { create, update } = drafts();
    const first = await create({ rawJobDescription: text, idempotencyKey: 'k' });
    await update(first.body.jobId, { experienceLevel: 'EXPERT' });
    const again = await create({ source: { type: 'text', text: 'Else.', idempotencyKey: 'k' } });
    expect(again.body.jobId).toBe(first.body.jobId);
    expect(again.body.normalizedFields).toEqual(first.body.normalizedFields);
    expect(again.body.validation.publishReady).toBe(true);
  });

  it('keeps keys of accounts apart, and takes no externalId for a key', async () => {
    const { create, opentrain } = drafts();
    const { token: other } = opentrain.createAccount();
    const body = { rawJobDescription: text, idempotencyKey: 'k', externalId: 'e' };
    const ids = [
      (await create(body)).body.jobId,
      (await create(body, other)).body.jobId,
      (await create({ rawJobDescription: text, externalId: 'e' })).body.jobId,
      (await create({ rawJobDescription: text, externalId: 'e' })).body.jobId,
    ];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('filling in a draft', () => {
  it('stores fields and validates anew', async () => {
    const { create, update } = drafts();
    const { jobId } = (await create({ rawJobDescription: text })).body;
    const { status, body } = await update(jobId, { experienceLevel: 'INTERMEDIATE' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, jobId, status: 'DRAFT', missingFields: [] });
    expect(body.validation).toMatchObject({ publishReady: true, missingFieldCount: 0 });
  });

  it('asks for the price of another payment type', async () => {
    const { create, update } = drafts();
    const { jobId } = (await create({ rawJobDescription: text })).body;
    const { body } = await update(jobId, { paymentType: 'PAY_PER_LABEL' });
    expect(body.validation.missingFields).toContain('pricePerLabel');
  });

  it.each([
    ['an unknown key', { salary: 3 }, 'salary'],
    ['a wrong type', { pricePerHour: '14' }, 'pricePerHour'],
    ['a wrong enum value', { experienceLevel: 'expert' }, 'experienceLevel'],
    ['a fraction of a person', { headcount: 1.5 }, 'headcount'],
    ['a negative price', { fixedPrice: -1 }, 'fixedPrice'],
    ['a list of numbers', { languages: [1] }, 'languages'],
    ['null', { jobTitle: null }, 'jobTitle'],
    ['nothing', {}, undefined],
    ['a list', [], undefined],
  ])('refuses %s with issues', async (_, sent, field) => {
    const { create, update } = drafts();
    const { jobId } = (await create({ rawJobDescription: text })).body;
    const { status, body } = await update(jobId, sent);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.details.issues[0].path[0]).toBe(field);
  });

  it('knows no drafts of others', async () => {
    const { create, update, opentrain } = drafts();
    const { jobId } = (await create({ rawJobDescription: text })).body;
    const { token: other } = opentrain.createAccount();
    for (const [id, as] of [
      [jobId, other],
      ['job_none', undefined],
    ] as const) {
      const { status, body } = await update(id, { headcount: 2 }, as);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  it('leaves published and closed jobs alone', async () => {
    const { create, update, call, token } = drafts();
    const { jobId } = (await create({ format: 'opentrain_canonical', job: readyJob })).body;
    for (const [step, jobStatus] of [
      ['publish', 'OPEN'],
      ['close', 'ARCHIVED'],
    ] as const) {
      await call('POST', `/jobs/${jobId}/${step}`, { token });
      const { status, body } = await update(jobId, { headcount: 2 });
      expect([status, body.code]).toEqual([409, 'CONFLICT']);
      expect(body.details).toEqual({ jobId, status: jobStatus, requiredStatus: 'DRAFT' });
    }
  });
});

describe('capabilities', () => {
  it('lists formats, keys and enums, and what is on', async () => {
    const { call, token, accountId, opentrain } = drafts();
    opentrain.setFeature(accountId, 'public_api_team', false);
    const { status, body } = await call('GET', '/job-drafts/capabilities', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ authBootstrap: 'token', enabled: true, actorIsAdmin: false });
    expect(body.capabilities).toMatchObject({ team: false, hiring: true, draftCreate: true });
    expect(body.draft.importFormats).toHaveLength(5);
    expect(body.draft.updateKeys).toContain('aiInterviewRequirements');
    expect(body.draft.enums.paymentType).toEqual(['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE']);
  });
});
