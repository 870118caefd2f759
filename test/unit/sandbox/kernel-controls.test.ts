import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/sandbox/kernel/kernel.ts';
import { aviary } from './kernel-fixture.ts';

function driven(origin = 'http://localhost:4010') {
  const { kernel, controls } = aviary();
  const request = async (path: string, init?: RequestInit) => {
    const response = await kernel.fetch(`${origin}/_sandbox/${path}`, init);
    return { status: response.status, body: await response.text() };
  };
  const post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    request(path, {
      method: 'POST',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(headers && { headers }),
    });
  const get = async (path: string) => JSON.parse((await request(path)).body);
  return { kernel, controls, request, post, get };
}

describe('controls over HTTP', () => {
  it('are the functions that code calls', async () => {
    const { controls, post } = driven();
    expect(controls.hatch('wren')).toEqual({ id: 'b1', name: 'wren' });
    expect(await post('aviary/hatch', ['owl'])).toEqual({
      status: 200,
      body: '{"id":"b2","name":"owl"}',
    });
    expect(await post('aviary/hatch', 'tit')).toMatchObject({ status: 200 });
    expect(await post('aviary/nest/size')).toEqual({ status: 200, body: '3' });
  });

  it('say what is wrong', async () => {
    const { post, request } = driven();
    expect((await post('aviary/sing')).status).toBe(404);
    expect((await request('aviary/hatch', { method: 'DELETE' })).status).toBe(405);
    expect((await request('aviary/hatch', { method: 'POST', body: '{' })).status).toBe(400);
    const wrong = await post('clock/advance', { by: 'soon' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('Not a duration: soon');
  });

  it('move time', async () => {
    const { post } = driven();
    expect(await post('clock/advance', { by: '72h' })).toMatchObject({
      body: '{"now":"2026-06-04T09:00:00.000Z"}',
    });
  });

  it('inject faults and show the logs', async () => {
    const { kernel, post, get } = driven();
    expect(await post('faults/inject', { status: 500 })).toMatchObject({ body: '{"id":1}' });
    expect(await get('faults')).toMatchObject([{ left: 1 }]);
    await kernel.fetch('http://localhost:4010/v1/birds');
    expect(await get('requests?status=500')).toMatchObject([
      { operationId: 'birds.list', status: 500 },
    ]);
    expect(await get('deliveries')).toEqual([]);
    expect(await get('state')).toMatchObject({
      now: '2026-06-01T09:00:00.000Z',
      tables: { 'aviary.birds': 0 },
      controls: expect.arrayContaining(['aviary/hatch', 'clock/advance']),
    });
  });

  it('take a snapshot and go back to it', async () => {
    const { controls, post } = driven();
    controls.hatch('wren');
    const { body } = await post('snapshot');
    controls.hatch('owl');
    expect((await post('restore', JSON.parse(body))).status).toBe(200);
    expect(controls.nest.size()).toBe(1);
    expect((await post('restore', { version: 7 })).status).toBe(400);
  });

  it.each([
    [{ origin: 'https://evil.test' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('refuse another site’s post: %j', async (headers) => {
    const { controls, post } = driven();
    expect((await post('aviary/hatch', ['wren'], headers)).status).toBe(403);
    expect(controls.nest.size()).toBe(0);
  });

  it('serve their own pages', async () => {
    const { post } = driven();
    const headers = { origin: 'http://localhost:4010', 'sec-fetch-site': 'same-origin' };
    expect((await post('aviary/hatch', ['wren'], headers)).status).toBe(200);
  });

  it('never answer on a real host', async () => {
    const { controls, post } = driven('https://api.aviary.test');
    expect((await post('aviary/hatch', ['wren'])).status).toBe(404);
    expect(controls.nest.size()).toBe(0);
  });
});

describe('a snapshot', () => {
  it('makes another sandbox go on with the same bytes', async () => {
    const create = { as: 'writer', method: 'POST', body: JSON.stringify({ name: 'wren' }) };
    const first = aviary({ seed: 'a' });
    await first.call('/birds', create);
    const snapshot = first.kernel.snapshot();
    const second = aviary({ seed: 'b' });
    second.kernel.restore(snapshot);
    const on = async ({ call }: typeof first) => (await call('/birds', create)).text();
    expect(await on(second)).toBe(await on(first));
    expect(second.kernel.snapshot()).toEqual(first.kernel.snapshot());
    expect(JSON.stringify(snapshot)).toBe(JSON.stringify(JSON.parse(JSON.stringify(snapshot))));
  });

  it.each<[what: string, made: (snapshot: Snapshot) => unknown, problem: string]>([
    ['nothing', () => null, 'Not a snapshot of this version'],
    ['text', (snapshot) => JSON.stringify(snapshot), 'Not a snapshot of this version'],
    ['of another version', (all) => ({ ...all, version: 2 }), 'Not a snapshot of this version'],
    ['a version and no more', () => ({ version: 1 }), 'Not a snapshot of this sandbox'],
    [
      'without a time',
      ({ clock, ...all }) => ({ ...all, clock: { ...clock, now: null } }),
      'null is no time',
    ],
    [
      'with timers that nobody sets here',
      ({ clock, ...all }) => {
        const timers = [{ id: 7, at: 0, kind: 'mars', payload: null }];
        return { ...all, clock: { ...clock, timers } };
      },
      'timers of kind mars',
    ],
    [
      'without chance',
      (all) => ({ ...all, random: { seed: 1, streams: { 'kernel.requests': [1, 2, 3] } } }),
      'kernel.requests is no state of a random stream',
    ],
    ['with the table of another sandbox', withTable('mars.rovers', []), 'no table mars.rovers'],
    ['with a table that is none', withTable('aviary.birds', 5), 'aviary.birds has no rows'],
    ['with a row that is none', withTable('aviary.birds', [[1, null]]), 'row 1 of aviary.birds'],
    ['with a row without a key', withTable('aviary.birds', [[1, { name: 'x' }]]), 'row 1'],
    [
      'with a row twice',
      withTable('aviary.birds', [
        [1, { id: 'b1' }],
        [2, { id: 'b1' }],
      ]),
      'row 2 of aviary.birds',
    ],
    [
      'with a counter that counts nothing',
      ({ store, ...all }) => ({ ...all, store: { ...store, counters: { n: 'x' } } }),
      'n counts to x',
    ],
    ['with a fault that is none', (all) => ({ ...all, faults: [null] }), 'of this sandbox'],
    ['with calls not counted', (all) => ({ ...all, rates: { x: {} } }), 'the calls of x'],
  ])('is refused and changes nothing when it is %s', async (_, made, problem) => {
    const { kernel, call, controls } = aviary();
    controls.hatch('wren');
    kernel.clock.setTimer(kernel.clock.now() + 5, 'kernel.delivery', '1');
    kernel.faults.inject({ operationId: 'birds.mine', status: 503 });
    for (let i = 0; i < 3; i += 1) await call('/birds');
    const before = kernel.snapshot();
    const broken = made(kernel.snapshot()) as Snapshot;
    expect(() => kernel.restore(broken)).toThrow(problem);
    expect(kernel.snapshot()).toEqual(before);
    expect(controls.hatch('owl')).toEqual({ id: 'b2', name: 'owl' });
  });

  it('remembers what was called how often', async () => {
    const first = aviary();
    for (let i = 0; i < 3; i += 1) await first.call('/birds');
    const second = aviary();
    second.kernel.restore(first.kernel.snapshot());
    expect((await second.call('/birds')).status).toBe(429);
  });
});

function withTable(name: string, rows: unknown) {
  return ({ store, ...all }: Snapshot) => {
    const tables = { ...store.tables, [name]: { seq: 2, rows } };
    return { ...all, store: { ...store, tables } };
  };
}
