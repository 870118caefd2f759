import { describe, expect, it } from 'vitest';
import { aviary } from './kernel-fixture.ts';

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

describe('gates', () => {
  it.each([
    ['no token', '/birds/mine', {}, 401, 'TOKEN'],
    ['an unknown token', '/birds/mine', { as: 'nobody' }, 401, 'TOKEN'],
    ['a scope too few', '/birds', { as: 'reader', ...post({ name: 'x' }) }, 403, 'SCOPE'],
    ['a feature off', '/birds/1/fly', { as: 'writer', method: 'POST' }, 403, 'FEATURE'],
    ['an unclaimed account', '/birds/1/fly', { as: 'full', method: 'POST' }, 403, 'CLAIM'],
    [
      'a body that is no JSON',
      '/birds',
      { as: 'writer', method: 'POST', body: '{' },
      400,
      'MALFORMED',
    ],
    ['a body that breaks the schema', '/birds', { as: 'writer', ...post({}) }, 400, 'INVALID'],
    ['no body where one is due', '/birds', { as: 'writer', method: 'POST' }, 400, 'INVALID'],
    ['an unknown path', '/fish', {}, 404, 'NOT-FOUND'],
    ['an unknown method', '/birds', { method: 'DELETE' }, 405, 'METHOD'],
    ['a handler that is missing', '/ghost', {}, 501, 'NOT-IMPLEMENTED'],
    ['a bad query', '/birds?limit=0', {}, 400, 'INVALID'],
    ['a cursor nobody gave out', '/birds?cursor=zzz', {}, 400, 'INVALID'],
  ])('turns away %s', async (_, path, init, status, code) => {
    const { call } = aviary();
    const response = await call(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('asks for the token before the scope, and looks at the body last', async () => {
    const { call } = aviary();
    expect((await call('/birds', { method: 'POST', body: '{' })).status).toBe(401);
    expect((await call('/birds', { as: 'reader', method: 'POST', body: '{' })).status).toBe(403);
  });

  it('lets a write scope read', async () => {
    const { call } = aviary();
    expect((await call('/birds/mine', { as: 'writer' })).status).toBe(200);
  });

  it('refuses a body above the limit, announced or not', async () => {
    const { call } = aviary({ limits: { bodyBytes: 20 } });
    const response = await call('/birds', { as: 'writer', ...post({ name: 'x'.repeat(30) }) });
    expect(await response.json()).toMatchObject({ code: 'TOO-LARGE', details: { limit: 20 } });
  });

  it('hands a form over as an object', async () => {
    const { call } = aviary();
    const body = new URLSearchParams({ height: '3 m' });
    const response = await call('/birds/b%2F1/fly', { as: 'claimed', method: 'POST', body });
    expect(await response.json()).toEqual({ flown: 'b/1', form: { height: '3 m' } });
  });

  it('counts calls by address and opens again after the window', async () => {
    const { kernel } = aviary();
    const from = (ip: string) =>
      kernel.handle(new Request('http://localhost/v1/birds'), { ip }).then(({ status }) => status);
    expect([await from('1'), await from('1'), await from('1'), await from('1')]).toEqual([
      200, 200, 200, 429,
    ]);
    expect(await from('2')).toBe(200);
    await kernel.clock.advance('60s');
    expect(await from('1')).toBe(200);
  });

  it('answers 500 to a bug and keeps the stack in the log', async () => {
    const { kernel, call } = aviary();
    const response = await call('/break', { method: 'POST' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('cage');
    expect(kernel.requests.last()?.failure).toContain('the cage is open');
  });
});

describe('answers', () => {
  it('come from the real host as from a local one', async () => {
    const { kernel, controls } = aviary();
    controls.hatch('wren');
    const response = await kernel.fetch('https://api.aviary.test/v1/birds/b1');
    expect(await response.json()).toEqual({ id: 'b1', name: 'wren' });
  });

  it('prefer a literal path over a parameter', async () => {
    const { call } = aviary();
    expect(await (await call('/birds/mine', { as: 'reader' })).json()).toMatchObject({
      keeper: 'reader',
    });
  });

  it('open tokenless reads to browsers, with the product’s headers, errors included', async () => {
    const { call } = aviary();
    const missing = await call('/birds/none');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('access-control-allow-origin')).toBe('*');
    expect(missing.headers.get('cache-control')).toBe('public');
    const preflight = await call('/birds/none', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, OPTIONS');
    const guarded = await call('/birds/mine', { method: 'OPTIONS' });
    expect(guarded.status).toBe(405);
  });

  it('have no body for HEAD', async () => {
    const { call, controls } = aviary();
    controls.hatch('wren');
    const response = await call('/birds/b1', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('say for HEAD what type a body would be of', async () => {
    const { call } = aviary();
    const response = await call('/birds', { method: 'HEAD' });
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('to an address that is none are a rejection, as of a real fetch', async () => {
    const { kernel } = aviary();
    await expect(kernel.fetch('nowhere')).rejects.toThrow(TypeError);
  });

  it.each(['[', '{"a":'])(
    'refuse a body of very many %j, in place of running out of stack',
    async (open) => {
      const { call, kernel } = aviary();
      const close = open === '[' ? ']' : '}';
      const nested = (levels: number) =>
        `{"name":"wren","more":${open.repeat(levels)}1${close.repeat(levels)}}`;
      const create = (body: string) => call('/birds', { as: 'writer', method: 'POST', body });
      expect((await create(nested(50))).status).toBe(201);
      expect((await create(nested(100_000))).status).toBe(400);
      expect(kernel.requests.last()).toMatchObject({ gate: 'malformed' });
    },
  );

  it('are the same bytes for the same seed and calls', async () => {
    const run = async (seed: number) => {
      const { call } = aviary({ seed });
      const created = await call('/birds', { as: 'writer', ...post({ name: 'wren' }) });
      const refused = await call('/birds/none');
      return (await created.text()) + (await refused.text());
    };
    expect(await run(7)).toBe(await run(7));
    expect(await run(7)).not.toBe(await run(8));
  });
});

describe('a caller who gives up', () => {
  it('gets the signal’s own reason', async () => {
    const { kernel, call } = aviary();
    kernel.faults.inject({ latencyMs: 1000 });
    const controller = new AbortController();
    const answer = call('/birds', { signal: controller.signal });
    controller.abort('enough');
    await expect(answer).rejects.toBe('enough');
  });

  it('in the same breath has sent nothing', async () => {
    const { call, controls } = aviary();
    const controller = new AbortController();
    const { signal } = controller;
    const answer = call('/birds', { as: 'writer', signal, ...post({ name: 'wren' }) });
    controller.abort('enough');
    await expect(answer).rejects.toBe('enough');
    expect(controls.nest.size()).toBe(0);
  });
});

describe('the request log', () => {
  it('tells what was called and by whom, without credentials', async () => {
    const { kernel, call } = aviary();
    await call('/birds?token=ot_cat_geheim&sessionId=geheim', {
      as: 'writer',
      ...post({
        name: 'tak_geheim1',
        secret: 'geheim',
        url: 'https://me:geheim@hooks.test/birds?token=geheim',
      }),
    });
    expect(kernel.requests.last('birds.create')).toMatchObject({
      product: 'aviary',
      method: 'POST',
      actor: 'writer',
      status: 201,
      body: {
        secret: '[redacted]',
        url: 'https://[redacted]@hooks.test/birds?token=[redacted]',
      },
    });
    expect(JSON.stringify(kernel.requests.list())).not.toContain('geheim');
  });

  it('names the gate that refused', async () => {
    const { kernel, call } = aviary();
    await call('/birds/mine');
    expect(kernel.requests.list({ status: 401 })).toMatchObject([{ gate: 'token' }]);
  });

  it('keeps the latest calls only', async () => {
    const { kernel, call } = aviary({ limits: { requestLog: 2 } });
    for (const id of ['1', '2', '3', '4', '5']) await call(`/birds/${id}`);
    expect(kernel.requests.list().map(({ url }) => url.slice(-1))).toEqual(['4', '5']);
    expect(kernel.requests.total).toBe(5);
  });
});
