import { describe, expect, it, vi } from 'vitest';
import { RateLimitError, ServerError } from '../../../src/core/api-error.ts';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { type Answer, fakeFetch, json, networkFailure } from '../../support/fake-fetch.ts';
import { closeJob, createJob, getJob, key, rejection, transport } from '../../support/transport.ts';

const path = { id: 'job_1' };
const overloaded = () => json({ error: 'busy', code: 'X' }, 503);

describe('a call that may be repeated', () => {
  it.each<[string, Answer]>([
    ['429', json({}, 429)],
    ['502', new Response('<html>', { status: 502 })],
    ['503', overloaded()],
    ['504', json({}, 504)],
    ['a broken connection', networkFailure('ECONNRESET')],
    ['a refused connection', networkFailure('ECONNREFUSED')],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error('cut')) })),
    ],
  ])('is tried again after %s', async (_, trouble) => {
    const fetch = fakeFetch(trouble, trouble, json({ ok: true }));
    expect(await transport({ fetch }).call(getJob, { path })).toEqual({ ok: true });
    expect(fetch.sent).toHaveLength(3);
  });

  it('is given up after three attempts, with the last error', async () => {
    const fetch = fakeFetch(overloaded(), overloaded(), json({ error: 'last', code: 'X' }, 502));
    const error = await rejection(transport({ fetch }).call(getJob, { path }));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502 });
    expect(fetch.sent).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 500, 501])('is not tried again after %i', async (status) => {
    const fetch = fakeFetch(json({}, status));
    expect(await rejection(transport({ fetch }).call(getJob, { path }))).toMatchObject({ status });
    expect(fetch.sent).toHaveLength(1);
  });

  it('is not tried again after its time was up', async () => {
    const fetch = fakeFetch(() => new Promise<Response>(() => {}));
    const error = await rejection(transport({ fetch }).call(getJob, { path }, { timeoutMs: 2 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(fetch.sent).toHaveLength(1);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 6],
    [-1, 1],
    [Number.NaN, 1],
  ])('with maxRetries %s is tried %i times', async (maxRetries, times) => {
    const forClient = fakeFetch(overloaded());
    await rejection(transport({ fetch: forClient, maxRetries }).call(getJob, { path }));
    expect(forClient.sent).toHaveLength(times);
    const forCall = fakeFetch(overloaded());
    const api = transport({ fetch: forCall, maxRetries: 9 });
    await rejection(api.call(getJob, { path }, { maxRetries }));
    expect(forCall.sent).toHaveLength(times);
  });

  it('is the same request each time: method, URL, headers, body', async () => {
    const fetch = fakeFetch(overloaded(), networkFailure('ECONNRESET'), json({}));
    const body = { reason: 'filled €', idempotencyKey: 'k1' };
    await transport({ fetch }).call(closeJob, { path, body }, { headers: { 'X-Trace': 't' } });
    const seen = fetch.sent.map(({ method, url, headers, body: text, redirect }) =>
      JSON.stringify([method, url.href, [...headers], text, redirect]),
    );
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain('idempotencyKey');
    expect(seen[0]).toContain(key);
  });

  it('may have no body at all', async () => {
    const fetch = fakeFetch(overloaded(), json({ ok: 1 }));
    expect(await transport({ fetch }).call(closeJob, { path })).toEqual({ ok: 1 });
    expect(fetch.sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', ''],
      ['POST', ''],
    ]);
  });
});

describe('a write that is not safe to repeat', () => {
  const body = { title: 'x' };

  it.each<[string, Answer]>([
    ['429', json({}, 429)],
    ['503', overloaded()],
    ['a broken connection', networkFailure('ECONNRESET')],
    ['a connection nobody knows more of', new TypeError('Failed to fetch')],
    ['an unreachable host', networkFailure('EHOSTUNREACH')],
  ])('is sent once, whatever happens: %s', async (_, trouble) => {
    const fetch = fakeFetch(trouble);
    await rejection(transport({ fetch }).call(createJob, { body }));
    expect(fetch.sent).toHaveLength(1);
  });

  it('is tried again when it can not have left the machine', async () => {
    const fetch = fakeFetch(
      networkFailure('ECONNREFUSED'),
      networkFailure('ENOTFOUND'),
      json({ id: 1 }, 201),
    );
    expect(await transport({ fetch }).call(createJob, { body })).toEqual({ id: 1 });
    expect(fetch.sent.map((sent) => sent.body)).toEqual(Array(3).fill('{"title":"x"}'));
  });

  it('tells whether it may have arrived', async () => {
    const fail = (code: string) =>
      rejection(transport({ fetch: fakeFetch(networkFailure(code)) }).call(createJob, { body }));
    expect(await fail('ECONNRESET')).toMatchObject({ mayHaveHappened: true });
    expect(await fail('ECONNREFUSED')).toMatchObject({ mayHaveHappened: false });
    expect(await fail('ECONNREFUSED')).toBeInstanceOf(ConnectionError);
  });
});

describe('the wait before a repeat', () => {
  it('is drawn anew each time, from a range that doubles', async () => {
    const clock = new FakeClock();
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const fetch = fakeFetch(overloaded());
    await rejection(transport({ fetch, clock, maxRetries: 4 }).call(getJob, { path }));
    random.mockRestore();
    expect(clock.sleeps).toEqual([250, 500, 1_000, 2_000]);
  });

  it('is what the platform asked for: header, date, details', async () => {
    const clock = new FakeClock();
    const date = new Date(clock.now() + 16_000).toUTCString();
    const fetch = fakeFetch(
      json({}, 503, { 'retry-after': '3' }),
      json({ error: 'x', code: 'X', details: { retryAfterSeconds: 13 } }, 429),
      json({}, 503, { 'retry-after': date }),
      json({ ok: true }),
    );
    await transport({ fetch, clock, maxRetries: 3 }).call(getJob, { path });
    // 3 s and 13 s have passed when the date is read.
    expect(clock.sleeps).toEqual([3_000, 13_000, 0]);
  });

  it('is left to the caller above a minute: at once, with the seconds', async () => {
    const clock = new FakeClock();
    const fetch = fakeFetch(json({}, 429, { 'retry-after': '3600' }));
    const error = await rejection(transport({ fetch, clock }).call(getJob, { path }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterSeconds: 3_600 });
    expect(clock.sleeps).toEqual([]);
    expect(fetch.sent).toHaveLength(1);
  });

  it('ends at once when the caller aborts, with the own reason', async () => {
    const clock = new FakeClock({ auto: false });
    const controller = new AbortController();
    const reason = new Error('enough');
    const fetch = fakeFetch(json({}, 503, { 'retry-after': '30' }));
    const call = transport({ fetch, clock }).call(getJob, { path }, { signal: controller.signal });
    const ended = rejection(call);
    await settled();
    expect(clock.sleeps).toEqual([30_000]);
    controller.abort(reason);
    expect(await ended).toBe(reason);
    await clock.advance(60_000);
    expect(fetch.sent).toHaveLength(1);
  });

  it('leaves room to others in the queue', async () => {
    const clock = new FakeClock({ auto: false });
    const fetch = fakeFetch(json({}, 503, { 'retry-after': '30' }), json({ n: 2 }), json({ n: 3 }));
    const api = transport({ fetch, clock, pace: { maxConcurrent: 1 } });
    const first = api.call(getJob, { path });
    const second = api.call(getJob, { path });
    const firstDone = first.then((body) => body);
    expect(await second).toEqual({ n: 2 });
    await clock.advance(30_000);
    expect(await firstDone).toEqual({ n: 3 });
  });
});

describe('an abort', () => {
  it('before the call sends nothing', async () => {
    const reason = new Error('enough');
    const fetch = fakeFetch(json({}));
    const signal = AbortSignal.abort(reason);
    expect(await rejection(transport({ fetch }).call(getJob, { path }, { signal }))).toBe(reason);
    expect(fetch.sent).toEqual([]);
  });

  it('under way is not taken for trouble, whatever its reason looks like', async () => {
    const controller = new AbortController();
    const reason = new ConnectionError('other.call', networkFailure('ECONNREFUSED'));
    const fetch = fakeFetch(() => {
      controller.abort(reason);
      return new Promise<Response>(() => {});
    });
    const { signal } = controller;
    expect(await rejection(transport({ fetch }).call(getJob, { path }, { signal }))).toBe(reason);
    expect(fetch.sent).toHaveLength(1);
  });

  it('in the queue of the pace frees the place', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let answer = (_: Response) => {};
    const fetch = fakeFetch(
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
      json({ n: 2 }),
    );
    const api = transport({ fetch, pace: { maxConcurrent: 1 } });
    const first = api.call(getJob, { path }).then((body) => body);
    await settled();
    const queued = rejection(api.call(getJob, { path }, { signal: controller.signal }));
    const third = api.call(getJob, { path }).then((body) => body);
    await settled();
    controller.abort(reason);
    expect(await queued).toBe(reason);
    answer(json({ n: 1 }));
    expect(await Promise.all([first, third])).toEqual([{ n: 1 }, { n: 2 }]);
    expect(fetch.sent).toHaveLength(2);
  });
});
