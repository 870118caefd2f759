import { describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../../src/webhooks/verify-webhook.ts';
import { hook, openStudio } from './platform-fixture.ts';

/** An endpoint that hears of new links, and a way to make some. */
async function listening(options: Parameters<typeof openStudio>[0] = {}) {
  const studio = openStudio(options);
  const { installId } = studio.connect();
  const { secret, webhookEndpoint } = await studio.listen(['project_link.created']);
  const params = { endpointId: webhookEndpoint.id as string };
  let made = 0;
  const happen = async () => {
    made += 1;
    await studio.link(undefined, `p${made}`);
    await studio.kernel.settled();
  };
  const endpoint = async () =>
    (await studio.call('webhookEndpoints.get', { params })).body.webhookEndpoint;
  const change = (body: unknown) => studio.call('webhookEndpoints.update', { params, body });
  const redeliver = (body?: unknown) =>
    studio.call('webhookEndpoints.redeliver', { params, ...(body !== undefined && { body }) });
  const states = () =>
    studio.kernel.deliveries.list({ endpointId: params.endpointId }).map(({ state }) => state);
  const ids = () => studio.arrived.map(({ headers }) => headers.get('x-opentrain-delivery'));
  return { ...studio, installId, secret, params, happen, endpoint, change, redeliver, states, ids };
}

const failing = async (options: Parameters<typeof openStudio>[0] = {}) => {
  const all = await listening(options);
  all.receiver.status = 500;
  return all;
};

describe('a delivery', () => {
  it('is one event, signed, under the platform’s own name', async () => {
    const { arrived, happen, installId, kernel, secret, told } = await listening();
    await happen();
    const [delivery] = arrived;
    expect(delivery!.url).toBe(hook);
    expect(Object.fromEntries(delivery!.headers)).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'OpenTrain-Partner-Webhooks/1.0',
      'x-opentrain-event': 'project_link.created',
      'x-opentrain-delivery': expect.stringMatching(/^dlv_/),
      'x-opentrain-signature': expect.stringMatching(/^t=\d+,v1=[0-9a-f]{64}$/),
    });
    const now = () => kernel.clock.now();
    const { body, headers } = delivery!;
    const event = await verifyWebhook({ platform: 'platform', body, headers, secret, now });
    expect(event).toEqual(told(installId)[0]);
  });

  it('goes to each endpoint that wants its type, and to no other', async () => {
    const { arrived, happen, listen } = await listening();
    await listen(['project_link.created', 'contract.started']);
    await listen(['contract.started']);
    await happen();
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived.map(({ headers }) => headers.get('x-opentrain-delivery'))).size).toBe(2);
  });

  it('comes after registration only', async () => {
    const { arrived, happen, kernel, listen } = await listening();
    await happen();
    await listen(['project_link.created']);
    await kernel.clock.advance('3h');
    expect(arrived).toHaveLength(1);
  });

  it('is tried five times, under one id, and may be asked for again after that', async () => {
    const { arrived, happen, ids, kernel, receiver, redeliver, states } = await failing();
    await happen();
    await kernel.clock.advance('156m');
    expect(arrived).toHaveLength(5);
    expect([new Set(ids()).size, states()]).toEqual([1, ['failed']]);
    receiver.status = 204;
    expect((await redeliver()).body.requeued).toBe(1);
    await kernel.settled();
    expect([new Set(ids()).size, arrived.length, states()]).toEqual([1, 6, ['succeeded']]);
    expect(arrived[5]!.body).toBe(arrived[0]!.body);
  });
});

describe('delivering again', () => {
  it('takes every failed one, or the one that is named, whatever became of it', async () => {
    const { arrived, happen, ids, kernel, receiver, redeliver } = await failing({
      limits: { 'platform.webhookFailures': 100 },
    });
    await happen();
    await happen();
    await kernel.clock.advance('3h');
    receiver.status = 204;
    await happen();
    const [one, two, three] = [...new Set(ids())] as [string, string, string];
    arrived.length = 0;
    const { status, body } = await redeliver({});
    expect([status, body.requeued, body.webhookEndpoint.status]).toEqual([200, 2, 'ACTIVE']);
    expect(body.message).toMatch(/five minutes/);
    await kernel.settled();
    expect(ids()).toEqual([one, two]);
    expect((await redeliver()).body.requeued).toBe(0);
    expect((await redeliver({ deliveryId: three })).body.requeued).toBe(1);
    await kernel.settled();
    expect(ids()).toEqual([one, two, three]);
  });

  it('has all five attempts before it', async () => {
    const { arrived, happen, kernel, redeliver } = await failing({
      limits: { 'platform.webhookFailures': 100 },
    });
    await happen();
    await kernel.clock.advance('3h');
    await redeliver();
    await kernel.clock.advance('3h');
    expect(arrived).toHaveLength(10);
    const { attempts } = kernel.deliveries.list()[0]!;
    expect(attempts.map(({ round }) => round)).toEqual([...Array(5), ...Array(5).fill(2)]);
  });

  it('is refused with 404 for a delivery of nobody, of another endpoint, of another install', async () => {
    const { connect, happen, ids, kernel, link, listen, redeliver, arrived } = await listening();
    const missing = async (deliveryId: string) =>
      expect(await redeliver({ deliveryId })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND', details: { resource: 'webhook-deliveries', deliveryId } },
      });
    await missing('dlv_none');
    await listen(['project_link.created']);
    await happen();
    await missing(ids()[1]!);
    const { token } = connect({ slug: 'other' });
    await listen(['project_link.created'], token);
    arrived.length = 0;
    await link(undefined, 'p', token);
    await kernel.settled();
    await missing(ids()[0]!);
  });

  it.each([{ deliveryId: 7 }, [], null, 'dlv'])('is refused with 400 for %j', async (body) => {
    const { redeliver } = await listening();
    expect((await redeliver(body)).status).toBe(400);
  });
});

describe('an endpoint that fails', () => {
  it('counts attempts, and forgets them on a success', async () => {
    const { endpoint, happen, kernel, receiver } = await failing();
    await happen();
    await kernel.clock.advance('6m');
    expect((await endpoint()).consecutiveFailures).toBe(3);
    receiver.status = 200;
    await happen();
    expect((await endpoint()).consecutiveFailures).toBe(0);
  });

  it('is disabled at the tenth in a row: what waits has failed, nothing more is tried', async () => {
    const { arrived, endpoint, happen, kernel, states } = await failing();
    for (let i = 0; i < 9; i += 1) await happen();
    expect(await endpoint()).toMatchObject({ status: 'ACTIVE', consecutiveFailures: 9 });
    await happen();
    expect(await endpoint()).toMatchObject({
      status: 'DISABLED',
      consecutiveFailures: 10,
      disabledAt: '2026-06-01T09:00:00.000Z',
      disabledReason: 'Disabled after 10 failures in a row.',
    });
    expect(states()).toEqual(Array(10).fill('failed'));
    await happen();
    await kernel.clock.advance('1d');
    expect([arrived.length, states().length]).toEqual([10, 10]);
  });

  it('counts given-up deliveries where it is told to', async () => {
    const limits = { 'platform.countAttempts': 0, 'platform.webhookFailures': 2 };
    const { endpoint, happen, kernel } = await failing({ limits });
    await happen();
    await kernel.clock.advance('3h');
    expect(await endpoint()).toMatchObject({ status: 'ACTIVE', consecutiveFailures: 1 });
    await happen();
    await kernel.clock.advance('3h');
    expect((await endpoint()).status).toBe('DISABLED');
  });

  it('recovers: enabled again it starts at nought, and what failed comes when asked for', async () => {
    const { arrived, change, endpoint, happen, kernel, receiver, redeliver, states } =
      await failing();
    for (let i = 0; i < 10; i += 1) await happen();
    await happen();
    receiver.status = 204;
    arrived.length = 0;
    const { body } = await change({ status: 'ACTIVE' });
    expect(body.webhookEndpoint).toMatchObject({
      status: 'ACTIVE',
      consecutiveFailures: 0,
      disabledAt: null,
      disabledReason: null,
    });
    await kernel.clock.advance('1d');
    expect(arrived).toEqual([]);
    expect((await redeliver()).body.requeued).toBe(10);
    await kernel.settled();
    expect([arrived.length, states()]).toEqual([10, Array(10).fill('succeeded')]);
    expect((await endpoint()).status).toBe('ACTIVE');
  });

  it('asked to deliver again while disabled waits until it is enabled', async () => {
    const { arrived, change, happen, kernel, platform, params, receiver, redeliver, states } =
      await failing();
    await happen();
    platform.disableEndpoint(params.endpointId);
    receiver.status = 204;
    arrived.length = 0;
    const { body } = await redeliver();
    expect([body.requeued, body.message]).toEqual([1, expect.stringMatching(/ACTIVE/)]);
    await kernel.clock.advance('1d');
    expect([arrived.length, states()]).toEqual([0, ['pending']]);
    expect((await redeliver()).body.requeued).toBe(0);
    await change({ status: 'ACTIVE' });
    await kernel.settled();
    expect([arrived.length, states()]).toEqual([1, ['succeeded']]);
  });
});

describe('a paused endpoint', () => {
  it('misses what happens meanwhile, and goes on with what waited', async () => {
    const { arrived, change, endpoint, happen, kernel, receiver, states } = await failing();
    await happen();
    await change({ status: 'DISABLED' });
    await happen();
    await kernel.clock.advance('1d');
    expect([arrived.length, states()]).toEqual([1, ['pending']]);
    receiver.status = 204;
    await change({ status: 'ACTIVE' });
    await kernel.clock.advance('1d');
    expect([arrived.length, states()]).toEqual([2, ['succeeded']]);
    expect((await endpoint()).consecutiveFailures).toBe(0);
  });

  it('waits over a snapshot too', async () => {
    const { arrived, change, happen, kernel, receiver, states } = await failing();
    await happen();
    await change({ status: 'DISABLED' });
    await kernel.clock.advance('1d');
    kernel.restore(kernel.snapshot());
    await kernel.clock.advance('1d');
    expect(states()).toEqual(['pending']);
    receiver.status = 204;
    await change({ status: 'ACTIVE' });
    await kernel.settled();
    expect([arrived.length, states()]).toEqual([2, ['succeeded']]);
  });
});

describe('a deleted endpoint', () => {
  it('discards what waited', async () => {
    const { arrived, call, happen, kernel, params } = await failing();
    await happen();
    await call('webhookEndpoints.delete', { params });
    await kernel.clock.advance('1d');
    expect(arrived).toHaveLength(1);
    expect(kernel.deliveries.pending).toBe(0);
  });
});
