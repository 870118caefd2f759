import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { firstMilestone, hired, milestone, nothing, proposal, unfunded } from '../setting.ts';
import type { OpenTrainWorld } from '../world.ts';

/** A hire that waits for a human. */
async function hireRequest(world: Pick<OpenTrainWorld, 'sandbox' | 'owner'>): Promise<string> {
  const { proposalId } = await proposal(world);
  return (await world.owner.proposals.hire(proposalId, { milestone })).approval.id;
}

const approvals = [
  answers('approvals.get', 'reads one that waits', async (world) => {
    const id = await hireRequest(world);
    const found = await world.client.approvals.get(id);
    expect(found).toMatchObject({ id, status: 'pending', result: null, resolvedAt: null });
  }),
  answers('approvals.get', 'reads a confirmed hire', async (world) => {
    const id = await hireRequest(world);
    world.sandbox.opentrain.approvals.confirm(id);
    const result = { hired: true, contractId: expect.any(String), jobId: expect.any(String) };
    expect(await world.client.approvals.get(id)).toMatchObject({ status: 'confirmed', result });
  }),
  answers('approvals.get', 'reads a confirmed funding, by card', async (world) => {
    const { milestoneId } = await unfunded(world);
    const { approval } = await world.owner.milestones.fund(milestoneId);
    world.sandbox.opentrain.approvals.confirm(approval.id, { source: 'card' });
    const result = { invoiceId: expect.any(String), paymentIntentId: expect.any(String) };
    expect(await world.client.approvals.get(approval.id)).toMatchObject({ result });
  }),
  answers('approvals.get', 'reads a confirmed payout', async (world) => {
    const milestoneId = firstMilestone(await hired(world));
    const { approval } = await world.owner.milestones.approve(milestoneId);
    world.sandbox.opentrain.approvals.confirm(approval.id);
    const result = { invoiceId: expect.any(String), payoutTransactionId: expect.any(String) };
    expect(await world.client.approvals.get(approval.id)).toMatchObject({ result });
  }),
  answers('approvals.get', 'reads a confirmed end', async (world) => {
    const ending = await world.owner.contracts.end((await hired(world)).id);
    if (!('approval' in ending)) throw new Error('nothing was in escrow');
    world.sandbox.opentrain.approvals.confirm(ending.approval.id);
    const result = { contractEnded: true };
    expect(await world.client.approvals.get(ending.approval.id)).toMatchObject({ result });
  }),
  answers('approvals.get', 'reads a declined one', async (world) => {
    const id = await hireRequest(world);
    world.sandbox.opentrain.approvals.decline(id);
    const found = await world.client.approvals.get(id);
    expect(found).toMatchObject({ status: 'declined', result: null });
  }),
  answers('approvals.get', 'reads one that ran out', async (world) => {
    const id = await hireRequest(world);
    await world.sandbox.clock.advance('72h');
    expect(await world.client.approvals.get(id)).toMatchObject({ status: 'expired' });
  }),
  refuses('approvals.get', 404, 'does not exist', ({ client }) => client.approvals.get(nothing)),
  refuses('approvals.get', 404, 'not visible', async (world) => {
    const id = await hireRequest({ ...world, owner: world.stranger });
    return world.client.approvals.get(id);
  }),
];

const credits = [
  answers('credits.balance', 'is nothing before a first top-up', async ({ client }) => {
    const none = { availableCents: 0, reservedCents: 0, currency: 'usd', recentEntries: [] };
    expect(await client.credits.balance()).toEqual(none);
  }),
  answers('credits.balance', 'reserves what a hire took from it', async (world) => {
    const { token } = world.open({ card: false, creditsUsd: 500 });
    await hired({ ...world, owner: world.with(token) });
    expect(await world.as(token).credits.balance()).toMatchObject({
      availableCents: 50_000 - 33_995,
      reservedCents: 33_995,
      recentEntries: [{ type: 'HOLD', amountCents: -33_995 }, { type: 'ADJUSTMENT' }],
    });
  }),
  answers('credits.ledger', 'is empty before a first top-up', async ({ client }) => {
    expect((await client.credits.ledger({ limit: 100 })).items).toEqual([]);
  }),
  answers('credits.ledger', 'has entries page by page', async (world) => {
    const { token } = world.open({ card: false, creditsUsd: 500 });
    const owner = world.with(token);
    await hired({ ...world, owner });
    const { nextCursor } = await owner.credits.ledger({ limit: 1 });
    const { items } = await world.as(token).credits.ledger({ limit: 1, cursor: nextCursor ?? '' });
    expect(items).toMatchObject([{ type: 'ADJUSTMENT', amountCents: 50_000 }]);
  }),
  answers('credits.createTopUp', 'leads to a checkout page', async ({ client }) => {
    expect(await client.credits.createTopUp({ amountUsd: 250 })).toMatchObject({
      checkoutUrl: expect.stringMatching(/^https:/),
      topUp: { status: 'PENDING', amountCents: 25_000, completedAt: null },
    });
  }),
  answers('credits.getTopUp', 'reads one that nobody paid', async ({ client, owner, sandbox }) => {
    const { topUpId } = await owner.credits.createTopUp({ amountUsd: 10 });
    await sandbox.clock.advance('25h');
    expect(await client.credits.getTopUp(topUpId)).toMatchObject({ status: 'EXPIRED' });
  }),
  answers('credits.getTopUp', 'reads one that was paid', async ({ client, owner, sandbox }) => {
    const { topUpId } = await owner.credits.createTopUp({ amountUsd: 10 });
    sandbox.opentrain.completeTopUp(topUpId);
    expect(await client.credits.getTopUp(topUpId)).toMatchObject({
      status: 'COMPLETED',
      completedAt: expect.any(String),
    });
  }),
  refuses('credits.ledger', 400, 'limit', ({ client }) => client.credits.ledger({ limit: 0 })),
  refuses('credits.ledger', 400, 'limit', ({ client }) => client.credits.ledger({ limit: 101 })),
  refuses('credits.createTopUp', 400, '`amountUsd`', ({ client }) =>
    client.credits.createTopUp({ amountUsd: 9.99 }),
  ),
  refuses('credits.createTopUp', 400, '`amountUsd`', ({ client }) =>
    client.credits.createTopUp({ amountUsd: 10_001 }),
  ),
  refuses('credits.createTopUp', 400, '`amountUsd`', ({ client }) =>
    client.credits.createTopUp({} as never),
  ),
  refuses('credits.getTopUp', 404, 'does not exist', ({ client }) =>
    client.credits.getTopUp(nothing),
  ),
  refuses('credits.getTopUp', 404, 'another account', async ({ client, stranger }) => {
    const { topUpId } = await stranger.credits.createTopUp({ amountUsd: 10 });
    return client.credits.getTopUp(topUpId);
  }),
];

const payments = [
  answers('payments.pending', 'has what waits to be funded', async (world) => {
    const { milestoneId } = await unfunded(world);
    await world.owner.milestones.fund(milestoneId);
    const { items } = await world.client.payments.pending();
    expect(items).toMatchObject([
      { status: 'PENDING_FUNDING', viewerRole: 'EMPLOYER', milestone: { id: milestoneId } },
    ]);
  }),
];

export const money = [...approvals, ...credits, ...payments];
