import assert from 'node:assert';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import {
  type ApiError,
  AuthenticationError,
  ServerError,
  UnexpectedResponseError,
} from '../../../src/core/api-error.ts';
import { TimeoutError } from '../../../src/core/connection-error.ts';
import type { FailureInfo, RequestInfo, ResponseInfo } from '../../../src/core/hooks.ts';
import { fakeFetch, json, networkFailure, stalledBody } from '../../support/fake-fetch.ts';
import { strayRejections } from '../../support/stray-rejections.ts';
import { createJob, getJob, key, rejection, transport } from '../../support/transport.ts';

const path = { id: 'job_1' };

describe('an answer', () => {
  it('is the parsed body, with the response when asked for', async () => {
    const fetch = fakeFetch(json({ id: 'job_1' }, 201, { 'x-request-id': 'req_9', etag: 'e' }));
    const call = transport({ fetch }).call<{ id: string }>(createJob, { body: {} });
    expect(await call).toEqual({ id: 'job_1' });
    const { data, response, requestId } = await call.withResponse();
    expect(data).toBe(await call);
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('e');
    expect(requestId).toBe('req_9');
    expect(fetch.sent).toHaveLength(1);
  });

  it.each([null, 0, false, '', 'text', [], [1]])('may be any JSON: %j', async (body) => {
    const fetch = fakeFetch(json(body));
    expect(await transport({ fetch }).call(getJob, { path })).toEqual(body);
  });

  it('may be without content where something was deleted', async () => {
    const fetch = fakeFetch(new Response(null, { status: 204 }));
    const remove = { ...getJob, method: 'DELETE' } as const;
    expect(await transport({ fetch }).call(remove, { path })).toEqual({});
  });

  it('may be of any success status, so that a 202 can be told from a 200', async () => {
    const call = transport({ fetch: fakeFetch(json({ a: 1 }, 202)) }).call(createJob, { body: {} });
    expect((await call.withResponse()).response.status).toBe(202);
  });
});

describe('a success that is none', () => {
  it.each<[string, Response, RegExp]>([
    ['empty', new Response('', { status: 200 }), /The body is empty/],
    ['without content', new Response(null, { status: 204 }), /The body is empty/],
    ['empty, and saying so', new Response('', { headers: { 'content-length': '0' } }), /is empty/],
    ['cut short', new Response('{"id":"job'), /not JSON; check baseUrl/],
    ['a page', new Response('<html>hi</html>'), /not JSON; check baseUrl/],
  ])('is told as what it is: %s', async (_, response, why) => {
    const fetch = fakeFetch(response);
    const error = await rejection(transport({ fetch }).call(getJob, { path }));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ status: response.status, operationId: 'jobs.get' });
    expect((error as Error).message).toMatch(why);
    expect(fetch.sent).toHaveLength(1);
  });

  it('is told with the platform’s reference of the call', async () => {
    const fetch = fakeFetch(new Response('x', { headers: { 'x-request-id': 'req_9' } }));
    const error = await rejection(transport({ fetch }).call(getJob, { path }));
    expect(error).toMatchObject({ requestId: 'req_9' });
  });

  it('is told when it is larger than allowed', async () => {
    const fetch = fakeFetch(json({ text: 'x'.repeat(100) }));
    const api = transport({ fetch, maxResponseBytes: 99 });
    const error = await rejection(api.call(getJob, { path }));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect((error as Error).message).toContain('larger than maxResponseBytes');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'is not followed, and no key leaves with it: %i',
    async (status) => {
      const location = 'https://evil.example/claim?token=ot_cat_S3cret';
      const fetch = fakeFetch(new Response(null, { status, headers: { location } }));
      const error = await rejection(transport({ fetch }).call(getJob, { path }));
      expect(error).toBeInstanceOf(UnexpectedResponseError);
      expect((error as Error).message).toContain('https://evil.example/claim?token=ot_cat_***');
      expect(fetch.sent.map(({ redirect }) => redirect)).toEqual(['manual']);
      expect(fetch.sent.map(({ url }) => url.host)).toEqual(['api.example.com']);
    },
  );

  it('without a place is still one', async () => {
    const fetch = fakeFetch(new Response(null, { status: 304 }));
    const error = await rejection(transport({ fetch }).call(getJob, { path }));
    expect((error as Error).message).toContain('Redirected to another place');
  });
});

describe('a refusal', () => {
  it("is read by the product's own reader", async () => {
    const body = { error: 'No such key.', code: 'UNAUTHORIZED', requestId: 'req_1' };
    const error = await rejection(
      transport({ fetch: fakeFetch(json(body, 401)) }).call(getJob, { path }),
    );
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      code: 'UNAUTHORIZED',
      requestId: 'req_1',
      operationId: 'jobs.get',
    });
  });

  it('of a proxy is a ServerError, page and all', async () => {
    const page = new Response('<html><h1>502 Bad Gateway</h1></html>', { status: 502 });
    const error = await rejection(
      transport({ fetch: fakeFetch(page) }).call(createJob, { body: {} }),
    );
    expect(error).toBeInstanceOf(ServerError);
    expect((error as Error).message).toContain('Not JSON: 502 Bad Gateway');
  });

  it('too large to read keeps its class', async () => {
    const page = new Response('x'.repeat(500), { status: 502 });
    const api = transport({ fetch: fakeFetch(page), maxResponseBytes: 100 });
    const error = await rejection(api.call(createJob, { body: {} }));
    expect(error).toBeInstanceOf(ServerError);
    expect((error as Error).message).toContain('larger than maxResponseBytes');
  });
});

describe('a stalled answer', () => {
  it('ends with the time of the call, or else of the client', async () => {
    const fetch = fakeFetch(() => stalledBody());
    const patient = transport({ fetch, timeoutMs: 60_000 });
    const byCall = await rejection(patient.call(getJob, { path }, { timeoutMs: 3 }));
    expect(byCall).toBeInstanceOf(TimeoutError);
    expect(byCall).toMatchObject({ timeoutMs: 3 });
    const byClient = await rejection(transport({ fetch, timeoutMs: 4 }).call(getJob, { path }));
    expect(byClient).toMatchObject({ timeoutMs: 4 });
  });
});

describe('hooks', () => {
  it('are told of each attempt, before and after', async () => {
    const told: [string, RequestInfo | ResponseInfo | FailureInfo][] = [];
    const fetch = fakeFetch(json({}, 503), networkFailure('ECONNRESET'), json({}));
    const api = transport({
      fetch,
      onRequest: (info) => told.push(['request', info]),
      onResponse: (info) => told.push(['response', info]),
      onError: (info) => told.push(['error', info]),
    });
    await api.call(getJob, { path: { id: 'ot_pat_S3cret' } });
    const info = {
      operationId: 'jobs.get',
      method: 'GET',
      url: 'https://api.example.com/jobs/ot_pat_***',
    };
    expect(told).toEqual([
      ['request', { ...info, attempt: 1 }],
      ['response', { ...info, attempt: 1, status: 503, durationMs: expect.any(Number) }],
      ['request', { ...info, attempt: 2 }],
      [
        'error',
        {
          ...info,
          attempt: 2,
          error: expect.objectContaining({ name: 'ConnectionError', code: 'ECONNRESET' }),
          durationMs: expect.any(Number),
        },
      ],
      ['request', { ...info, attempt: 3 }],
      ['response', { ...info, attempt: 3, status: 200, durationMs: expect.any(Number) }],
    ]);
  });

  it('are told of an attempt that was called off, with the reason', async () => {
    const onError = vi.fn();
    const fetch = fakeFetch(() => stalledBody());
    const stop = new AbortController();
    const call = rejection(
      transport({ fetch, onError }).call(getJob, { path }, { signal: stop.signal }),
    );
    stop.abort('enough');
    expect(await call).toBe('enough');
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ operationId: 'jobs.get', attempt: 1, error: 'enough' }),
    );
  });

  it.each([
    ['throws', () => assert.fail('mine')],
    ['rejects', () => Promise.reject(new TypeError('mine'))],
  ])('never fail a call: one that %s is told to the logger', async (_, hook) => {
    const logger = { debug: vi.fn(), warn: vi.fn() };
    const fetch = fakeFetch(networkFailure('ECONNREFUSED'), json({ id: 1 }, 201));
    const hooks = { onRequest: hook, onResponse: hook, onError: hook, logger };
    const api = transport({ fetch, ...hooks });
    const strays = await strayRejections(async () => {
      expect(await api.call(createJob, { body: { title: 'x' } })).toEqual({ id: 1 });
    });
    expect(strays).toEqual([]);
    const lines = logger.warn.mock.calls.map(([line]) => line);
    expect(lines.filter((line) => /jobs.create: a hook threw \w+Error/.test(line))).toHaveLength(4);
    expect(lines.join()).not.toContain('mine');
  });

  it('may be a logger alone, which gets a line an attempt and one a repeat', async () => {
    const logger = { debug: vi.fn(), warn: vi.fn() };
    const fetch = fakeFetch(
      json({}, 503, { 'retry-after': '2' }),
      networkFailure('ECONNRESET'),
      json({}),
    );
    await transport({ fetch, logger }).call(getJob, { path });
    expect(logger.debug.mock.calls.map(([line]) => line.replace(/\d+ ms/, 'N ms'))).toEqual([
      'jobs.get: 503 after N ms (attempt 1)',
      'jobs.get: ConnectionError after N ms (attempt 2)',
      'jobs.get: 200 after N ms (attempt 3)',
    ]);
    expect(logger.warn.mock.calls.map(([line]) => line.replace(/\d+ ms/, 'N ms'))).toEqual([
      'jobs.get: again in N ms after ServerError',
      'jobs.get: again in N ms after ConnectionError',
    ]);
  });
});

describe('the key', () => {
  it('is in no error and no log, whatever goes wrong', async () => {
    const echo = { error: `Bad key ${key}`, code: 'X', details: { header: `Bearer ${key}` } };
    const troubles = [
      json(echo, 401),
      json(echo, 403),
      json(echo, 500),
      new Response(`<html>${key}</html>`, { status: 502 }),
      new Response(null, { status: 302, headers: { location: `https://x.example/?k=${key}` } }),
      new Response(`not JSON ${key}`),
      networkFailure('ECONNRESET'),
    ];
    const lines: unknown[] = [];
    const logger = {
      debug: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(line),
    };
    const note = (info: unknown) => lines.push(inspect(info));
    for (const trouble of troubles) {
      const api = transport({
        fetch: fakeFetch(trouble),
        logger,
        onRequest: note,
        onResponse: note,
        onError: note,
      });
      const error = (await rejection(api.call(getJob, { path }))) as ApiError;
      lines.push(error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9 }));
    }
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.join('\n')).not.toContain('S3cret');
  });
});

it('a call that fails leaves no stray rejection when only its response is asked for', async () => {
  const api = transport({ fetch: fakeFetch(json({}, 404)) });
  const strays = await strayRejections(() =>
    api
      .call(getJob, { path })
      .withResponse()
      .catch(() => {}),
  );
  expect(strays).toEqual([]);
});
