import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ApiError, BadRequestError, NotFoundError } from '../../../src/core/api-error.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import { OpenTrainPlatform } from '../../../src/platform/client.ts';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { TrainAR } from '../../../src/trainar/client.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { type Answer, fakeFetch, json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';

const token = 'ot_pat_pub1_S3cretS3cret';
const over = (...answers: Answer[]) => {
  const fetch = fakeFetch(...answers);
  const baseUrl = 'https://ot.example.com/behind';
  return { fetch, ot: new OpenTrain({ token, fetch, baseUrl, clock: new FakeClock() }) };
};

describe('a call that the contract does not know', () => {
  it('is sent with the key, its query and its body, and yields what came', async () => {
    const { fetch, ot } = over(json({ id: 'note_1' }, 201, { 'x-request-id': 'req_1' }));
    const sent = ot.request<{ id: string }>(
      'POST',
      '/api/public/v1/jobs/job%201/notes',
      { query: { draft: true, tag: ['a', 'b'] }, body: { text: 'é' } },
      { headers: { 'X-Beta': 'notes' } },
    );
    const { data, response, requestId } = await sent.withResponse();
    expect([data, response.status, requestId]).toEqual([{ id: 'note_1' }, 201, 'req_1']);
    const [{ method, url, headers, body }] = fetch.sent as [(typeof fetch.sent)[0]];
    expect([method, url.href, body]).toEqual([
      'POST',
      'https://ot.example.com/behind/api/public/v1/jobs/job%201/notes?draft=true&tag=a&tag=b',
      '{"text":"é"}',
    ]);
    expect(Object.fromEntries(headers)).toMatchObject({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-beta': 'notes',
    });
  });

  it.each([
    { method: 'GET', parts: {}, attempts: 3 },
    { method: 'POST', parts: {}, attempts: 1 },
    { method: 'PUT', parts: { idempotent: true }, attempts: 3 },
    { method: 'DELETE', parts: { idempotent: false }, attempts: 1 },
  ] as const)('is tried $attempts times as $method with $parts', async (made) => {
    const { fetch, ot } = over(json({ error: 'busy' }, 503));
    const error = await rejection(ot.request(made.method, '/new', made.parts));
    expect(error).toMatchObject({ status: 503, operationId: `${made.method} /new` });
    expect(fetch.sent).toHaveLength(made.attempts);
  });

  it('may be answered without content', async () => {
    const { ot } = over(new Response(null, { status: 204 }));
    expect(await ot.request('POST', '/new')).toEqual({});
  });

  it('fails as any call does, and names no secret that was in its path', async () => {
    const logged: string[] = [];
    const fetch = fakeFetch(json({ error: 'No.', code: 'BAD_REQUEST', details: {} }, 400));
    const log = (line: string) => logged.push(line);
    const ot = new OpenTrain({ token, fetch, logger: { debug: log, warn: log } });
    const error = await rejection(ot.request('POST', '/claims/ot_clm_abc_S3cret/end'));
    expect(error).toBeInstanceOf(BadRequestError);
    expect((error as ApiError).operationId).toBe('POST /claims/ot_clm_***/end');
    expect(`${(error as Error).message}${logged}`).not.toContain('S3cret');
    expect(logged).toHaveLength(1);
  });

  it('differs from no contract', async () => {
    const onDrift = vi.fn();
    const ot = new OpenTrain({ token, fetch: fakeFetch(json({ new: 1 })), onDrift });
    await ot.request('GET', '/new');
    await ot.auth.me();
    await vi.waitUntil(() => onDrift.mock.calls.length > 0);
    expect(onDrift.mock.calls).toEqual([[expect.objectContaining({ operationId: 'auth.me' })]]);
  });

  it('reaches the platform: what a call of its own would', async () => {
    const sandbox = createSandbox({ seed: 1 });
    const account = await sandbox.opentrain.createAccount();
    const ot = new OpenTrain({ token: account.token, fetch: sandbox.fetch });
    expect(await ot.request('GET', '/api/public/v1/auth/me')).toEqual(await ot.auth.me());
    const error = await rejection(ot.request('GET', '/api/public/v1/jobs/job_none'));
    expect(error).toBeInstanceOf(NotFoundError);
  });

  it('is one of each client', async () => {
    const fetch = fakeFetch(json({ ok: true }));
    const clients = [
      new TrainAR({ apiKey: 'tak_1', fetch }),
      new OpenTrainPlatform({ token: 'ot_ptk_a_b', fetch }),
    ];
    for (const client of clients) expect(await client.request('GET', '/new')).toEqual({ ok: true });
    expect(fetch.sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer tak_1',
      'Bearer ot_ptk_a_b',
    ]);
  });
});

describe('nothing is sent', () => {
  it.each([
    ['path', ['GET', 'jobs']],
    ['path', ['GET', '@evil.example']],
    ['path', ['GET', 'https://evil.example/jobs']],
    ['path', ['GET', '/jobs?limit=1']],
    ['path', ['GET', '/jobs#top']],
    ['path', ['GET', '/jobs/{id}']],
    ['path', ['GET', '/jobs\\..\\x']],
    ['path', ['GET', '/jobs/../admin']],
    ['path', ['GET', '/jobs/%2E./admin']],
    ['path', ['GET', '/a b']],
    ['path', ['GET', '/a\nb']],
    ['path', ['GET']],
    ['path', ['GET', '']],
    ['method', ['get', '/jobs']],
    ['method', ['/jobs']],
    ['body', ['GET', '/jobs', { body: {} }]],
    ['body', ['POST', '/jobs', { body: 'text' }]],
    ['timeoutMs', ['GET', '/jobs', {}, { timeoutMs: 0 }]],
  ])('when the %s can’t be right: %j', async (argument, args) => {
    const { fetch, ot } = over(json({}));
    const call = ot.request.bind(ot) as (...args: unknown[]) => Promise<unknown>;
    expect(await rejection(call(...args))).toMatchObject({
      name: 'InvalidArgumentError',
      argument,
    });
    expect(fetch.sent).toEqual([]);
  });

  it('anywhere but under the base URL, whatever the path', async () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '..',
      '%2e',
      '%2E',
      '@',
      ':',
      '//',
      'evil.example',
      'a',
      '%2f',
      ';',
      '&',
      '\\',
      '\t',
    );
    const path = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(path, async (path) => {
        const { fetch, ot } = over(json({}));
        await ot.request('GET', path).catch(() => {});
        for (const { url } of fetch.sent) {
          taken++;
          expect(url.origin).toBe('https://ot.example.com');
          expect(url.href).toBe(`https://ot.example.com/behind${path}`);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
