import { describe, expect, it } from 'vitest';
import { type Offer, openShop } from './opentrain-money-fixture.ts';

async function contract(facts: Offer = {}, amount = 300) {
  const open = openShop();
  const { id } = open.account();
  const { contractId, milestoneId } = await open.hired(id, amount, facts);
  const create = (body: object, of = contractId) =>
    open.call('contracts.createMilestone', { params: { contractId: of }, body });
  const fund = (of: string, token?: string) =>
    open.call('milestones.fund', { params: { milestoneId: of }, ...(token && { token }) });
  const approve = (of: string, token?: string) =>
    open.call('milestones.approve', { params: { milestoneId: of }, ...(token && { token }) });
  const milestones = async () =>
    (await open.call('contracts.get', { params: { contractId } })).body.contract.milestones;
  const second = async (amountUsd = 420) =>
    (await create({ description: '700 frames', amountUsd })).body.milestone.id as string;
  return { ...open, id, contractId, milestoneId, create, fund, approve, milestones, second };
}

const hourly = { paymentType: 'PAY_PER_HOUR', bidAmountUsd: 14 } as const;

describe('adding a milestone', () => {
  it('makes an unfunded one, next in number, and tells', async () => {
    const { create, id, told } = await contract();
    const before = told(id).length;
    const { status, body } = await create({
      name: 'Second batch',
      description: '700 frames',
      amountUsd: 420,
      dueDate: '2026-08-01',
    });
    expect(status).toBe(201);
    expect(body.milestone).toEqual({
      id: body.milestone.id,
      name: 'Second batch',
      description: '700 frames',
      status: 'NOT_FUNDED',
      amountUsd: 420,
      volume: null,
      milestoneNumber: 2,
      dueDate: '2026-08-01T00:00:00.000Z',
      pendingApproval: false,
      needsReview: false,
      invoiceId: null,
      createdAt: '2026-06-01T09:00:00.000Z',
    });
    expect(told(id).slice(before)).toEqual(['milestone.status_changed NOT_FUNDED']);
  });

  it.each([
    [{}, { amountUsd: 10 }, 'description'],
    [{}, { description: ' ', amountUsd: 10 }, 'description'],
    [{}, { description: 'a' }, 'amountUsd'],
    [{}, { description: 'a', amountUsd: 0 }, 'amountUsd'],
    [{}, { description: 'a', amountUsd: 0.004 }, 'amountUsd'],
    [{}, { description: 'a', amountUsd: 1, dueDate: 'soon' }, 'dueDate'],
    [{}, { description: 'a', amountUsd: 1, dueDate: '2026-13-01' }, 'dueDate'],
    [hourly, { description: 'a', amountUsd: 14 }, 'volume'],
    [hourly, { description: 'a', volume: 0 }, 'volume'],
    [hourly, { description: 'a', amountUsd: 281, volume: 20 }, 'amountUsd'],
  ])('on %j turns down %j for its %s', async (facts, body, field) => {
    const { create } = await contract(facts);
    const answer = await create(body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field } },
    });
  });

  it('takes a timestamp as due date', async () => {
    const { create } = await contract();
    const dueDate = '2026-08-01T12:00:00+02:00';
    const { body } = await create({ description: 'a', amountUsd: 1, dueDate });
    expect(body.milestone.dueDate).toBe('2026-08-01T10:00:00.000Z');
  });

  it.each([
    [14, 20, 280],
    [0.07, 1500, 105],
    [1.005, 1, 1.01],
    [0.0005, 10, 0.01],
  ])('prices volume by the rate: %d by %d is %d', async (bidAmountUsd, volume, amountUsd) => {
    const { create } = await contract({ paymentType: 'PAY_PER_LABEL', bidAmountUsd });
    const { body } = await create({ description: 'a', volume });
    expect(body.milestone).toMatchObject({ volume, amountUsd });
    expect((await create({ description: 'a', volume, amountUsd })).status).toBe(201);
  });

  it('cannot price a volume without a rate', async () => {
    const { create } = await contract({ paymentType: 'PAY_PER_HOUR' });
    expect(await create({ description: 'a', volume: 1 })).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'contract_rate_missing' } },
    });
  });

  it('is refused on an ended, an unknown and a foreign contract', async () => {
    const { account, contractId, create, call, controls, milestoneId } = await contract();
    const body = { description: 'a', amountUsd: 1 };
    expect((await create(body, 'ctr_none')).status).toBe(404);
    const { token } = account();
    const params = { contractId };
    expect((await call('contracts.createMilestone', { params, body, token })).status).toBe(404);
    controls.cancelMilestone(milestoneId);
    expect((await call('contracts.end', { params })).status).toBe(200);
    expect(await create(body)).toMatchObject({
      status: 409,
      body: { details: { reason: 'contract_ended' } },
    });
  });
});

describe('funding a milestone', () => {
  it('asks once, shows the invoice that waits, and funds on confirmation', async () => {
    const { call, controls, fund, id, milestones, second, told } = await contract();
    const milestoneId = await second();
    const before = told(id).length;
    const { status, body } = await fund(milestoneId);
    expect(status).toBe(202);
    expect(body.approval).toMatchObject({
      type: 'milestone_fund',
      status: 'pending',
      milestoneId,
      proposalId: null,
    });
    expect((await fund(milestoneId)).body.approval).toEqual(body.approval);
    const { payments } = (await call('payments.pending')).body;
    expect(payments).toEqual([
      {
        id: payments[0].id,
        status: 'PENDING_FUNDING',
        invoiceKind: 'FUNDING',
        viewerRole: 'EMPLOYER',
        amountUsd: 420,
        createdAt: '2026-06-01T09:00:00.000Z',
        invoiceNumber: 1002,
        job: { id: body.approval.jobId, title: 'Polygon labelling' },
        milestone: { id: milestoneId, name: null },
      },
    ]);
    expect((await milestones())[1]).toMatchObject({ pendingApproval: true, invoiceId: null });

    const { result } = controls.approvals.confirm(body.approval.id);
    expect(result).toEqual({
      invoiceId: payments[0].id,
      paymentIntentId: expect.stringMatching(/^pi_/),
    });
    expect((await milestones())[1]).toMatchObject({
      status: 'ACTIVE_FUNDED',
      pendingApproval: false,
      invoiceId: payments[0].id,
    });
    expect((await call('payments.pending')).body.payments).toEqual([]);
    expect(told(id).slice(before)).toEqual([
      'payment.pending',
      'milestone.status_changed ACTIVE_FUNDED',
      'approval.confirmed confirmed',
    ]);
  });

  it('holds the amount and the fee, but no second initiation fee', async () => {
    const { controls, fund, id, second, world } = await contract();
    controls.adjustCredits(id, 50_000);
    const { body } = await fund(await second());
    const { result } = controls.approvals.confirm(body.approval.id, { source: 'credits' });
    expect(result).not.toHaveProperty('paymentIntentId');
    expect(world.credits.balance(id)).toMatchObject({
      availableCents: 3_800,
      reservedCents: 46_200,
    });
  });

  it('needs a card, or credits for the whole charge', async () => {
    const { controls, fund, id, second } = await contract();
    controls.setCard(id, false);
    const milestoneId = await second();
    expect(await fund(milestoneId)).toMatchObject({
      status: 409,
      body: { details: { reason: 'payment_method_required', billingUrl: expect.any(String) } },
    });
    controls.adjustCredits(id, 46_200);
    expect((await fund(milestoneId)).status).toBe(202);
  });

  it('leaves no invoice waiting when the human declines or nobody answers', async () => {
    const { call, controls, fund, kernel, milestones, second } = await contract();
    const milestoneId = await second();
    const waiting = async () => (await call('payments.pending')).body.payments.length;
    controls.approvals.decline((await fund(milestoneId)).body.approval.id);
    expect(await waiting()).toBe(0);
    await fund(milestoneId);
    expect(await waiting()).toBe(1);
    await kernel.clock.advance('72h');
    expect(await waiting()).toBe(0);
    expect((await milestones())[1]).toMatchObject({ pendingApproval: false });
    await fund(milestoneId);
    expect(await waiting()).toBe(1);
  });

  it('leaves no invoice waiting when the contract ends', async () => {
    const { call, controls, fund, contractId, second } = await contract();
    await fund(await second());
    const waiting = async () => (await call('payments.pending')).body.payments.length;
    expect(await waiting()).toBe(1);
    const { body } = await call('contracts.end', { params: { contractId } });
    controls.approvals.confirm(body.approval.id);
    expect(await waiting()).toBe(0);
  });

  it('is refused for a milestone that is funded, cancelled, foreign or unknown', async () => {
    const { account, controls, fund, milestoneId, second } = await contract();
    expect(await fund(milestoneId)).toMatchObject({
      status: 409,
      body: { details: { reason: 'milestone_not_fundable', status: 'ACTIVE_FUNDED' } },
    });
    const other = await second();
    expect((await fund(other, account().token)).status).toBe(404);
    expect((await fund('mls_none')).status).toBe(404);
    controls.cancelMilestone(other);
    expect(await fund(other)).toMatchObject({
      status: 409,
      body: { details: { reason: 'milestone_cancelled' } },
    });
  });

  it('cannot be confirmed once the milestone is cancelled', async () => {
    const { call, controls, fund, second } = await contract();
    const milestoneId = await second();
    const { approval } = (await fund(milestoneId)).body;
    controls.cancelMilestone(milestoneId);
    expect((await call('payments.pending')).body.payments).toEqual([]);
    expect(() => controls.approvals.confirm(approval.id)).toThrow('called off');
  });
});

describe('paying a milestone out', () => {
  it('asks once, pays on confirmation and starts the payout', async () => {
    const { approve, call, contractId, controls, id, milestoneId, milestones, told, world } =
      await contract();
    const asked = (await approve(milestoneId)).body.approval;
    expect(asked).toMatchObject({ type: 'milestone_approve', milestoneId, status: 'pending' });
    expect((await approve(milestoneId)).body.approval.id).toBe(asked.id);
    expect((await milestones())[0].pendingApproval).toBe(true);
    const { result } = controls.approvals.confirm(asked.id);
    expect(result).toEqual({
      invoiceId: expect.stringMatching(/^inv_/),
      payoutTransactionId: expect.stringMatching(/^po_/),
    });
    expect((await milestones())[0]).toMatchObject({ status: 'PAID', pendingApproval: false });
    expect(told(id).slice(-2)).toEqual([
      'milestone.status_changed PAID',
      'approval.confirmed confirmed',
    ]);

    const { token } = controls.mintTrainerToken(world.contracts.get(contractId)!.trainerId);
    const { payments } = (await call('payments.pending', { token })).body;
    expect(payments).toMatchObject([
      { status: 'PENDING_PAYOUT', invoiceKind: 'PAYOUT', viewerRole: 'FREELANCER', amountUsd: 300 },
    ]);
    controls.completePayout(milestoneId);
    expect((await call('payments.pending', { token })).body.payments).toEqual([]);
    expect(() => controls.completePayout(milestoneId)).toThrow('No payout');
  });

  it('needs review once the trainer asked for payout, which is no condition', async () => {
    const { approve, controls, id, milestoneId, milestones, told } = await contract();
    const before = told(id).length;
    controls.requestPayout(milestoneId);
    expect((await milestones())[0].needsReview).toBe(true);
    expect(told(id).length).toBe(before);
    controls.approvals.confirm((await approve(milestoneId)).body.approval.id);
    expect((await milestones())[0].needsReview).toBe(false);
  });

  it('is refused for a milestone that is not funded, paid, cancelled or foreign', async () => {
    const { account, approve, controls, milestoneId, second } = await contract();
    const reason = async (of: string) => (await approve(of)).body.details.reason;
    const other = await second();
    expect(await reason(other)).toBe('milestone_not_funded');
    controls.cancelMilestone(other);
    expect(await reason(other)).toBe('milestone_cancelled');
    controls.approvals.confirm((await approve(milestoneId)).body.approval.id);
    expect(await reason(milestoneId)).toBe('milestone_already_paid');
    expect((await approve(milestoneId, account().token)).status).toBe(404);
  });
});
