import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operations as openTrainOperations } from '../../generated/opentrain/operations.ts';
import { operations as trainarOperations } from '../../generated/trainar/operations.ts';
import type { Operation } from '../../src/core/operation.ts';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  InvalidArgumentError,
  OpenTrain,
  ServerError,
  TrainAR,
  UnexpectedResponseError,
} from '../../src/index.ts';
import { bench } from '../support/bad-input.ts';
import { rejection } from '../support/transport.ts';

const threeMegabytes = 'a'.repeat(3_000_000);
const variables = ['TRAINAR_API_KEY', 'OT_API_TOKEN', 'OPENTRAIN_API_TOKEN'];

beforeEach(() => {
  for (const name of variables) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('no key', () => {
  it('is told when a TrainAR client is made', () => {
    expect(() => new TrainAR()).toThrow(InvalidArgumentError);
    expect(() => new TrainAR()).toThrow(/apiKey.*TRAINAR_API_KEY/);
  });

  it('is told when OpenTrain is asked for what needs one, before a byte is sent', async () => {
    const { sandbox } = bench();
    const ot = new OpenTrain({ fetch: sandbox.fetch });
    const error = await rejection(ot.jobs.listMine());
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toMatch(/token.*OT_API_TOKEN/);
    expect([...sandbox.requests]).toEqual([]);
    expect((await ot.jobs.search()).items).toEqual([]);
  });

  it.each([
    'https://api.trainar.ai/v1/api-tenant-tasks',
    'https://app.opentrain.ai/api/public/v1/auth/me',
  ])('is 401 on the wire (%s)', async (url) => {
    expect((await bench().sandbox.fetch(url)).status).toBe(401);
  });

  it('is a typed error when nobody holds the key', async () => {
    const { trainarWith, openTrainWith } = bench();
    const calls = [
      trainarWith({ apiKey: `tak_${'0'.repeat(40)}` }).tasks.list(),
      openTrainWith({ token: 'ot_pat_pub1_nobody' }).auth.me(),
    ];
    for (const call of calls) expect(await rejection(call)).toBeInstanceOf(AuthenticationError);
  });
});

describe('a key of the other platform', () => {
  it('is refused when the client is made, and not repeated', () => {
    const { apiKey, token } = bench();
    const swapped: [string, () => unknown, RegExp][] = [
      [token, () => new TrainAR({ apiKey: token }), /an OpenTrain token.*tak_/],
      [apiKey, () => new OpenTrain({ token: apiKey }), /a TrainAR key.*ot_pat_/],
    ];
    for (const [key, make, message] of swapped) {
      expect(make).toThrow(InvalidArgumentError);
      expect(make).toThrow(message);
      expect(make).not.toThrow(key);
    }
  });

  it('is refused from the environment as well', () => {
    const { apiKey, token } = bench();
    vi.stubEnv('TRAINAR_API_KEY', token);
    vi.stubEnv('OT_API_TOKEN', apiKey);
    expect(() => new TrainAR()).toThrow(InvalidArgumentError);
    expect(() => new OpenTrain()).toThrow(InvalidArgumentError);
  });

  it('is 401 where a client without such checks sends it', async () => {
    const { sandbox, apiKey, token } = bench();
    const swapped = [
      ['https://api.trainar.ai/v1/api-tenant-tasks', token],
      ['https://app.opentrain.ai/api/public/v1/auth/me', apiKey],
    ] as const;
    for (const [url, key] of swapped) {
      const headers = { authorization: `Bearer ${key}` };
      expect((await sandbox.fetch(url, { headers })).status).toBe(401);
    }
  });
});

describe('an empty id', () => {
  const taking = (operations: Readonly<Record<string, Operation>>) =>
    Object.values(operations).filter(({ pathParams = [], requiredQuery = [] }) =>
      [...pathParams, ...requiredQuery].some((name) => /id/i.test(name)),
    );
  const cases = [
    ...taking(trainarOperations).map(({ id }) => ['trainar', id] as const),
    ...taking(openTrainOperations).map(({ id }) => ['ot', id] as const),
  ];

  it('can be given to many calls', () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)('is refused before a byte is sent: %s.%s', async (client, operationId) => {
    const made = bench();
    const [resource, method] = operationId.split('.') as [string, string];
    const owner = (made[client] as unknown as Record<string, Record<string, unknown>>)[resource];
    const call = owner?.[method] as (...args: unknown[]) => PromiseLike<unknown>;
    for (const id of ['', '  ', '.', '..', undefined]) {
      const error = await rejection(call.call(owner, id, {}));
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect((error as Error).message).toContain('a non-empty id is needed');
    }
    expect([...made.sandbox.requests]).toEqual([]);
  });
});

describe('an unknown field value', () => {
  const wizard = 'WIZARD' as 'INTERMEDIATE';

  it('is a typed error that names the field', async () => {
    const { trainar, ot } = bench();
    const task = await trainar.tasks.create({ title: 'Check the pump' });
    const { jobId } = await ot.jobDrafts.create({ text: 'Label photos.' });
    const calls: [PromiseLike<unknown>, string][] = [
      [trainar.tasks.create({ title: 'Check', priority: 'whenever' as 'low' }), 'priority'],
      [trainar.tasks.update(task.id, { status: 'paused' as 'completed' }), 'status'],
      [ot.jobDrafts.update(jobId, { experienceLevel: wizard }), 'experienceLevel'],
      [ot.jobDrafts.update(jobId, { colour: 'red' } as object), 'colour'],
      [ot.jobs.search({ payType: 'PAY_PER_YEAR' as 'PAY_PER_HOUR' }), 'payType'],
      [ot.contracts.list({ status: 'paused' as 'active' }), 'status'],
      [
        ot.webhooks.create({
          url: 'https://hooks.example.com/',
          eventTypes: ['proposal.withdrawn' as 'proposal.received'],
        }),
        'eventTypes',
      ],
    ];
    for (const [call, field] of calls) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(BadRequestError);
      expect((error as Error).message).toContain(field);
    }
    expect((await trainar.tasks.list()).items).toMatchObject([{ id: task.id, status: 'open' }]);
  });

  it('among the answers to a draft’s questions is refused before anything is stored', async () => {
    const { sandbox, ot } = bench();
    const draft = await ot.jobDrafts.create({ text: 'Label photos.' });
    const error = await rejection(
      ot.jobDrafts.complete(draft, ({ enumValues, type }) => {
        if (enumValues) return wizard;
        return type === 'number' ? 1 : 'x';
      }),
    );
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toMatch(/"WIZARD" is not one of .*PAY_PER_HOUR/);
    expect(sandbox.requests.list({ operationId: 'jobDrafts.update' })).toEqual([]);
  });
});

describe('a body that is not JSON', () => {
  it.each(['{"title":"Check', '<task/>', '{title: 1}'])(
    'is refused when sent: %s',
    async (body) => {
      const { sending, trainarWith, openTrainWith } = bench();
      const fetch = sending(body);
      const calls = [
        trainarWith({ fetch }).tasks.create({ title: 'Check' }),
        openTrainWith({ fetch }).jobDrafts.create({ text: 'Label photos.' }),
      ];
      for (const call of calls) {
        const error = await rejection(call);
        expect(error).toBeInstanceOf(BadRequestError);
        expect((error as Error).message).toContain('JSON');
      }
    },
  );

  it.each([
    ['a page', '<!doctype html><title>Hi</title>'],
    ['cut off', '{"jobs":['],
    ['empty', ''],
  ])('is refused when answered with 200: %s', async (_, body) => {
    const { sandbox, ot, trainar } = bench();
    sandbox.faults.inject({ status: 200, body, times: 2 });
    for (const call of [ot.auth.me(), trainar.users.list()]) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(UnexpectedResponseError);
      expect(error).toMatchObject({ status: 200 });
      if (body) expect((error as Error).message).not.toContain(body);
    }
  });

  it('from a proxy that fails is the failure it is', async () => {
    const { sandbox, ot } = bench();
    const body = '<html><h1>502 Bad Gateway</h1></html>';
    sandbox.faults.inject({ operationId: 'auth.me', status: 502, body });
    const error = await rejection(ot.auth.me({ maxRetries: 0 }));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, operationId: 'auth.me' });
  });
});

describe('3 MB', () => {
  it('as an answer to a draft’s question are refused before a byte is sent', async () => {
    const { sandbox, ot } = bench();
    const draft = await ot.jobDrafts.create({ text: 'Label photos.' });
    const sent = [...sandbox.requests].length;
    const error = await rejection(ot.jobDrafts.complete(draft, () => threeMegabytes));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message.length).toBeLessThan(200);
    expect([...sandbox.requests]).toHaveLength(sent);
  });

  it('as the text of a draft are refused before a byte is sent', async () => {
    const { sandbox, ot } = bench();
    const error = await rejection(ot.jobDrafts.create({ text: threeMegabytes }));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect([...sandbox.requests]).toEqual([]);
  });

  it('as a platform’s answer are read', async () => {
    const { sandbox, trainar } = bench();
    const body = [{ id: '1', title: threeMegabytes }];
    sandbox.faults.inject({ operationId: 'tasks.list', status: 200, body });
    expect((await trainar.tasks.list()).items[0]?.title).toHaveLength(3_000_000);
  });

  it('as a platform’s answer are refused by a client that is told to', async () => {
    const { sandbox, trainarWith } = bench();
    const body = [{ id: '1', title: threeMegabytes }];
    sandbox.faults.inject({ operationId: 'tasks.list', status: 200, body });
    const error = await rejection(trainarWith({ maxResponseBytes: 1_000_000 }).tasks.list());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect((error as Error).message).toContain('maxResponseBytes');
  });

  it('as a call’s body are refused by the platform, and not stored', async () => {
    const { sandbox, trainar, ot } = bench();
    const calls = [
      trainar.tasks.create({ title: 'Check', description: threeMegabytes }),
      ot.messages.send({ conversationId: 'cnv_1', content: threeMegabytes }),
    ];
    for (const call of calls) {
      const error = await rejection(call);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 400 });
      expect((error as Error).message.length).toBeLessThan(300);
    }
    expect((await trainar.tasks.list()).items).toEqual([]);
    expect(JSON.stringify([...sandbox.requests]).length).toBeLessThan(10_000);
  });
});
