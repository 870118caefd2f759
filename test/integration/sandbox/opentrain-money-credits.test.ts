import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../../src/sandbox/opentrain/money/ledger-check.ts';
import { openShop } from './opentrain-money-fixture.ts';

describe('credits', () => {
  it('are zero for an account that never used them', async () => {
    const { account, call } = openShop();
    account();
    expect((await call('credits.balance')).body).toEqual({
      credits: { availableCents: 0, reservedCents: 0, currency: 'usd', recentEntries: [] },
    });
    expect((await call('credits.ledger')).body).toEqual({ entries: [], nextCursor: null });
  });

  it('go from held to spent when a milestone is paid, and back when support refunds it', async () => {
    const { account, call, controls, hired, world } = openShop();
    const { id } = account({ card: false });
    controls.adjustCredits(id, 100_000);
    const { milestoneId } = await hired(id, 450);
    const asked = await call('milestones.approve', { params: { milestoneId } });
    controls.approvals.confirm(asked.body.approval.id);
    expect(world.credits.balance(id)).toMatchObject({ availableCents: 49_505, reservedCents: 0 });
    controls.refundMilestone(milestoneId);
    const { entries } = (await call('credits.ledger')).body;
    expect(
      entries.map((entry: { type: string; amountCents: number }) => [
        entry.type,
        entry.amountCents,
      ]),
    ).toEqual([
      ['REFUND', 50_495],
      ['CAPTURE', -50_495],
      ['HOLD', -50_495],
      ['ADJUSTMENT', 100_000],
    ]);
    expect(entries[1]).toMatchObject({ holdEntryId: entries[2].id, milestoneId });
    expect(world.credits.balance(id)).toMatchObject({ availableCents: 100_000, reservedCents: 0 });
    expect(checkLedger(world)).toEqual([]);
  });

  it('come free when a milestone is cancelled', async () => {
    const { account, controls, hired, world } = openShop();
    const { id } = account({ card: false });
    controls.adjustCredits(id, 33_995);
    const { milestoneId } = await hired(id);
    controls.cancelMilestone(milestoneId);
    expect(world.credits.balance(id)).toMatchObject({ availableCents: 33_995, reservedCents: 0 });
    expect(() => controls.cancelMilestone(milestoneId)).toThrow('CANCELLED');
  });

  it('are paged newest first, and the balance shows the ten newest', async () => {
    const { account, call, controls } = openShop();
    const { id } = account();
    for (let cents = 1; cents <= 12; cents += 1) controls.adjustCredits(id, cents);
    const { credits } = (await call('credits.balance')).body;
    expect(credits.availableCents).toBe(78);
    expect(credits.recentEntries).toHaveLength(10);
    const page = async (query: Record<string, string>) =>
      (await call('credits.ledger', { query })).body;
    const one = await page({ limit: '7' });
    const two = await page({ limit: '7', cursor: one.nextCursor });
    const amounts = [...one.entries, ...two.entries].map(({ amountCents }) => amountCents);
    expect(amounts).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(two.nextCursor).toBeNull();
  });

  it.each(['0', '101', 'ten', '-1'])('turn down limit=%s', async (limit) => {
    const { account, call } = openShop();
    account();
    expect(await call('credits.ledger', { query: { limit } })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field: 'limit' } },
    });
  });

  it('turn down a cursor that is none', async () => {
    const { account, call } = openShop();
    account();
    expect(await call('credits.ledger', { query: { cursor: 'x' } })).toMatchObject({
      status: 400,
      body: { details: { field: 'cursor' } },
    });
  });

  it('are behind their feature, and never below zero', async () => {
    const { account, call, controls } = openShop();
    const { id } = account({ features: [] });
    expect(await call('credits.balance')).toMatchObject({
      status: 403,
      body: { details: { featureKey: 'public_api_credits' } },
    });
    expect(() => controls.adjustCredits(id, -1)).toThrow('below zero');
    expect(() => controls.adjustCredits(id, 0.5)).toThrow('whole cents');
    controls.adjustCredits(id, Number.MAX_SAFE_INTEGER);
    expect(() => controls.adjustCredits(id, 1)).toThrow('more than can be counted');
    for (const creditsUsd of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e20]) {
      expect(() => controls.createAccount({ creditsUsd })).toThrow('that cents can count');
    }
  });
});

describe('a top-up', () => {
  async function started(body: object = { amountUsd: 1000 }, origin?: string) {
    const open = openShop();
    const { id } = open.account();
    const answer = await open.call('credits.createTopUp', { body, ...(origin && { origin }) });
    const { topUpId } = answer.body;
    const read = async () =>
      (await open.call('credits.getTopUp', { params: { topUpId } })).body.topUp;
    return { ...open, id, answer, topUpId, read };
  }

  it('waits for a person to pay', async () => {
    const { answer, topUpId, read, id, world } = await started();
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      checkoutUrl: expect.stringMatching(/^https:\/\/checkout\.stripe\.com\/c\/pay\/cs_test_/),
      expiresAt: '2026-06-02T09:00:00.000Z',
    });
    expect(answer.body.topUp).toEqual({
      id: topUpId,
      status: 'PENDING',
      amountCents: 100_000,
      createdAt: '2026-06-01T09:00:00.000Z',
      completedAt: null,
      expiresAt: '2026-06-02T09:00:00.000Z',
    });
    expect(await read()).toEqual(answer.body.topUp);
    expect(world.credits.balance(id).availableCents).toBe(0);
  });

  it('is paid on a page of the sandbox itself when that runs on a port', async () => {
    const { answer, topUpId } = await started({ amountUsd: 10 }, 'http://localhost:4010');
    expect(answer.body.checkoutUrl).toBe(`http://localhost:4010/checkout/${topUpId}`);
  });

  it('adds to the credits once paid, and only once', async () => {
    const { controls, kernel, topUpId, read, id, world } = await started();
    await kernel.clock.advance('10m');
    controls.completeTopUp(topUpId);
    expect(await read()).toMatchObject({
      status: 'COMPLETED',
      completedAt: '2026-06-01T09:10:00.000Z',
    });
    expect(() => controls.completeTopUp(topUpId)).toThrow('COMPLETED');
    expect(world.credits.balance(id).availableCents).toBe(100_000);
    expect([...world.credits.entries(id)]).toMatchObject([{ type: 'TOP_UP', topUpId }]);
  });

  it('expires by being read a day later, and cannot be paid then', async () => {
    const { controls, kernel, topUpId, read } = await started();
    await kernel.clock.advance('24h');
    expect(() => controls.completeTopUp(topUpId)).toThrow('EXPIRED');
    expect((await read()).status).toBe('EXPIRED');
  });

  it('is canceled by the human', async () => {
    const { controls, topUpId, read } = await started();
    controls.cancelTopUp(topUpId);
    expect((await read()).status).toBe('CANCELED');
    expect(() => controls.completeTopUp(topUpId)).toThrow('CANCELED');
  });

  it.each([
    [{ amountUsd: 10 }, 1_000],
    [{ amountUsd: 10_000 }, 1_000_000],
    [{ amount: 25.5 }, 2_550],
    [{ amountUsd: 20, amount: 30 }, 2_000],
  ])('takes %j', async (body, cents) => {
    expect((await started(body)).answer.body.topUp.amountCents).toBe(cents);
  });

  it.each([[{}], [{ amountUsd: 9.99 }], [{ amountUsd: 10_000.01 }], [{ amountUsd: '50' }], [[]]])(
    'turns down %j',
    async (body) => {
      expect((await started(body)).answer).toMatchObject({
        status: 400,
        body: { code: 'BAD_REQUEST', details: { field: 'amountUsd' } },
      });
    },
  );

  it('is hidden from other accounts', async () => {
    const { account, call, topUpId } = await started();
    const { token } = account();
    expect(await call('credits.getTopUp', { params: { topUpId }, token })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', details: { resource: 'credit-top-ups', topUpId } },
    });
  });
});
