import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../../src/sandbox/opentrain/money/ledger-check.ts';
import { type Offer, openShop } from './opentrain-money-fixture.ts';

describe('listing contracts', () => {
  it('answers the newest first, of one job or in one state where asked', async () => {
    const { account, call, controls, hired, world } = openShop();
    const { id } = account();
    const old = await hired(id);
    const recent = await hired(id);
    const ids = async (query?: Record<string, string>) =>
      (await call('contracts.list', { ...(query && { query }) })).body.contracts.map(
        (contract: { id: string }) => contract.id,
      );
    expect(await ids()).toEqual([recent.contractId, old.contractId]);
    controls.cancelMilestone(old.milestoneId);
    await call('contracts.end', { params: { contractId: old.contractId } });
    expect(await ids({ status: 'active' })).toEqual([recent.contractId]);
    expect(await ids({ status: 'ended' })).toEqual([old.contractId]);
    const { jobId } = world.contracts.get(old.contractId)!;
    expect(await ids({ jobId })).toEqual([old.contractId]);
    expect(await ids({ jobId, status: 'active' })).toEqual([]);
  });

  it('leaves conversation and budget to the single read, and cancelled milestones out', async () => {
    const { account, call, controls, hired } = openShop();
    const { milestoneId } = await hired(account().id);
    controls.cancelMilestone(milestoneId);
    const [contract] = (await call('contracts.list')).body.contracts;
    expect(contract).not.toHaveProperty('budget');
    expect(contract).not.toHaveProperty('jobDmConversationId');
    expect(contract).toMatchObject({ milestones: [], hasActiveMilestone: false });
  });

  it('answers 400 for another status, 403 for a foreign job and 404 for none', async () => {
    const { account, call, hired, world } = openShop();
    const { contractId } = await hired(account().id);
    const { token } = account();
    const list = (query: Record<string, string>) => call('contracts.list', { query, token });
    expect(await list({ status: 'open' })).toMatchObject({
      status: 400,
      body: { details: { field: 'status' } },
    });
    expect((await list({ jobId: world.contracts.get(contractId)!.jobId })).status).toBe(403);
    expect((await list({ jobId: 'job_none' })).status).toBe(404);
    expect(await call('contracts.get', { params: { contractId }, token })).toMatchObject({
      status: 404,
      body: { details: { resource: 'contracts', contractId } },
    });
  });
});

describe('ending a contract', () => {
  it('is done at once when nothing is funded, and only once', async () => {
    const { account, call, controls, hired, kernel } = openShop();
    const { contractId, milestoneId } = await hired(account().id);
    controls.cancelMilestone(milestoneId);
    await kernel.clock.advance('1d');
    const end = () => call('contracts.end', { params: { contractId } });
    expect(await end()).toEqual({ status: 200, body: { ok: true, contractId, status: 'ended' } });
    const { contract } = (await call('contracts.get', { params: { contractId } })).body;
    expect(contract).toMatchObject({ status: 'ended', endDate: '2026-06-02T09:00:00.000Z' });
    expect(await end()).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'contract_ended' } },
    });
  });

  it('waits for a human when money is in escrow, and gives it back', async () => {
    const { account, call, controls, hired, told, world } = openShop();
    const { id } = account({ card: false });
    controls.adjustCredits(id, 100_000);
    const { contractId } = await hired(id, 450);
    expect(world.credits.balance(id)).toMatchObject({
      availableCents: 49_505,
      reservedCents: 50_495,
    });
    const end = () => call('contracts.end', { params: { contractId } });
    const { status, body } = await end();
    expect(status).toBe(202);
    expect(body.approval).toMatchObject({
      type: 'contract_end',
      contractId,
      milestoneId: null,
      proposalId: null,
    });
    expect((await end()).body.approval.id).toBe(body.approval.id);
    const before = told(id).length;
    expect(controls.approvals.confirm(body.approval.id).result).toEqual({ contractEnded: true });
    expect(told(id).slice(before)).toEqual([
      'milestone.status_changed REFUNDED',
      'approval.confirmed confirmed',
    ]);
    const { contract } = (await call('contracts.get', { params: { contractId } })).body;
    expect(contract).toMatchObject({ status: 'ended', milestones: [] });
    expect(world.credits.balance(id)).toMatchObject({
      availableCents: 100_000,
      reservedCents: 0,
    });
    expect(checkLedger(world)).toEqual([]);
    expect((await end()).body.details.reason).toBe('contract_ended');
  });

  it('stops what was asked for its milestones', async () => {
    const { account, call, controls, hired } = openShop();
    const { contractId, milestoneId } = await hired(account().id);
    const params = { milestoneId };
    const pay = (await call('milestones.approve', { params })).body.approval;
    const end = (await call('contracts.end', { params: { contractId } })).body.approval;
    controls.approvals.confirm(end.id);
    expect(() => controls.approvals.confirm(pay.id)).toThrow(
      expect.objectContaining({ details: { reason: 'contract_ended', contractId } }),
    );
    for (const operation of ['milestones.fund', 'milestones.approve'] as const) {
      expect((await call(operation, { params })).body.details.reason).toBe('contract_ended');
    }
  });

  it('is refused for a foreign contract', async () => {
    const { account, call, hired } = openShop();
    const { contractId } = await hired(account().id);
    const { token } = account();
    expect((await call('contracts.end', { params: { contractId }, token })).status).toBe(404);
  });
});

describe('a budget', () => {
  const hourly = { paymentType: 'PAY_PER_HOUR', bidAmountUsd: 14 } as const;

  async function working(facts: Offer = hourly, amount = 560) {
    const open = openShop();
    const { id } = open.account();
    const { contractId } = await open.hired(id, amount, facts);
    const work = (done: Parameters<typeof open.controls.reportWork>[1]) =>
      open.controls.reportWork(contractId, done);
    const moves = () => open.told(id).filter((line) => line.startsWith('contract.budget'));
    return { ...open, id, contractId, work, moves };
  }

  it('matches the published figures', async () => {
    const { work } = await working();
    expect(work({ seconds: 100_800 })).toMatchObject({
      state: 'OK',
      consumedVolume: 28,
      remainingVolume: 12,
      consumedFraction: 0.7,
      lastUsageAt: '2026-06-01T09:00:00.000Z',
    });
    expect(work({ seconds: 18_000, tasks: 66 })).toMatchObject({
      state: 'LOW',
      consumed: { seconds: 118_800, hours: 33, labels: 0, tasks: 66 },
      consumedVolume: 33,
      remainingVolume: 7,
      consumedFraction: 0.825,
    });
  });

  it('tells each move once, down again when more is funded', async () => {
    const { call, contractId, controls, id, moves, work, world } = await working();
    work({ seconds: 115_199 });
    expect(moves()).toEqual([]);
    work({ seconds: 1 });
    work({ seconds: 60 });
    expect(moves()).toEqual(['contract.budget_state_changed LOW']);
    work({ seconds: 28_800 });
    expect(moves()).toHaveLength(2);
    const created = await call('contracts.createMilestone', {
      params: { contractId },
      body: { description: '40 hours', volume: 40 },
    });
    expect(moves()).toHaveLength(2);
    const params = { milestoneId: created.body.milestone.id };
    const asked = await call('milestones.fund', { params });
    controls.approvals.confirm(asked.body.approval.id);
    expect(moves()).toEqual([
      'contract.budget_state_changed LOW',
      'contract.budget_state_changed DEPLETED',
      'contract.budget_state_changed OK',
    ]);
    const { events } = world.events.page(id, ['payments:read'], { limit: 100 });
    expect(events.findLast(({ type }) => type === 'contract.budget_state_changed')).toMatchObject({
      resourceId: contractId,
      data: {
        contractId,
        previousState: 'DEPLETED',
        state: 'OK',
        paymentType: 'PAY_PER_HOUR',
        fundedVolume: 80,
        consumedVolume: expect.closeTo(40.0167, 4),
        consumedFraction: 0.5002,
      },
    });
  });

  it('counts labels, exactly at the threshold', async () => {
    const { work } = await working({ paymentType: 'PAY_PER_LABEL', bidAmountUsd: 0.1 }, 4.15);
    expect(work({ labels: 33.2 })).toMatchObject({ fundedVolume: 41.5, state: 'LOW' });
    expect(work({ labels: 100 })).toMatchObject({ state: 'DEPLETED', remainingVolume: 0 });
  });

  it('of a fixed price is always OK', async () => {
    const { work, moves } = await working({}, 300);
    expect(work({ seconds: 1e6, labels: 1e6 })).toMatchObject({
      state: 'OK',
      fundedVolume: 0,
      fundedAmountUsd: 300,
      consumedFraction: 0,
      activeMilestone: { amountUsd: 300, status: 'ACTIVE_FUNDED' },
    });
    expect(moves()).toEqual([]);
  });

  it('keeps counting what was paid out, but has no active milestone then', async () => {
    const { call, contractId, controls, work, world } = await working();
    const [milestone] = world.milestones.of(contractId);
    const params = { milestoneId: milestone!.id };
    const asked = await call('milestones.approve', { params });
    controls.approvals.confirm(asked.body.approval.id);
    expect(work({ seconds: 3600 })).toMatchObject({ fundedVolume: 40, activeMilestone: null });
  });

  it.each([[{}], [{ seconds: -1 }], [{ labels: Number.NaN }]])(
    'does not take %j for work',
    async (done) => {
      const { work } = await working();
      expect(() => work(done)).toThrow('none below zero');
    },
  );
});
