import { expect } from 'vitest';
import { webhookEvents } from '../../../../generated/opentrain/operations.ts';
import type { WebhookEventType } from '../../../../generated/opentrain/types.ts';
import { answers, fires, refuses } from '../scenario.ts';
import { conversation, hired, hiredByTheHour, nothing, proposal, unfunded } from '../setting.ts';
import type { OpenTrainWorld } from '../world.ts';

const url = 'https://receiver.example.com/hooks';
const eventTypes = ['proposal.received' as const];

const updates = [
  answers('updates.poll', 'has what happened, oldest first', async (world) => {
    const { proposalId } = await proposal(world);
    world.sandbox.opentrain.setProposalStatus(proposalId, 'SHORTLISTED');
    const { events } = await world.client.updates.poll();
    expect(events.map(({ type }) => type)).toEqual([
      'proposal.received',
      'proposal.status_changed',
    ]);
  }),
  answers('updates.poll', 'goes on where its cursor says', async (world) => {
    await hired(world);
    const first = await world.owner.updates.poll({ limit: 2 });
    const { events } = await world.client.updates.poll({ cursor: first.nextCursor, limit: 200 });
    expect(first.hasMore).toBe(true);
    expect(Number(events[0]?.id)).toBeGreaterThan(Number(first.nextCursor));
  }),
  answers('updates.poll', 'leaves out what the token may not read', async (world) => {
    await hired(world);
    const { token } = await world.owner.tokens.create({ scopes: ['proposals:read'] });
    const { events } = await world.as(token).updates.poll();
    expect(new Set(events.map(({ type }) => type.split('.')[0]))).toEqual(new Set(['proposal']));
  }),
  refuses('updates.poll', 400, 'limit', ({ client }) => client.updates.poll({ limit: 0 })),
  refuses('updates.poll', 400, 'limit', ({ client }) => client.updates.poll({ limit: 201 })),
  refuses('updates.poll', 400, 'cursor', ({ client }) => client.updates.poll({ cursor: 'now' })),
];

const webhooks = [
  answers('webhooks.create', 'subscribes, and shows the secret once', async ({ client }) => {
    expect(await client.webhooks.create({ url, eventTypes })).toMatchObject({
      webhook: { url, eventTypes, status: 'ACTIVE', disabledAt: null },
      secret: expect.stringMatching(/^whsec_/),
    });
  }),
  answers('webhooks.list', 'has subscriptions, never a secret', async ({ client, owner }) => {
    const { webhook, secret } = await owner.webhooks.create({ url, eventTypes });
    const { items } = await client.webhooks.list();
    expect(items).toEqual([webhook]);
    expect(JSON.stringify(items)).not.toContain(secret);
  }),
  answers('webhooks.get', 'reads a subscription', async ({ client, owner }) => {
    const { webhook } = await owner.webhooks.create({ url, eventTypes });
    expect(await client.webhooks.get(webhook.id)).toEqual(webhook);
  }),
  answers('webhooks.get', 'reads a disabled one', async ({ client, owner, sandbox }) => {
    const { webhook } = await owner.webhooks.create({ url, eventTypes });
    sandbox.opentrain.disableWebhook(webhook.id);
    expect(await client.webhooks.get(webhook.id)).toMatchObject({
      disabledAt: expect.any(String),
      disabledReason: expect.any(String),
    });
  }),
  answers('webhooks.delete', 'ends a subscription', async ({ client, owner }) => {
    const { webhook } = await owner.webhooks.create({ url, eventTypes });
    expect(await client.webhooks.delete(webhook.id)).toMatchObject({ deleted: true });
    await expect(owner.webhooks.get(webhook.id)).rejects.toMatchObject({ status: 404 });
  }),

  refuses('webhooks.create', 400, '`url`', ({ client }) =>
    client.webhooks.create({ url: 'http://receiver.example.com/hooks', eventTypes }),
  ),
  refuses('webhooks.create', 400, '`url`', ({ client }) =>
    client.webhooks.create({ url: `${url}/${'x'.repeat(2048)}`, eventTypes }),
  ),
  refuses('webhooks.create', 400, '`eventTypes`', ({ client }) =>
    client.webhooks.create({ url, eventTypes: [] }),
  ),
  refuses('webhooks.create', 400, '`eventTypes`', ({ client }) =>
    client.webhooks.create({ url, eventTypes: ['job.painted' as never] }),
  ),
  refuses('webhooks.create', 403, 'read scope', async ({ as, owner }) => {
    const { token } = await owner.tokens.create({ scopes: ['webhooks:manage'] });
    return as(token).webhooks.create({ url, eventTypes });
  }),
  refuses('webhooks.create', 409, '10 subscriptions', async ({ client, owner }) => {
    for (let made = 0; made < 10; made++) await owner.webhooks.create({ url, eventTypes });
    return client.webhooks.create({ url, eventTypes });
  }),
  ...(['get', 'delete'] as const).flatMap((method) => [
    refuses(`webhooks.${method}`, 404, 'does not exist', ({ client }) =>
      client.webhooks[method](nothing),
    ),
    refuses(`webhooks.${method}`, 404, 'another account', async ({ client, stranger }) => {
      const { webhook } = await stranger.webhooks.create({ url, eventTypes });
      return client.webhooks[method](webhook.id);
    }),
  ]),
];

/** Has the account hear of everything. */
async function listening({ owner }: OpenTrainWorld): Promise<void> {
  const all = Object.keys(webhookEvents) as WebhookEventType[];
  await owner.webhooks.create({ url, eventTypes: all });
}

const deliveries = [
  fires('proposal.received', async (world) => {
    await listening(world);
    await proposal(world);
  }),
  fires('proposal.status_changed', async (world) => {
    await listening(world);
    const { proposalId } = await proposal(world);
    world.sandbox.opentrain.setProposalStatus(proposalId, 'SHORTLISTED');
  }),
  fires('message.received', async (world) => {
    await listening(world);
    const { conversationId } = await conversation(world);
    await world.owner.messages.send({ conversationId, content: 'When could you start?' });
    world.sandbox.opentrain.reply(conversationId, 'Tomorrow.');
  }),
  fires('contract.created', async (world) => {
    await listening(world);
    await hired(world);
  }),
  fires('milestone.status_changed', async (world) => {
    await listening(world);
    await hired(world);
  }),
  fires('payment.pending', async (world) => {
    await listening(world);
    const { milestoneId } = await unfunded(world);
    await world.owner.milestones.fund(milestoneId);
  }),
  fires('approval.confirmed', async (world) => {
    await listening(world);
    await hired(world);
    const { proposalId } = await proposal(world);
    const { approval } = await world.owner.proposals.hire(proposalId, {
      milestone: { name: 'First', amount: 50 },
    });
    world.sandbox.opentrain.approvals.decline(approval.id);
  }),
  fires('contract.budget_state_changed', async (world) => {
    await listening(world);
    const { id } = await hiredByTheHour(world);
    world.sandbox.opentrain.reportWork(id, { seconds: 13 * 3600 });
    world.sandbox.opentrain.reportWork(id, { seconds: 2 * 3600 });
  }),
];

export const events = [...updates, ...webhooks, ...deliveries];
