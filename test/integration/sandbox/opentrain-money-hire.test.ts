import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../../src/sandbox/opentrain/money/ledger-check.ts';
import { openShop } from './opentrain-money-fixture.ts';

const first = { name: 'First batch', description: '500 frames', amount: 300 };

function shop(facts: Parameters<ReturnType<typeof openShop>['account']>[0] = {}) {
  const open = openShop();
  const { id } = open.account(facts);
  const proposalId = open.proposal(id);
  const { jobId, trainerId } = open.world.proposals.get(proposalId)!;
  const hire = (milestone: object = first, more: object = {}, of = proposalId) =>
    open.call('proposals.hire', { params: { proposalId: of }, body: { milestone, ...more } });
  return { ...open, id, proposalId, jobId, trainerId, hire };
}

describe('asking for a hire', () => {
  it('answers a pending approval and hires nobody', async () => {
    const { hire, proposalId, jobId, told, id, world } = shop();
    const { status, body } = await hire();
    expect(status).toBe(202);
    expect(body.approval).toEqual({
      id: body.approval.id,
      type: 'proposal_hire',
      status: 'pending',
      contractId: null,
      milestoneId: null,
      jobId,
      proposalId,
      approvalUrl: `https://app.opentrain.ai/approvals/${body.approval.id}`,
      expiresAt: '2026-06-04T09:00:00.000Z',
      resolvedAt: null,
      result: null,
      createdAt: '2026-06-01T09:00:00.000Z',
    });
    expect(told(id)).toEqual([]);
    expect(world.contracts.list(id)).toEqual([]);
  });

  it('links to the origin that was called, so that a sandbox on a port links to itself', async () => {
    const { call, proposalId } = shop();
    const origin = 'http://localhost:4010';
    const { body } = await call('proposals.hire', {
      params: { proposalId },
      body: { milestone: first },
      origin,
    });
    expect(body.approval.approvalUrl).toBe(`${origin}/approvals/${body.approval.id}`);
  });

  it('answers the same approval for the same terms', async () => {
    const { hire } = shop();
    const asked = await hire();
    expect((await hire()).body.approval).toEqual(asked.body.approval);
  });

  it('replaces the request when the terms change: the old one is expired', async () => {
    const { call, hire, told, id } = shop();
    const old = (await hire()).body.approval.id;
    const { approval } = (await hire({ ...first, amount: 301 })).body;
    expect(approval.id).not.toBe(old);
    const read = await call('approvals.get', { params: { approvalId: old } });
    expect(read.body.approval).toMatchObject({ status: 'expired', result: null });
    expect(told(id)).toEqual(['approval.confirmed expired']);
  });

  it.each([
    [{ amount: 300 }, 'neither name nor description'],
    [{ name: ' ', description: '', amount: 300 }, 'blank name and description'],
    [{ name: 'a' }, 'no amount'],
    [{ name: 'a', amount: 0 }, 'nothing to pay'],
    [{ name: 'a', amount: 0.001 }, 'less than a cent'],
    [{ name: 'a', amount: 10, dueDate: '2026-02-30' }, 'a day that does not exist'],
  ])('turns down a milestone %j: %s', async (milestone: object, _) => {
    const { status, body } = await shop().hire(milestone);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'BAD_REQUEST', details: { issues: [{}] } });
    expect(body.details.issues[0].path[0]).toBe('milestone');
  });

  it('takes a description in place of a name', async () => {
    expect((await shop().hire({ description: 'Frames', amount: 1 })).status).toBe(202);
  });

  it('answers 404 for an unknown proposal and 403 for one on a job of another account', async () => {
    const { account, hire, proposal } = shop();
    const foreign = proposal(account().id);
    expect(await hire(first, {}, 'prp_none')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', details: { resource: 'proposals', proposalId: 'prp_none' } },
    });
    expect(await hire(first, {}, foreign)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });

  it('wants Not a fit to be confirmed', async () => {
    const { hire, proposalId, world } = shop();
    world.proposals.setStatus(proposalId, 'NOT_A_FIT');
    expect(await hire()).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'proposal_not_a_fit' } },
    });
    expect((await hire(first, { confirmNotAFit: true })).status).toBe(202);
  });

  it('cannot hire who has not signed up', async () => {
    const { hire, id, proposal } = shop();
    const unregistered = proposal(id, { trainer: { registered: false } });
    expect(await hire(first, {}, unregistered)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'proposal_not_hireable' } },
    });
  });

  it('hires nobody twice', async () => {
    const { controls, hire } = shop();
    controls.approvals.confirm((await hire()).body.approval.id);
    expect(await hire()).toMatchObject({
      status: 409,
      body: { details: { reason: 'already_hired' } },
    });
  });

  it('needs a card, or credits for the whole charge', async () => {
    const { controls, hire, id } = shop({ card: false });
    const refusal = {
      status: 409,
      body: {
        code: 'CONFLICT',
        details: {
          reason: 'payment_method_required',
          billingUrl: 'https://app.opentrain.ai/employer-settings?tab=billing',
        },
      },
    };
    expect(await hire()).toMatchObject(refusal);
    controls.adjustCredits(id, 33_994);
    expect(await hire()).toMatchObject(refusal);
    controls.adjustCredits(id, 1);
    expect((await hire()).status).toBe(202);
  });

  it('keeps the old request when the new terms cannot be paid', async () => {
    const { call, controls, hire, id } = shop({ card: false });
    controls.adjustCredits(id, 33_995);
    const { approval } = (await hire()).body;
    expect((await hire({ ...first, amount: 400 })).status).toBe(409);
    const read = await call('approvals.get', { params: { approvalId: approval.id } });
    expect(read.body.approval.status).toBe('pending');
  });
});

describe('a confirmed hire', () => {
  it('makes a contract with a funded milestone and a conversation, and tells in order', async () => {
    const { call, controls, hire, id, jobId, proposalId, told, trainerId, world } = shop();
    const { approval } = (await hire({ ...first, dueDate: '2026-07-15' })).body;
    const confirmed = controls.approvals.confirm(approval.id);
    const { contractId } = confirmed.result as { contractId: string };
    expect(confirmed).toMatchObject({
      status: 'confirmed',
      resolvedAt: '2026-06-01T09:00:00.000Z',
      result: { hired: true, contractId, jobId, freelancerUserId: trainerId },
    });
    expect(told(id)).toEqual([
      'proposal.status_changed HIRED',
      'contract.created',
      'milestone.status_changed ACTIVE_FUNDED',
      'approval.confirmed confirmed',
    ]);
    const { contract } = (await call('contracts.get', { params: { contractId } })).body;
    expect(contract).toMatchObject({
      status: 'active',
      title: 'Polygon labelling',
      proposalId,
      paymentType: 'FIXED_PRICE',
      rateUsd: 300,
      estimatedTotalUsd: 300,
      estimatedVolume: null,
      hasActiveMilestone: true,
      endDate: null,
      freelancer: {
        userId: trainerId,
        displayName: 'Ines M.',
        country: 'Portugal',
        profilePath: '/profile/ines-m',
      },
      jobDmConversationId: expect.stringMatching(/^cnv_/),
      budget: { state: 'OK', fundedVolume: 0, fundedAmountUsd: 300, consumedFraction: 0 },
    });
    expect(contract.milestones).toEqual([
      {
        id: contract.milestones[0].id,
        name: 'First batch',
        description: '500 frames',
        status: 'ACTIVE_FUNDED',
        amountUsd: 300,
        volume: null,
        milestoneNumber: 1,
        dueDate: '2026-07-15T00:00:00.000Z',
        pendingApproval: false,
        needsReview: false,
        invoiceId: contract.milestones[0].invoiceId,
        createdAt: '2026-06-01T09:00:00.000Z',
      },
    ]);
    expect(contract.milestones[0].invoiceId).toMatch(/^inv_/);
    expect(world.contracts.byProposal(proposalId)?.id).toBe(contractId);
  });

  it('charges the card and leaves the credits alone', async () => {
    const { controls, hire, id, world } = shop();
    controls.adjustCredits(id, 100_000);
    controls.approvals.confirm((await hire()).body.approval.id);
    expect(world.credits.balance(id)).toMatchObject({ availableCents: 100_000, reservedCents: 0 });
  });

  it.each([
    [100, 11_995],
    [280, 31_795],
    [300, 33_995],
    [450, 50_495],
    [10.05, 2_101],
    [0.05, 1_001],
  ])('holds %d dollars with fees: %d cents', async (amount, cents) => {
    const { call, controls, hire, id, proposalId, world } = shop({ card: false });
    controls.adjustCredits(id, 100_000);
    const asked = await hire({ ...first, amount });
    controls.approvals.confirm(asked.body.approval.id, { source: 'credits' });
    const { credits } = (await call('credits.balance')).body;
    expect(credits).toMatchObject({ availableCents: 100_000 - cents, reservedCents: cents });
    expect(credits.recentEntries[0]).toMatchObject({
      type: 'HOLD',
      amountCents: -cents,
      jobofferId: proposalId,
      contractId: world.contracts.list(id)[0]?.id,
    });
    expect(checkLedger(world)).toEqual([]);
  });

  it("lets the human's changes win", async () => {
    const { controls, hire, id, world } = shop();
    const { approval } = (await hire({ ...first, dueDate: '2026-07-15' })).body;
    controls.approvals.confirm(approval.id, { milestone: { amount: 250, name: 'Pilot' } });
    const [milestone] = world.milestones.of(world.contracts.list(id)[0]?.id ?? '');
    expect(milestone).toMatchObject({
      name: 'Pilot',
      description: '500 frames',
      amountCents: 25_000,
      dueDate: '2026-07-15T00:00:00.000Z',
    });
  });

  it('takes volume and rate from the bid when work is paid by the hour', async () => {
    const { call, hired, id } = shop();
    const { contractId } = await hired(id, 560, { paymentType: 'PAY_PER_HOUR', bidAmountUsd: 14 });
    const { contract } = (await call('contracts.get', { params: { contractId } })).body;
    expect(contract).toMatchObject({ rateUsd: 14, estimatedVolume: 40, estimatedTotalUsd: 560 });
    expect(contract.milestones[0].volume).toBe(40);
    expect(contract.budget).toMatchObject({ fundedVolume: 40, remainingVolume: 40, state: 'OK' });
  });

  it('shows a trainer without a known name as Freelancer', async () => {
    const { call, hired, id } = shop();
    const { contractId } = await hired(id, 5, { trainer: { firstName: null, lastName: null } });
    const { contract } = (await call('contracts.get', { params: { contractId } })).body;
    expect(contract.freelancer.displayName).toBe('Freelancer');
  });
});

describe('a hire that cannot be confirmed', () => {
  it('stays pending, and may be confirmed with another source', async () => {
    const { call, controls, hire, id, told } = shop();
    const { approval } = (await hire()).body;
    const confirm = (source: 'card' | 'credits') => () =>
      controls.approvals.confirm(approval.id, { source });
    expect(confirm('credits')).toThrow(
      expect.objectContaining({
        status: 409,
        details: { reason: 'insufficient_credits', availableCents: 0, chargeCents: 33_995 },
      }),
    );
    controls.setCard(id, false);
    expect(confirm('card')).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ reason: 'payment_method_required' }),
      }),
    );
    expect(told(id)).toEqual([]);
    const read = await call('approvals.get', { params: { approvalId: approval.id } });
    expect(read.body.approval.status).toBe('pending');
    controls.adjustCredits(id, 33_995);
    expect(confirm('credits')().status).toBe('confirmed');
  });

  it('says in plain words what is wrong with a change', async () => {
    const { controls, hire } = shop();
    const { approval } = (await hire()).body;
    expect(() => controls.approvals.confirm(approval.id, { milestone: { amount: -1 } })).toThrow(
      'milestone.amount: Must be greater than 0.',
    );
  });

  it('does not hire a proposal that was hired in the meantime', async () => {
    const { controls, hire, id, proposalId, world } = shop();
    const { approval } = (await hire()).body;
    world.proposals.setStatus(proposalId, 'HIRED');
    expect(() => controls.approvals.confirm(approval.id)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ reason: 'already_hired' }) }),
    );
    expect(world.contracts.list(id)).toEqual([]);
  });
});
