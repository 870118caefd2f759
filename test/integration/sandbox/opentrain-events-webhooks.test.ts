import { describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../../src/webhooks/verify-webhook.ts';
import { openShop } from './opentrain-money-fixture.ts';

const url = 'https://hooks.example.com/opentrain';

/** A shop whose deliveries arrive in a list, answered as `answer` says. */
function shop(answer: { status: number } = { status: 200 }) {
  const arrived: { url: string; headers: Headers; body: string }[] = [];
  const open = openShop({
    deliver: async (input, init) => {
      arrived.push({
        url: String(input),
        headers: new Headers(init?.headers),
        body: String(init?.body),
      });
      return new Response(null, { status: answer.status });
    },
  });
  const { id } = open.account();
  const subscribe = (body: object = { url, eventTypes: ['approval.confirmed'] }, token?: string) =>
    open.call('webhooks.create', { body, ...(token && { token }) });
  const emit = (resourceId = 'apr_1') =>
    open.world.events.emit(id, 'approval.confirmed', {
      resourceId,
      jobId: null,
      data: { approvalId: resourceId, status: 'confirmed' },
    });
  const get = (webhookId: string) => open.call('webhooks.get', { params: { webhookId } });
  return { ...open, id, arrived, answer, subscribe, emit, get };
}

describe('a subscription', () => {
  it('is created with its secret, which is never shown again', async () => {
    const { call, get, subscribe } = shop();
    const { status, body } = await subscribe({
      url,
      eventTypes: ['proposal.received', 'approval.confirmed', 'proposal.received'],
    });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^whsec_/);
    expect(body.webhook).toEqual({
      id: body.webhook.id,
      url,
      eventTypes: ['proposal.received', 'approval.confirmed'],
      status: 'ACTIVE',
      createdAt: '2026-06-01T09:00:00.000Z',
      disabledAt: null,
      disabledReason: null,
    });
    expect((await get(body.webhook.id)).body).toEqual({ webhook: body.webhook });
    expect((await call('webhooks.list')).body).toEqual({ webhooks: [body.webhook] });
  });

  it.each([
    ['http://hooks.example.com', 'url'],
    ['ftp://hooks.example.com', 'url'],
    ['/opentrain', 'url'],
    ['https://', 'url'],
    ['https://user:word@hooks.example.com', 'url'],
    [`https://hooks.example.com/${'x'.repeat(2025)}`, 'url'],
  ])('is refused for %s', async (bad, field) => {
    expect(await shop().subscribe({ url: bad, eventTypes: ['approval.confirmed'] })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field } },
    });
  });

  it.each([
    `https://hooks.example.com/${'x'.repeat(2022)}`,
    'http://localhost:3000/hook',
    'http://127.0.0.1:3000',
  ])('takes %s', async (good) => {
    const { status } = await shop().subscribe({ url: good, eventTypes: ['approval.confirmed'] });
    expect(status).toBe(201);
  });

  it.each([[[]], [['job.closed']], ['approval.confirmed'], [undefined]])(
    'is refused for the event types %j',
    async (eventTypes) => {
      expect(await shop().subscribe({ url, eventTypes })).toMatchObject({
        status: 400,
        body: { details: { field: 'eventTypes' } },
      });
    },
  );

  it('needs the read scope of each type, besides webhooks:manage', async () => {
    const { id, subscribe, token } = shop();
    const manager = token(id, ['webhooks:manage', 'messages:write']);
    const eventTypes = ['message.received', 'approval.confirmed', 'contract.created'];
    expect(await subscribe({ url, eventTypes }, manager)).toMatchObject({
      status: 403,
      body: {
        code: 'FORBIDDEN',
        details: {
          requiredScopes: ['payments:read'],
          grantedScopes: ['webhooks:manage', 'messages:write'],
        },
      },
    });
    expect((await subscribe({ url, eventTypes: ['message.received'] }, manager)).status).toBe(201);
    expect((await subscribe(undefined, token(id, ['payments:write']))).body.details).toMatchObject({
      requiredScopes: ['webhooks:manage'],
    });
  });

  it('is one of ten at most, until one is deleted', async () => {
    const { account, call, subscribe } = shop();
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) ids.push((await subscribe()).body.webhook.id);
    expect(await subscribe()).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect((await subscribe(undefined, account().token)).status).toBe(201);
    const { webhooks } = (await call('webhooks.list')).body;
    expect(webhooks.map((webhook: { id: string }) => webhook.id)).toEqual(ids.toReversed());
    await call('webhooks.delete', { params: { webhookId: ids[0]! } });
    expect((await subscribe()).status).toBe(201);
  });

  it('is nowhere to be seen for another account', async () => {
    const { account, call, subscribe } = shop();
    const webhookId = (await subscribe()).body.webhook.id;
    const { token } = account();
    for (const operation of ['webhooks.get', 'webhooks.delete'] as const) {
      expect(await call(operation, { params: { webhookId }, token })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND', details: { resource: 'webhooks', webhookId } },
      });
    }
  });
});

describe('a delivery', () => {
  it('carries one event, signed, under the documented headers', async () => {
    const { arrived, emit, kernel, subscribe } = shop();
    const { secret } = (await subscribe()).body;
    const event = emit();
    await kernel.settled();
    expect(arrived).toHaveLength(1);
    const [{ headers, body, url: to }] = arrived as [(typeof arrived)[0]];
    expect(to).toBe(url);
    expect(JSON.parse(body)).toEqual(event);
    expect(headers.get('user-agent')).toBe('OpenTrain-Webhooks/1.0');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-opentrain-event')).toBe('approval.confirmed');
    expect(headers.get('x-opentrain-delivery')).toMatch(/^dlv_/);
    const now = kernel.clock.now();
    await expect(
      verifyWebhook({ platform: 'opentrain', body, headers, secret, now: () => now }),
    ).resolves.toEqual(event);
  });

  it('starts with the next event, of the chosen types and this account only', async () => {
    const { account, arrived, emit, id, kernel, subscribe, world } = shop();
    emit('apr_before');
    await subscribe();
    world.events.emit(id, 'contract.created', {
      resourceId: 'ctr_1',
      jobId: 'job_1',
      data: { contractId: 'ctr_1', jobId: 'job_1', proposalId: 'prp_1' },
    });
    world.events.emit(account().id, 'approval.confirmed', {
      resourceId: 'apr_foreign',
      jobId: null,
      data: { approvalId: 'apr_foreign', status: 'confirmed' },
    });
    emit('apr_after');
    await kernel.settled();
    expect(arrived.map(({ body }) => JSON.parse(body).resourceId)).toEqual(['apr_after']);
  });

  it('is tried five times under one delivery id: after 0, 1, 5, 30 and 120 minutes', async () => {
    const { answer, arrived, emit, kernel, subscribe } = shop();
    answer.status = 404;
    const { webhook } = (await subscribe()).body;
    emit();
    await kernel.clock.advance('5h');
    const [delivery] = kernel.deliveries.list({ endpointId: webhook.id });
    expect(delivery).toMatchObject({ state: 'failed' });
    expect(delivery!.attempts.map(({ at }) => at)).toEqual([
      '2026-06-01T09:00:00.000Z',
      '2026-06-01T09:01:00.000Z',
      '2026-06-01T09:06:00.000Z',
      '2026-06-01T09:36:00.000Z',
      '2026-06-01T11:36:00.000Z',
    ]);
    const header = (name: string) => new Set(arrived.map(({ headers }) => headers.get(name)));
    expect(header('x-opentrain-delivery').size).toBe(1);
    expect(header('x-opentrain-signature').size).toBe(5);
  });

  it('ends with the subscription, history and all', async () => {
    const { answer, arrived, call, emit, kernel, subscribe } = shop();
    answer.status = 500;
    const { webhook } = (await subscribe()).body;
    emit();
    await kernel.settled();
    const params = { webhookId: webhook.id };
    expect(await call('webhooks.delete', { params })).toEqual({
      status: 200,
      body: { webhook, deleted: true },
    });
    emit();
    await kernel.clock.advance('5h');
    expect(arrived).toHaveLength(1);
    expect(kernel.deliveries.list({ endpointId: webhook.id })).toEqual([]);
    expect((await call('webhooks.delete', { params })).status).toBe(404);
  });
});

describe('a subscription that keeps failing', () => {
  async function failing(failures: number) {
    const open = shop({ status: 500 });
    const webhookId = (await open.subscribe()).body.webhook.id as string;
    const fail = async (times: number) => {
      for (let i = 0; i < times; i += 1) open.emit();
      await open.kernel.clock.advance('3h');
    };
    await fail(failures);
    const status = async () => (await open.get(webhookId)).body.webhook.status as string;
    return { ...open, webhookId, fail, status };
  }

  it('is disabled by the tenth delivery given up in a row, and never sends again', async () => {
    const { arrived, emit, get, kernel, fail, status, webhookId } = await failing(9);
    expect(await status()).toBe('ACTIVE');
    await fail(1);
    expect((await get(webhookId)).body.webhook).toMatchObject({
      status: 'DISABLED',
      disabledAt: '2026-06-01T14:36:00.000Z',
      disabledReason: 'Disabled after 10 failed deliveries in a row.',
    });
    const sent = arrived.length;
    emit();
    await kernel.clock.advance('3h');
    expect(arrived).toHaveLength(sent);
  });

  it('starts to count anew after a success', async () => {
    const { answer, emit, fail, kernel, status } = await failing(9);
    answer.status = 204;
    emit();
    await kernel.settled();
    answer.status = 500;
    await fail(9);
    expect(await status()).toBe('ACTIVE');
    await fail(1);
    expect(await status()).toBe('DISABLED');
  });

  it('marks what waits as failed when it is disabled', async () => {
    const { controls, emit, kernel, webhookId } = await failing(0);
    emit();
    await kernel.settled();
    controls.disableWebhook(webhookId);
    expect(kernel.deliveries.list({ endpointId: webhookId })).toMatchObject([{ state: 'failed' }]);
    expect(kernel.deliveries.pending).toBe(0);
    expect(() => controls.disableWebhook('whk_none')).toThrow('No such webhook');
  });
});
