import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { linkedJob, listening, nothing, url } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

const eventTypes = ['contract.started' as const];

const endpoint = ({ partner }: Pick<PlatformWorld, 'partner'>) =>
  partner.webhookEndpoints.create({ url, eventTypes });

async function creates({ client }: PlatformWorld): Promise<void> {
  expect(await client.webhookEndpoints.create({ url, eventTypes })).toMatchObject({
    webhookEndpoint: {
      url,
      eventTypes,
      status: 'ACTIVE',
      consecutiveFailures: 0,
      disabledAt: null,
      disabledReason: null,
    },
    secret: expect.stringMatching(/^whsec_/),
  });
}

/** An endpoint that heard of one link, and the delivery's id. */
async function delivered(world: PlatformWorld) {
  await listening(world);
  await linkedJob(world);
  await world.sandbox.settled();
  const [endpoint] = await world.partner.webhookEndpoints.list().toArray();
  const deliveryId = world.received[0]?.headers.get('x-opentrain-delivery') ?? '';
  return { endpointId: endpoint?.id ?? '', deliveryId };
}

export const webhookEndpoints = [
  answers('webhookEndpoints.create', 'registers a URL, and shows the secret once', creates, {
    status: 201,
  }),
  answers(
    'webhookEndpoints.create',
    'takes the other status of a creation too',
    (world) => creates(world.elsewhere({ 'platform.createStatus': 200 })),
    { status: 200 },
  ),
  answers('webhookEndpoints.list', 'has the endpoints, never a secret', async (world) => {
    const { webhookEndpoint, secret } = await endpoint(world);
    await endpoint({ partner: world.stranger });
    const { items } = await world.client.webhookEndpoints.list();
    expect(items).toEqual([webhookEndpoint]);
    expect(JSON.stringify(items)).not.toContain(secret);
  }),
  answers('webhookEndpoints.get', 'reads an endpoint', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    expect(await world.client.webhookEndpoints.get(webhookEndpoint.id)).toEqual(webhookEndpoint);
  }),
  answers('webhookEndpoints.get', 'reads a disabled one', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    world.sandbox.opentrain.platform.disableEndpoint(webhookEndpoint.id);
    expect(await world.client.webhookEndpoints.get(webhookEndpoint.id)).toMatchObject({
      status: 'DISABLED',
      disabledAt: expect.any(String),
      disabledReason: expect.any(String),
    });
  }),
  answers('webhookEndpoints.update', 'changes what is given', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    const change = { url: `${url}/new`, status: 'DISABLED' } as const;
    expect(await world.client.webhookEndpoints.update(webhookEndpoint.id, change)).toMatchObject({
      ...change,
      eventTypes,
    });
  }),
  answers('webhookEndpoints.update', 'puts a disabled endpoint back to work', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    world.sandbox.opentrain.platform.disableEndpoint(webhookEndpoint.id);
    const { id } = webhookEndpoint;
    expect(await world.client.webhookEndpoints.update(id, { status: 'ACTIVE' })).toEqual(
      webhookEndpoint,
    );
  }),
  answers('webhookEndpoints.delete', 'ends an endpoint', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    const deleted = await world.client.webhookEndpoints.delete(webhookEndpoint.id);
    expect(deleted).toEqual({ webhookEndpoint, deleted: true });
    await expect(world.partner.webhookEndpoints.get(webhookEndpoint.id)).rejects.toMatchObject({
      status: 404,
    });
  }),
  answers('webhookEndpoints.redeliver', 'queues what failed', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    expect(await world.client.webhookEndpoints.redeliver(webhookEndpoint.id)).toMatchObject({
      webhookEndpoint: { id: webhookEndpoint.id },
      requeued: 0,
    });
  }),
  answers('webhookEndpoints.redeliver', 'queues one delivery, delivered or not', async (world) => {
    const { endpointId, deliveryId } = await delivered(world);
    const queued = await world.client.webhookEndpoints.redeliver(endpointId, { deliveryId });
    expect(queued.requeued).toBe(1);
  }),

  ...[{ eventTypes }, { url: 'http://receiver.example.com/hooks', eventTypes }].map((body) =>
    refuses('webhookEndpoints.create', 400, '`url`', ({ client }) =>
      client.webhookEndpoints.create(body as never),
    ),
  ),
  ...[[], ['job.painted' as never]].map((none) =>
    refuses('webhookEndpoints.create', 400, '`eventTypes`', ({ client }) =>
      client.webhookEndpoints.create({ url, eventTypes: none }),
    ),
  ),
  refuses('webhookEndpoints.create', 409, 'as many endpoints', async (world) => {
    const { client, partner } = world.elsewhere({ 'platform.endpointsPerInstall': 1 });
    await endpoint({ partner });
    return client.webhookEndpoints.create({ url, eventTypes });
  }),
  ...(
    [
      ['`url`', { url: 'http://receiver.example.com/hooks' }],
      ['`eventTypes`', { eventTypes: [] }],
      ['`eventTypes`', { eventTypes: ['job.painted' as never] }],
      ['`status`', { status: 'PAUSED' as never }],
    ] as const
  ).map(([which, change]) =>
    refuses('webhookEndpoints.update', 400, which, async (world) => {
      const { webhookEndpoint } = await endpoint(world);
      const body = { ...change } as Parameters<typeof world.client.webhookEndpoints.update>[1];
      return world.client.webhookEndpoints.update(webhookEndpoint.id, body);
    }),
  ),
  ...(['get', 'update', 'delete', 'redeliver'] as const).flatMap((method) => [
    refuses(`webhookEndpoints.${method}`, 404, 'no such endpoint', ({ client }) =>
      client.webhookEndpoints[method](nothing, {}),
    ),
    refuses(`webhookEndpoints.${method}`, 404, 'no such endpoint', async (world) => {
      const { webhookEndpoint } = await endpoint({ partner: world.stranger });
      return world.client.webhookEndpoints[method](webhookEndpoint.id, {});
    }),
  ]),
  refuses('webhookEndpoints.redeliver', 404, '`deliveryId`', async (world) => {
    const { webhookEndpoint } = await endpoint(world);
    const one = { deliveryId: nothing };
    return world.client.webhookEndpoints.redeliver(webhookEndpoint.id, one);
  }),
  refuses('webhookEndpoints.redeliver', 404, '`deliveryId`', async (world) => {
    const { deliveryId } = await delivered(world);
    const { webhookEndpoint } = await endpoint(world);
    return world.client.webhookEndpoints.redeliver(webhookEndpoint.id, { deliveryId });
  }),
];
