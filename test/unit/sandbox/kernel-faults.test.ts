import { describe, expect, it } from 'vitest';
import { Faults } from '../../../src/sandbox/kernel/faults.ts';
import { aviary } from './kernel-fixture.ts';

describe('a fault', () => {
  it('hits the named operation as often as told, in the product’s envelope', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({
      operationId: 'birds.list',
      status: 503,
      times: 2,
      headers: { 'retry-after': '1' },
    });
    expect((await call('/birds/none')).status).toBe(404);
    const first = await call('/birds');
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await first.json()).toMatchObject({ code: 'FAULT' });
    expect((await call('/birds')).status).toBe(503);
    expect((await call('/birds')).status).toBe(200);
    expect(kernel.requests.list({ status: 503 })).toMatchObject([
      { gate: 'fault' },
      { gate: 'fault' },
    ]);
  });

  it('answers with a body of its own, such as a proxy’s page', async () => {
    const { kernel, call } = aviary();
    const headers = { 'content-type': 'text/html' };
    kernel.faults.inject({ status: 502, body: '<h1>Bad gateway</h1>', headers });
    const response = await call('/birds');
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toBe('<h1>Bad gateway</h1>');
  });

  it('of the product is what a page can read, where it could read the answer', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ status: 503, times: 2 });
    const open = await call('/birds/none');
    expect(open.status).toBe(503);
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    expect(open.headers.get('cache-control')).toBeNull();
    const guarded = await call('/birds/mine', { as: 'reader' });
    expect(guarded.status).toBe(503);
    expect(guarded.headers.get('access-control-allow-origin')).toBeNull();
    // Something in between knows nothing of browsers.
    kernel.faults.inject({ status: 502, body: '<h1>Bad gateway</h1>' });
    const between = await call('/birds/none');
    expect(between.status).toBe(502);
    expect(between.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('leaves alone what a browser asks before a call', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ status: 503 });
    expect((await call('/birds/none', { method: 'OPTIONS' })).status).toBe(204);
    expect((await call('/birds/none')).status).toBe(503);
  });

  it('breaks the connection before anything happened', async () => {
    const { kernel, call, controls } = aviary();
    kernel.faults.inject({ drop: true });
    const body = JSON.stringify({ name: 'wren' });
    await expect(call('/birds', { as: 'writer', method: 'POST', body })).rejects.toThrow(TypeError);
    expect(controls.nest.size()).toBe(0);
    expect(kernel.requests.last()?.status).toBeUndefined();
  });

  it('breaks the connection after the call took effect', async () => {
    const { kernel, call, controls } = aviary();
    kernel.faults.inject({ drop: 'response' });
    const body = JSON.stringify({ name: 'wren' });
    await expect(call('/birds', { as: 'writer', method: 'POST', body })).rejects.toThrow(
      'fetch failed',
    );
    expect(controls.nest.size()).toBe(1);
  });

  it('holds a call up on the sandbox’s clock', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ latencyMs: 30_000 });
    const started = kernel.clock.now();
    const answer = call('/birds').then(() => kernel.clock.now() - started);
    await kernel.clock.advance('1m');
    expect(await answer).toBeGreaterThanOrEqual(30_000);
  });

  it('needs nobody to advance where time jumps by itself', async () => {
    const { kernel, call } = aviary({ time: 'auto' });
    kernel.faults.inject({ latencyMs: 30_000 });
    const started = kernel.clock.now();
    await call('/birds');
    expect(kernel.clock.now() - started).toBe(30_000);
  });

  it('can last, be removed, and be cleared', async () => {
    const { kernel, call } = aviary();
    const id = kernel.faults.inject({ product: 'aviary', status: 500, times: 'always' });
    kernel.faults.inject({ product: 'another', status: 501, times: 'always' });
    for (let i = 0; i < 3; i += 1) expect((await call('/birds/1')).status).toBe(500);
    kernel.faults.remove(id);
    expect((await call('/birds/1')).status).toBe(404);
    kernel.faults.clear();
    expect(kernel.faults.list()).toEqual([]);
  });

  it('is the one that was injected, whatever becomes of the object it was told by', async () => {
    const { kernel, call } = aviary();
    const fault = { operationId: 'birds.get', status: 503 };
    kernel.faults.inject(fault);
    fault.operationId = 'birds.list';
    expect((await call('/birds/1')).status).toBe(503);
  });

  it.each([204, 205, 304])('answers with a status that has no body: %d', async (status) => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ status, times: 2 });
    expect((await call('/birds')).status).toBe(status);
    kernel.faults.inject({ status, body: { birds: [] } });
    const response = await call('/birds');
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it.each([
    { status: 199 },
    { status: 600 },
    { status: 503.5 },
    { status: Number.NaN },
    { latencyMs: -1 },
    { latencyMs: Number.NaN },
    { latencyMs: Number.POSITIVE_INFINITY },
    { delivery: 'delay', latencyMs: Number.POSITIVE_INFINITY } as const,
  ])('cannot be %j', (fault) => {
    expect(() => new Faults().inject(fault)).toThrow(RangeError);
  });

  it('cannot be what JSON let through and no type would', () => {
    const faults = new Faults();
    expect(() => faults.inject(JSON.parse('{"drop":"request"}'))).toThrow(RangeError);
    expect(() => faults.inject(JSON.parse('{"status":"503"}'))).toThrow(RangeError);
    expect(() => faults.inject({ status: 503, headers: { 'retry after': '1' } })).toThrow(
      TypeError,
    );
    expect(faults.list()).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot happen %d times', (times) => {
    expect(() => new Faults().inject({ status: 500, times })).toThrow(RangeError);
  });
});

describe('a fault that comes every so often', () => {
  it('lets others pass in between, and counts those it hits', async () => {
    const { kernel, call } = aviary({ limits: { 'rate.birds.list': 100 } });
    kernel.faults.inject({ operationId: 'birds.list', status: 503, every: 3, times: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 9; i += 1) statuses.push((await call('/birds')).status);
    expect(statuses).toEqual([200, 200, 503, 200, 200, 503, 200, 200, 200]);
  });

  it('goes on counting where a snapshot was taken', async () => {
    const first = aviary();
    first.kernel.faults.inject({ status: 500, every: 2 });
    expect((await first.call('/birds/1')).status).toBe(404);
    const second = aviary();
    second.kernel.restore(first.kernel.snapshot());
    expect((await second.call('/birds/1')).status).toBe(500);
  });

  it('leaves a snapshot alone that was taken before', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ status: 500, every: 2 });
    const [before] = kernel.faults.snapshot();
    await call('/birds/1');
    expect(before).toMatchObject({ met: 0 });
  });

  it.each([0, -1, 1.5])('cannot come every %d', (every) => {
    expect(() => new Faults().inject({ status: 500, every })).toThrow(RangeError);
  });
});

describe('a fault that could never hit', () => {
  it('is refused: a kind that deliveries do not know', () => {
    const vanish = { delivery: 'vanish' } as unknown as { delivery: 'lose' };
    expect(() => new Faults().inject(vanish)).toThrow('lose');
  });

  it.each([undefined, 0, Number.NaN])('is refused: a delay of %s', (latencyMs) => {
    const delay = { delivery: 'delay', ...(latencyMs !== undefined && { latencyMs }) } as const;
    expect(() => new Faults().inject(delay)).toThrow('latencyMs');
  });

  it('is refused: an operation that no product has', () => {
    const faults = new Faults((operationId) => operationId === 'jobs.get');
    expect(() => faults.inject({ operationId: 'jobs.nope', status: 503 })).toThrow('jobs.nope');
    expect(faults.inject({ operationId: 'jobs.get', status: 503 })).toBe(1);
  });
});
