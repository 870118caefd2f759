import { describe, expect, it } from 'vitest';
import { everyType, hook, openStudio } from './platform-fixture.ts';

describe('a webhook endpoint', () => {
  it('is created with its secret, which is never shown again', async () => {
    const { call, connect } = openStudio();
    connect();
    const eventTypes = ['contract.started', 'contract.ended', 'contract.started'];
    const { status, body } = await call('webhookEndpoints.create', {
      body: { url: hook, eventTypes },
    });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^whsec_\w{32}$/);
    expect(body.message).toMatch(/secret/);
    expect(body.webhookEndpoint).toEqual({
      id: expect.stringMatching(/^whe_/),
      url: hook,
      eventTypes: ['contract.started', 'contract.ended'],
      status: 'ACTIVE',
      createdAt: '2026-06-01T09:00:00.000Z',
      consecutiveFailures: 0,
      disabledAt: null,
      disabledReason: null,
    });
    const { webhookEndpoint } = body;
    const params = { endpointId: webhookEndpoint.id };
    expect((await call('webhookEndpoints.get', { params })).body).toEqual({ webhookEndpoint });
    expect((await call('webhookEndpoints.list')).body).toEqual({
      webhookEndpoints: [webhookEndpoint],
    });
    expect((await call('webhookEndpoints.update', { params, body: {} })).body).toEqual({
      webhookEndpoint,
    });
    const again = await call('webhookEndpoints.redeliver', { params });
    expect(JSON.stringify(again)).not.toContain(body.secret);
    expect((await call('webhookEndpoints.delete', { params })).body).toEqual({
      webhookEndpoint,
      deleted: true,
    });
  });

  it.each([
    [{ eventTypes: everyType }, 'url'],
    [{ url: 'http://hooks.example.com', eventTypes: everyType }, 'url'],
    [{ url: 'ftp://hooks.example.com', eventTypes: everyType }, 'url'],
    [{ url: 'hooks.example.com', eventTypes: everyType }, 'url'],
    [{ url: '', eventTypes: everyType }, 'url'],
    [{ url: 7, eventTypes: everyType }, 'url'],
    [{ url: hook }, 'eventTypes'],
    [{ url: hook, eventTypes: [] }, 'eventTypes'],
    [{ url: hook, eventTypes: ['proposal.received'] }, 'eventTypes.0'],
    [{ url: hook, eventTypes: 'contract.started' }, 'eventTypes'],
    [[], undefined],
    [null, undefined],
  ])('is refused with 400 for %j', async (body, field) => {
    const { call, connect } = openStudio();
    connect();
    const answer = await call('webhookEndpoints.create', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
    if (field) expect(answer.body.details.field).toBe(field);
  });

  it.each(['http://localhost:3000/hook', 'http://127.0.0.1/hook'])('takes %s', async (url) => {
    const { call, connect } = openStudio();
    connect();
    const body = { url, eventTypes: everyType };
    expect((await call('webhookEndpoints.create', { body })).status).toBe(201);
  });

  it.each([
    'webhookEndpoints.create',
    'webhookEndpoints.update',
    'webhookEndpoints.redeliver',
  ] as const)('needs JSON for %s', async (id) => {
    const { call, connect, listen } = openStudio();
    connect();
    const { webhookEndpoint } = await listen();
    const params = { endpointId: webhookEndpoint.id };
    expect(await call(id, { params, raw: '{' })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
  });

  it('is one of ten at most, a disabled one included, until one is deleted', async () => {
    const { call, connect, listen, platform } = openStudio();
    connect();
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) ids.push((await listen()).webhookEndpoint.id);
    platform.disableEndpoint(ids[0]!);
    const more = () =>
      call('webhookEndpoints.create', { body: { url: hook, eventTypes: everyType } });
    expect(await more()).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { limit: 10 } },
    });
    const { webhookEndpoints } = (await call('webhookEndpoints.list')).body;
    expect(webhookEndpoints.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    await call('webhookEndpoints.delete', { params: { endpointId: ids[0]! } });
    expect((await more()).status).toBe(201);
  });

  it('is nowhere to be seen for another install, nor once deleted', async () => {
    const { call, connect, listen } = openStudio();
    connect();
    const { id: endpointId } = (await listen()).webhookEndpoint;
    const { token } = connect({ slug: 'other' });
    const operations = ['get', 'update', 'redeliver', 'delete'] as const;
    const ask = (name: (typeof operations)[number], held?: string) =>
      call(`webhookEndpoints.${name}`, {
        params: { endpointId },
        ...(name !== 'get' && name !== 'delete' && { body: { status: 'NONE' } }),
        ...(held && { token: held }),
      });
    const missing = {
      status: 404,
      body: { code: 'NOT_FOUND', details: { resource: 'webhook-endpoints', endpointId } },
    };
    for (const name of operations) expect(await ask(name, token)).toMatchObject(missing);
    expect((await call('webhookEndpoints.list', { token })).body.webhookEndpoints).toEqual([]);
    expect((await ask('delete')).status).toBe(200);
    for (const name of operations) expect(await ask(name)).toMatchObject(missing);
  });
});

describe('changing a webhook endpoint', () => {
  const listening = async () => {
    const studio = openStudio();
    studio.connect();
    const { webhookEndpoint } = await studio.listen(['contract.started']);
    const params = { endpointId: webhookEndpoint.id };
    const change = (body: unknown) => studio.call('webhookEndpoints.update', { params, body });
    return { ...studio, webhookEndpoint, change, params };
  };

  it('replaces what is given and leaves the rest', async () => {
    const { change, webhookEndpoint } = await listening();
    const url = 'https://hooks.example.com/other';
    expect((await change({ url })).body.webhookEndpoint).toEqual({ ...webhookEndpoint, url });
    const eventTypes = ['contract.ended', 'contract.ended'];
    expect((await change({ eventTypes })).body.webhookEndpoint).toEqual({
      ...webhookEndpoint,
      url,
      eventTypes: ['contract.ended'],
    });
  });

  it.each([
    [{ url: 'http://hooks.example.com' }, 'url'],
    [{ url: null }, 'url'],
    [{ eventTypes: [] }, 'eventTypes'],
    [{ eventTypes: ['x'] }, 'eventTypes.0'],
    [{ status: 'PAUSED' }, 'status'],
    [{ status: 'active' }, 'status'],
  ])('is refused with 400 for %j, and changes nothing', async (wrong, field) => {
    const { call, change, params, webhookEndpoint } = await listening();
    expect(await change({ eventTypes: everyType, ...wrong })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field } },
    });
    expect((await call('webhookEndpoints.get', { params })).body).toEqual({ webhookEndpoint });
  });

  it('disables and enables it, and says since when and why', async () => {
    const { change, kernel, webhookEndpoint } = await listening();
    await kernel.clock.advance('1m');
    const disabled = (await change({ status: 'DISABLED' })).body.webhookEndpoint;
    expect(disabled).toEqual({
      ...webhookEndpoint,
      status: 'DISABLED',
      disabledAt: '2026-06-01T09:01:00.000Z',
      disabledReason: expect.any(String),
    });
    await kernel.clock.advance('1m');
    expect((await change({ status: 'DISABLED' })).body.webhookEndpoint).toEqual(disabled);
    expect((await change({ status: 'ACTIVE' })).body.webhookEndpoint).toEqual(webhookEndpoint);
  });
});
