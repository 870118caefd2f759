import { afterEach, describe, expect, it, vi } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { Transport } from '../../../src/core/transport.ts';
import { fakeFetch, json } from '../../support/fake-fetch.ts';
import {
  closeJob,
  createJob,
  getJob,
  key,
  pollClaim,
  product,
  rejection,
  searchJobs,
  transport,
} from '../../support/transport.ts';

/** A platform that keeps ids in the query string. */
const updateTask: Operation = {
  id: 'tasks.update',
  method: 'PATCH',
  path: '/tasks',
  query: ['task_id', 'source'],
  requiredQuery: ['task_id'],
  success: [200],
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('what is sent', () => {
  it('is the method, path and query of the operation', async () => {
    const fetch = fakeFetch(json({ id: 'a/b' }));
    await transport({ fetch }).call(getJob, { path: { id: 'a/b?x=1#y' }, query: { view: 'full' } });
    const [sent] = fetch.sent;
    expect(sent?.method).toBe('GET');
    expect(sent?.url.href).toBe('https://api.example.com/jobs/a%2Fb%3Fx%3D1%23y?view=full');
    expect(sent?.body).toBe('');
    expect(sent?.headers.has('content-type')).toBe(false);
  });

  it('leaves out what is undefined or null in a query, and repeats lists', async () => {
    const fetch = fakeFetch(json({}));
    const query = { q: 'a b', cursor: undefined, none: null, tag: ['x', 'y'], limit: 5 };
    await transport({ fetch }).call(searchJobs, { query });
    expect(fetch.sent[0]?.url.search).toBe('?q=a%20b&tag=x&tag=y&limit=5');
  });

  it('has ids in the query where the platform wants them there', async () => {
    const fetch = fakeFetch(json({}));
    const query = { task_id: 't&1', source: 'n8n' };
    await transport({ fetch }).call(updateTask, { query });
    expect(fetch.sent[0]?.url.search).toBe('?task_id=t%261&source=n8n');
  });

  it('has a body as JSON', async () => {
    const fetch = fakeFetch(json({}, 201));
    await transport({ fetch }).call(createJob, { body: { title: 'ä', none: undefined, n: null } });
    expect(fetch.sent[0]?.body).toBe('{"title":"ä","n":null}');
    expect(fetch.sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('has a form as a form, without what is undefined', async () => {
    const fetch = fakeFetch(json({}));
    const body = { grant_type: 'a:b c', claim_token: 'x&y=z', email: undefined };
    await transport({ fetch }).call(pollClaim, { body });
    expect(fetch.sent[0]?.body).toBe('grant_type=a%3Ab+c&claim_token=x%26y%3Dz');
    expect(fetch.sent[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  });

  it('goes to the path of the base URL, with or without its slash', async () => {
    for (const baseUrl of ['https://api.example.com/v1', 'https://api.example.com/v1/']) {
      const fetch = fakeFetch(json({}));
      const api = transport({ fetch, baseUrl });
      expect(api.baseUrl).toBe('https://api.example.com/v1');
      await api.call(searchJobs);
      expect(fetch.sent[0]?.url.href).toBe('https://api.example.com/v1/jobs');
    }
  });

  it('goes where the option says, else the environment, else the product', async () => {
    vi.stubEnv('TRAINYARD_TEST_BASE_URL', 'http://localhost:4010/');
    expect(transport({}).baseUrl).toBe('http://localhost:4010');
    expect(transport({ baseUrl: 'https://a.example' }).baseUrl).toBe('https://a.example');
    vi.stubEnv('TRAINYARD_TEST_BASE_URL', '');
    expect(transport({}).baseUrl).toBe('https://api.example.com');
  });
});

describe('headers', () => {
  it('carry the key, what is accepted, and in Node who asks', async () => {
    const fetch = fakeFetch(json({}));
    await transport({ fetch }).call(getJob, { path: { id: '1' } });
    expect(Object.fromEntries(fetch.sent[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: `Bearer ${key}`,
      'user-agent': `trainyard/${packageJson.version}`,
    });
  });

  it('name nobody in a browser, which would ask the platform for leave first', async () => {
    vi.stubGlobal('process', { ...process, versions: undefined });
    vi.resetModules();
    const { Transport: Fresh } = await import('../../../src/core/transport.ts');
    vi.unstubAllGlobals();
    const fetch = fakeFetch(json({}));
    await new Fresh(product(), { fetch }).call(getJob, { path: { id: '1' } });
    expect(fetch.sent[0]?.headers.has('user-agent')).toBe(false);
  });

  it('carry no key with a tokenless call, which does not even ask for one', async () => {
    const fetch = fakeFetch(json({}));
    const askForKey = vi.fn(() => key);
    const api = transport({ fetch }, { key: askForKey });
    await api.call(searchJobs);
    await api.call(pollClaim, { body: { a: 'b' } });
    expect(fetch.sent.map(({ headers }) => headers.has('authorization'))).toEqual([false, false]);
    expect(askForKey).not.toHaveBeenCalled();
  });

  it('may name another JSON than the plain one, and leave a form a form', async () => {
    const fetch = fakeFetch(json({}));
    const api = transport({ fetch, headers: { 'content-type': 'application/merge-patch+json' } });
    await api.call(createJob, { body: { title: 'x' } });
    await api.call(pollClaim, { body: { a: 'b' } });
    const types = fetch.sent.map(({ headers }) => headers.get('content-type'));
    expect(types).toEqual(['application/merge-patch+json', 'application/x-www-form-urlencoded']);
  });

  it('may be added for every call and for one, the one winning', async () => {
    const fetch = fakeFetch(json({}));
    const api = transport({
      fetch,
      headers: { 'X-A': 'all', 'X-B': 'all', 'User-Agent': 'mine/1' },
    });
    await api.call(getJob, { path: { id: '1' } }, { headers: { 'x-b': 'one', 'X-C': 'one' } });
    await api.call(getJob, { path: { id: '1' } });
    const [first, second] = fetch.sent.map(({ headers }) => Object.fromEntries(headers));
    expect(first).toMatchObject({
      'x-a': 'all',
      'x-b': 'one',
      'x-c': 'one',
      'user-agent': 'mine/1',
    });
    expect(second).toMatchObject({ 'x-a': 'all', 'x-b': 'all' });
    expect(second).not.toHaveProperty('x-c');
  });

  it('of the caller never displace the key', async () => {
    const fetch = fakeFetch(json({}));
    const api = transport({ fetch, headers: { authorization: 'Bearer other' } });
    await api.call(getJob, { path: { id: '1' } }, { headers: { AUTHORIZATION: 'Bearer third' } });
    expect(fetch.sent[0]?.headers.get('authorization')).toBe(`Bearer ${key}`);
  });
});

describe('a fetch of one’s own', () => {
  it('is called with an address and what is to be sent, and anew for each attempt', async () => {
    const fetch = vi.fn(async (..._: Parameters<typeof globalThis.fetch>) => json({}, 503));
    const api = transport({ fetch, maxRetries: 1 });
    await rejection(api.call(closeJob, { path: { id: '1' }, body: { a: 1 } }));
    expect(fetch).toHaveBeenCalledTimes(2);
    const [first, second] = fetch.mock.calls.map(([url, init]) => ({ url, init }));
    for (const sent of [first, second]) {
      expect(sent).toEqual({
        url: 'https://api.example.com/jobs/1/close',
        init: {
          method: 'POST',
          headers: expect.any(Headers),
          body: '{"a":1}',
          redirect: 'manual',
          signal: expect.any(AbortSignal),
        },
      });
    }
    expect(first?.init).not.toBe(second?.init);
    expect(first?.init?.signal).not.toBe(second?.init?.signal);
  });
});

describe('the global fetch', () => {
  it('is looked up at each call, so that mocks started later see it', async () => {
    const api = new Transport(product(), {});
    for (const body of [1, 2]) {
      const fetch = fakeFetch(json({ body }));
      vi.stubGlobal('fetch', fetch);
      expect(await api.call(getJob, { path: { id: '1' } })).toEqual({ body });
      expect(fetch.sent).toHaveLength(1);
    }
  });

  it('is left alone when the client was given its own', async () => {
    const global = vi.fn();
    vi.stubGlobal('fetch', global);
    await transport({ fetch: fakeFetch(json({})) }).call(getJob, { path: { id: '1' } });
    expect(global).not.toHaveBeenCalled();
  });
});

describe('a client that can not be right', () => {
  it.each([
    ['baseUrl', { baseUrl: 'http://api.example.com' }],
    ['baseUrl', { baseUrl: '' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['headers.X-Key', { headers: { 'X-Key': `${key}\nX` } }],
    ['pace.maxConcurrent', { pace: { maxConcurrent: 0 } }],
  ])('is refused when it is made: %s of %j', (argument, options) => {
    let error: unknown;
    try {
      transport(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument });
    expect(String(error)).not.toContain(key);
  });
});

describe('a call that can not be right', () => {
  type Call = Parameters<Transport['call']>;
  it.each<[string, string, Operation, Call[1], Call[2]]>([
    ['an empty id', 'id', getJob, { path: { id: '' } }, {}],
    ['the id ".."', 'id', getJob, { path: { id: '..' } }, {}],
    ['an id that is undefined', 'id', getJob, { path: { id: undefined as unknown as string } }, {}],
    ['an empty id in the query', 'task_id', updateTask, { query: { task_id: ' ' } }, {}],
    ['no id in the query', 'task_id', updateTask, { query: { source: 'n8n' } }, {}],
    ['no query where one is needed', 'task_id', updateTask, {}, {}],
    ['a timeout of nothing', 'timeoutMs', searchJobs, {}, { timeoutMs: 0 }],
    ['an endless timeout', 'timeoutMs', searchJobs, {}, { timeoutMs: Number.POSITIVE_INFINITY }],
    ['a body of text', 'body', createJob, { body: 'text' as unknown as object }, {}],
    ['a body of null', 'body', createJob, { body: null as unknown as object }, {}],
    [
      'a header with a line break',
      'headers.X-Key',
      searchJobs,
      {},
      { headers: { 'X-Key': `${key}\r\nX: 1` } },
    ],
  ])('rejects before anything is sent: %s', async (_, argument, operation, args, options) => {
    const fetch = fakeFetch(json({}));
    const onRequest = vi.fn();
    const error = await rejection(transport({ fetch, onRequest }).call(operation, args, options));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument });
    expect(String(error)).not.toContain(key);
    expect(fetch.sent).toEqual([]);
    expect(onRequest).not.toHaveBeenCalled();
  });

  it('rejects where there is no key, and sends nothing', async () => {
    const fetch = fakeFetch(json({}));
    const none = () => {
      throw new InvalidArgumentError('token', 'pass { token }.');
    };
    const api = transport({ fetch }, { key: none });
    expect(await rejection(api.call(getJob, { path: { id: '1' } }))).toMatchObject({
      argument: 'token',
    });
    expect(fetch.sent).toEqual([]);
  });
});
