import { describe, expect, it } from 'vitest';
import type { AnswerField, JobDraft, MissingField } from '../../../src/opentrain/index.ts';
import { DraftIncompleteError, InvalidArgumentError } from '../../../src/opentrain/index.ts';
import { json, networkFailure, type SentRequest } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, clientWith } from './client.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const bodyOf = (sent: SentRequest | undefined) => JSON.parse(sent?.body ?? 'null');

function missing(field: string, more: Partial<MissingField> = {}): MissingField {
  return {
    field,
    label: field,
    message: 'Needed.',
    code: 'missing_required_field',
    prompt: `ask: ${field}?`,
    type: 'string',
    enumValues: null,
    updateKeys: [field],
    example: null,
    hint: null,
    ...more,
  };
}

function draft(missingFields: MissingField[], more: Partial<JobDraft> = {}): JobDraft {
  return {
    ok: true,
    jobId: 'job_1',
    status: 'DRAFT',
    draftUrl: 'https://app.opentrain.ai/job-post?jobId=job_1',
    reviewUrl: 'https://app.opentrain.ai/job-post?jobId=job_1',
    validation: {
      publishReady: missingFields.length === 0,
      issueCount: 0,
      missingFieldCount: missingFields.length,
      missingFields: missingFields.map(({ field }) => field),
      issues: [],
    },
    missingFields,
    normalizedFields: {},
    warnings: [],
    unmappedFields: [],
    lowConfidenceFields: [],
    ...more,
  };
}

/** What an update answers as documented: no descriptions of what is still missing. */
function updated(...names: string[]): Response {
  const { missingFields: _, ...rest } = draft(names.map((name) => missing(name)));
  return json(rest);
}

const experience = missing('experienceLevel', {
  type: 'enum',
  enumValues: ['EXPERT', 'INTERMEDIATE'],
});
const price = missing('pricePerLabel', { type: 'number' });

describe('creating a draft', () => {
  it.each([
    [{ text: 'Label.' }, { rawJobDescription: 'Label.' }],
    [{ rawJobDescription: 'Label.' }, { rawJobDescription: 'Label.' }],
    [
      { format: 'opentrain_canonical', job: { title: 'T' } } as const,
      { format: 'opentrain_canonical', job: { title: 'T' } },
    ],
    [{ format: 'indeed_xml', xml: '<job/>' } as const, { format: 'indeed_xml', xml: '<job/>' }],
  ])('sends %o with a key of its own', async (input, body) => {
    const { ot, fetch } = client(json(draft([])));
    await ot.jobDrafts.create(input);
    const { idempotencyKey, ...sent } = bodyOf(fetch.sent[0]);
    expect(sent).toEqual(body);
    expect(idempotencyKey).toMatch(uuid);
  });

  it('gives each draft another key', async () => {
    const { ot, fetch } = client(json(draft([])));
    await ot.jobDrafts.create({ text: 'a' });
    await ot.jobDrafts.create({ text: 'a' });
    const [first, second] = fetch.sent.map((sent) => bodyOf(sent).idempotencyKey);
    expect(first).not.toBe(second);
  });

  it('keeps the caller’s key, wherever it sits', async () => {
    const { ot, fetch } = client(json(draft([])));
    await ot.jobDrafts.create({ text: 'a', idempotencyKey: 'mine' });
    await ot.jobDrafts.create({ source: { type: 'text', text: 'a', idempotencyKey: 'inner' } });
    expect(fetch.sent.map((sent) => bodyOf(sent).idempotencyKey)).toEqual(['mine', 'inner']);
  });

  it('leaves the caller’s input as it is', async () => {
    const { ot } = client(json(draft([])));
    const input = { text: 'a' };
    await ot.jobDrafts.create(input);
    expect(input).toEqual({ text: 'a' });
  });

  it.each([
    ['a broken connection', networkFailure('ECONNRESET')],
    ['an outage', json({}, 503)],
  ])('is repeated after %s, with the same key each time', async (_, trouble) => {
    const { ot, fetch } = clientWith({ maxRetries: 2 }, trouble, trouble, json(draft([])));
    await ot.jobDrafts.create({ text: 'a' });
    const keys = fetch.sent.map((sent) => bodyOf(sent).idempotencyKey);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['text', { text: 'x'.repeat(60_001) }],
    ['text', { rawJobDescription: 'x'.repeat(60_001) }],
    ['source.text', { source: { type: 'text', text: 'x'.repeat(60_001) } } as const],
  ])('refuses too long a %s before anything is sent', async (argument, input) => {
    const { ot, fetch } = client(json(draft([])));
    const error = await rejection(ot.jobDrafts.create(input));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument });
    expect(fetch.sent).toEqual([]);
  });

  it('takes a text of exactly the longest length', async () => {
    const { ot } = client(json(draft([])));
    await expect(ot.jobDrafts.create({ text: 'x'.repeat(60_000) })).resolves.toBeDefined();
  });
});

describe('completing a draft', () => {
  const complete = (fields: MissingField[], answer: AnswerField, ...answers: Response[]) => {
    const { ot, fetch } = client(...answers);
    const asked: string[] = [];
    const done = ot.jobDrafts.complete(draft(fields), (field) => {
      asked.push(field.field);
      return answer(field);
    });
    return { done, fetch, asked };
  };

  it('asks nothing and sends nothing when it is ready', async () => {
    const { done, fetch, asked } = complete([], () => 'x');
    expect((await done).jobId).toBe('job_1');
    expect(fetch.sent).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('asks once for each field and stores all answers in one call', async () => {
    const { done, fetch, asked } = complete(
      [experience, price],
      async ({ type }) => (type === 'number' ? '0.05' : 'EXPERT'),
      updated(),
    );
    expect((await done).validation.publishReady).toBe(true);
    expect(asked).toEqual(['experienceLevel', 'pricePerLabel']);
    expect(fetch.sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'PATCH /api/public/v1/job-drafts/job_1',
    ]);
    expect(bodyOf(fetch.sent[0])).toEqual({ experienceLevel: 'EXPERT', pricePerLabel: 0.05 });
  });

  it('goes on until nothing is missing, describing fields as on create', async () => {
    const prompts: string[] = [];
    const { done, fetch } = complete(
      [experience, price],
      ({ field, prompt }) => {
        prompts.push(prompt);
        return field === 'experienceLevel' ? 'EXPERT' : 0.05;
      },
      updated('pricePerLabel'),
      updated(),
    );
    await done;
    expect(prompts).toEqual([
      'ask: experienceLevel?',
      'ask: pricePerLabel?',
      'ask: pricePerLabel?',
    ]);
    expect(fetch.sent).toHaveLength(2);
  });

  it('learns the enum of a field that only an update named', async () => {
    const capabilities = json({ draft: { enums: { dataVolumeUnit: ['NUMBER_OF_FILES'] } } });
    const { done, fetch, asked } = complete(
      [price],
      ({ field, enumValues }) => (field === 'dataVolumeUnit' ? (enumValues?.[0] ?? '') : 1),
      updated('dataVolumeUnit', 'headcount'),
      capabilities,
      updated(),
    );
    await done;
    expect(asked).toEqual(['pricePerLabel', 'dataVolumeUnit', 'headcount']);
    expect(fetch.sent[1]?.url.pathname).toBe('/api/public/v1/job-drafts/capabilities');
    expect(bodyOf(fetch.sent[2])).toEqual({ dataVolumeUnit: 'NUMBER_OF_FILES', headcount: 1 });
  });

  it('reads descriptions wherever an update puts them', async () => {
    const outer = json(draft([price]));
    const inner = draft([]);
    const whole = { ...inner.validation, publishReady: false, missingFields: [missing('a')] };
    const { done, asked } = complete(
      [experience, price],
      ({ field }) => ({ experienceLevel: 'EXPERT', pricePerLabel: 1 })[field] ?? 'x',
      outer,
      json({ ...inner, missingFields: undefined, validation: whole }),
      updated(),
    );
    await done;
    expect(asked).toEqual(['experienceLevel', 'pricePerLabel', 'pricePerLabel', 'a']);
  });

  it('takes several keys as one answer', async () => {
    const { done, fetch } = complete(
      [missing('payment', { updateKeys: ['paymentType', 'pricePerHour'] })],
      () => ({ paymentType: 'PAY_PER_HOUR', pricePerHour: 20 }),
      updated(),
    );
    await done;
    expect(bodyOf(fetch.sent[0])).toEqual({ paymentType: 'PAY_PER_HOUR', pricePerHour: 20 });
  });

  it('stores a single answer under the key that updates take', async () => {
    const { done, fetch } = complete(
      [missing('price', { type: 'number', updateKeys: ['fixedPrice'] })],
      () => ' 300 ',
      updated(),
    );
    await done;
    expect(bodyOf(fetch.sent[0])).toEqual({ fixedPrice: 300 });
  });

  it('splits a list that was given as text', async () => {
    const { done, fetch } = complete(
      [missing('languages', { type: 'array' })],
      () => 'Spanish, French',
      updated(),
    );
    await done;
    expect(bodyOf(fetch.sent[0])).toEqual({ languages: ['Spanish', 'French'] });
  });

  it.each<[string, MissingField, string | number | string[], string]>([
    ['that is none of the values', experience, 'expert', '"expert" is not one of EXPERT'],
    ['with one of several out of place', experience, ['EXPERT', 'X'], '"X" is not one of'],
    ['that is no number', price, 'five cents', 'a number is needed'],
    ['that is blank', price, ' ', 'a number is needed'],
    ['without end', price, Number.POSITIVE_INFINITY, 'a number is needed'],
    ['that is too long', missing('jobDescription'), 'x'.repeat(60_001), '60001 characters'],
  ])('refuses an answer %s, and stores nothing', async (_, field, given, why) => {
    const { done, fetch } = complete([missing('jobTitle'), field], ({ field: name }) =>
      name === 'jobTitle' ? 'T' : given,
    );
    const error = await rejection(done);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument: field.field });
    expect((error as Error).message).toContain(why);
    expect(fetch.sent).toEqual([]);
  });

  it('names the field nobody answered, and stores the other answers', async () => {
    const { done, fetch } = complete(
      [experience, price],
      ({ field }) => (field === 'pricePerLabel' ? undefined : 'EXPERT'),
      updated('pricePerLabel'),
    );
    const error = await rejection(done);
    expect(error).toBeInstanceOf(DraftIncompleteError);
    expect(error).toMatchObject({ fields: ['pricePerLabel'], draft: { jobId: 'job_1' } });
    expect((error as Error).message).toContain('pricePerLabel');
    expect(bodyOf(fetch.sent[0])).toEqual({ experienceLevel: 'EXPERT' });
  });

  it('sends nothing when nothing was answered', async () => {
    const { done, fetch } = complete([price], () => null);
    expect(await rejection(done)).toBeInstanceOf(DraftIncompleteError);
    expect(fetch.sent).toEqual([]);
  });

  it('stops when a round changes nothing', async () => {
    const { done, fetch } = complete([price], () => 0.05, updated('pricePerLabel'));
    const error = await rejection(done);
    expect(error).toBeInstanceOf(DraftIncompleteError);
    expect(error).toMatchObject({ fields: ['pricePerLabel'] });
    expect((error as Error).message).toContain('https://app.opentrain.ai/job-post?jobId=job_1');
    expect(fetch.sent).toHaveLength(1);
  });

  it('stops when the answers run in a circle', async () => {
    const capabilities = json({ draft: { enums: {} } });
    const { done } = complete(
      [price],
      () => 1,
      updated('fixedPrice'),
      capabilities,
      updated('pricePerLabel'),
    );
    expect(await rejection(done)).toBeInstanceOf(DraftIncompleteError);
  });

  it('tells the issues when no field is named', async () => {
    const issues = [{ field: 'jobTitle', message: 'is too short' }];
    const stuck = draft([]);
    stuck.validation = { ...stuck.validation, publishReady: false, issueCount: 1, issues };
    const { ot } = client(json({}));
    const error = await rejection(ot.jobDrafts.complete(stuck, () => 'x'));
    expect(error).toBeInstanceOf(DraftIncompleteError);
    expect((error as Error).message).toContain('jobTitle is too short');
  });

  it('ends between questions when aborted', async () => {
    const stop = new AbortController();
    const { ot, fetch } = client(json({}));
    const reason = new Error('enough');
    const done = ot.jobDrafts.complete(
      draft([experience, price]),
      () => {
        stop.abort(reason);
        return 'EXPERT';
      },
      { signal: stop.signal },
    );
    expect(await rejection(done)).toBe(reason);
    expect(fetch.sent).toEqual([]);
  });

  it('hands on what the answerer throws', async () => {
    const reason = new Error('the human left');
    const { done } = complete([price], () => Promise.reject(reason));
    expect(await rejection(done)).toBe(reason);
  });
});
