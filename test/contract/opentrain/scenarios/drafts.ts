import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { fields, nothing, openJob, readyDraft } from '../setting.ts';

const text = `Title: Spanish interview transcription.
We need two people to transcribe 40 hours of Spanish street interviews at $14 per hour.`;

const xml = `<source><job><title>Street photo annotator</title>
<description>Draw boxes around cars.</description><country>MX</country></job></source>`;

export const drafts = [
  answers('jobDrafts.capabilities', 'tells what the account may do', async ({ client }) => {
    expect(await client.jobDrafts.capabilities()).toMatchObject({
      featureKey: 'public_api_job_drafting',
      enabled: true,
      capabilities: { draftCreate: true, hiring: true, webhooks: true },
    });
  }),
  answers(
    'jobDrafts.create',
    'reads plain English',
    async ({ client }) => {
      const draft = await client.jobDrafts.create({ text, externalId: 'brief-7' });
      expect(draft).toMatchObject({ status: 'DRAFT', validation: { publishReady: false } });
      expect(draft.normalizedFields).toMatchObject({ paymentType: 'PAY_PER_HOUR' });
      expect(draft.missingFields.length).toBe(draft.validation.missingFieldCount);
    },
    { status: 200 },
  ),
  answers('jobDrafts.create', 'takes a source', async ({ client }) => {
    const source = { type: 'text' as const, text };
    expect(await client.jobDrafts.create({ source })).toMatchObject({ status: 'DRAFT' });
  }),
  answers('jobDrafts.create', "takes OpenTrain's own format", async ({ client }) => {
    const job = { title: fields.jobTitle, paymentType: 'PAY_PER_HOUR' as const, rateAmount: 14 };
    const draft = await client.jobDrafts.create({ format: 'opentrain_canonical', job });
    expect(draft.normalizedFields).toMatchObject({ jobTitle: fields.jobTitle });
  }),
  answers('jobDrafts.create', 'takes JSON-LD of schema.org', async ({ client }) => {
    const jsonLd = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: fields.jobTitle,
      description: fields.jobDescription,
    };
    const draft = await client.jobDrafts.create({ format: 'schema_org_job_posting', jsonLd });
    expect(draft.normalizedFields).toMatchObject({ jobTitle: fields.jobTitle });
  }),
  answers('jobDrafts.create', 'takes XML of Indeed', async ({ client }) => {
    const draft = await client.jobDrafts.create({ format: 'indeed_xml', xml });
    expect(draft.normalizedFields).toMatchObject({ jobTitle: 'Street photo annotator' });
  }),
  answers('jobDrafts.create', 'answers the draft that its key made', async ({ client, owner }) => {
    const input = { text, idempotencyKey: 'brief-7' };
    const { jobId } = await owner.jobDrafts.create(input);
    expect((await client.jobDrafts.create(input)).jobId).toBe(jobId);
  }),
  answers(
    'jobDrafts.create',
    'may tell a new draft by its status',
    async ({ client, owner, sandbox }) => {
      // The sandbox answers 200 always; that the platform may do otherwise is a guess of the spec.
      const body = await owner.jobDrafts.create({ text });
      sandbox.faults.inject({ operationId: 'jobDrafts.create', status: 201, body });
      expect(await client.jobDrafts.create({ text })).toEqual(body);
    },
    { status: 201 },
  ),
  answers('jobDrafts.update', 'fills gaps until the draft is ready', async ({ client, owner }) => {
    const { jobId } = await owner.jobDrafts.create({ text: 'Annotate street photos.' });
    const { languages, countries, labelTypes, ...rest } = fields;
    const lists = {
      languages: [...languages],
      countries: [...countries],
      labelTypes: [...labelTypes],
    };
    const result = await client.jobDrafts.update(jobId, { ...rest, ...lists });
    expect(result).toMatchObject({ jobId, validation: { publishReady: true, missingFields: [] } });
  }),

  refuses('jobDrafts.capabilities', 403, 'drafting is off', ({ client, sandbox, account }) => {
    sandbox.opentrain.setFeature(account.accountId, 'public_api_job_drafting', false);
    return client.jobDrafts.capabilities();
  }),
  refuses('jobDrafts.create', 400, 'no source', ({ client }) =>
    client.jobDrafts.create({} as never),
  ),
  refuses('jobDrafts.create', 400, 'unknown format', ({ client }) =>
    client.jobDrafts.create({ format: 'word_document', xml } as never),
  ),
  refuses('jobDrafts.create', 400, "can't be parsed", ({ client }) =>
    client.jobDrafts.create({ format: 'hr_xml', xml: '<job><title>' }),
  ),
  refuses('jobDrafts.update', 400, 'does not know', async ({ client, owner }) =>
    client.jobDrafts.update(await readyDraft(owner), { colour: 'red' } as never),
  ),
  refuses('jobDrafts.update', 400, 'empty body', async ({ client, owner }) =>
    client.jobDrafts.update(await readyDraft(owner), {}),
  ),
  refuses('jobDrafts.update', 400, 'wrong type', async ({ client, owner }) =>
    client.jobDrafts.update(await readyDraft(owner), { headcount: 'two' as never }),
  ),
  refuses('jobDrafts.update', 404, 'no such draft', ({ client }) =>
    client.jobDrafts.update(nothing, { headcount: 2 }),
  ),
  refuses('jobDrafts.update', 404, "another account's", async ({ client, stranger }) =>
    client.jobDrafts.update(await readyDraft(stranger), { headcount: 2 }),
  ),
  refuses('jobDrafts.update', 409, 'not a draft', async ({ client, owner }) =>
    client.jobDrafts.update(await openJob(owner), { headcount: 2 }),
  ),
];
