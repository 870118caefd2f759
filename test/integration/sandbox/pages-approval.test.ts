import { describe, expect, it } from 'vitest';
import { openShop } from './opentrain-money-fixture.ts';
import { textOf, visitor } from './pages-fixture.ts';

/** A shop whose first account asked to hire for 450 dollars. */
async function asked(facts: Parameters<ReturnType<typeof openShop>['account']>[0] = {}) {
  const shop = openShop();
  const account = shop.account({ agentName: 'Scout', ...facts });
  const proposalId = shop.proposal(account.id);
  const milestone = { name: 'Pilot', description: 'One hundred frames', amount: 450 };
  const body = { milestone: { ...milestone, dueDate: '2026-06-20T15:30:00Z' } };
  const params = { proposalId };
  const { body: answer } = await shop.call('proposals.hire', {
    params,
    body,
    token: account.token,
  });
  const { id } = answer.approval;
  const read = async () => {
    const sent = { params: { approvalId: id }, token: account.token };
    return (await shop.call('approvals.get', sent)).body.approval;
  };
  return {
    ...shop,
    ...visitor(shop.kernel.fetch),
    account,
    proposalId,
    id,
    path: `/approvals/${id}`,
    read,
  };
}

/** The form as it was shown, unchanged. */
const unchanged = {
  name: 'Pilot',
  description: 'One hundred frames',
  amount: '450.00',
  due: '2026-06-20',
};

describe('an approval page', () => {
  it('says who asks, for what, and what it costs line by line', async () => {
    const { show, path } = await asked({ card: true });
    const { status, page } = await show(path);
    expect(status).toBe(200);
    const text = textOf(page);
    expect(text).toContain('Hire Ines M. ?');
    expect(text).toContain('Scout asked Harbor Robotics on 1 Jun 2026, 09:00:00 UTC');
    expect(text).toContain('another 3 days');
    expect(text).toMatch(/First milestone \$450\.00 Marketplace fee, 10 % \$45\.00/);
    expect(text).toMatch(/Contract initiation fee \$9\.95 Charged when you confirm \$504\.95/);
    expect(page).toMatch(/value="card" checked/);
  });

  it.each(['http://localhost:4010', 'https://app.opentrain.ai'])(
    'is where approvalUrl leads on %s',
    async (origin) => {
      const { call, kernel, proposal, account } = await asked({ card: true });
      const body = { milestone: { name: 'Pilot', amount: 20 } };
      const params = { proposalId: proposal(account.id) };
      const { body: answer } = await call('proposals.hire', { params, body, origin });
      const { approvalUrl } = answer.approval;
      expect(new URL(approvalUrl).origin).toBe(origin);
      expect((await kernel.fetch(approvalUrl)).status).toBe(200);
    },
  );

  it('hires when confirmed, with what the human chose to pay with', async () => {
    const { send, path, read, world, show, id, account } = await asked({ card: true });
    world.credits.adjust(account.id, 100_000, 'test');
    const sent = await send(path, { ...unchanged, source: 'credits', decision: 'confirm' });
    expect(sent).toMatchObject({ status: 303, location: path });
    const { status, result } = await read();
    expect(status).toBe('confirmed');
    const [milestone] = world.milestones.of(result.contractId);
    expect(milestone).toMatchObject({
      name: 'Pilot',
      amountCents: 45_000,
      dueDate: '2026-06-20T15:30:00.000Z',
      funding: { source: 'credits', chargeCents: 50_495 },
    });
    const { page } = await show(path);
    expect(textOf(page)).toContain('Confirmed, and done.');
    expect(page).toContain(result.contractId);
    expect(page).not.toContain('<form');
    // A second press, from a page that was open.
    const again = await send(path, { decision: 'decline' });
    expect(again.status).toBe(409);
    expect(world.approvals.read(id)?.status).toBe('confirmed');
  });

  it('takes changes to the milestone, and shows their sums before', async () => {
    const { send, path, read, world } = await asked({ card: true });
    const changed = { ...unchanged, name: 'Smaller pilot', amount: '99.99', due: '' };
    const { status, page } = await send(path, { ...changed, decision: 'preview' });
    expect(status).toBe(200);
    expect(textOf(page)).toMatch(/First milestone \$99\.99 Marketplace fee, 10 % \$10\.00/);
    expect(textOf(page)).toContain('$119.94');
    expect(page).toContain('value="Smaller pilot"');
    expect((await read()).status).toBe('pending');
    await send(path, { ...changed, decision: 'confirm' });
    const { result } = await read();
    const [milestone] = world.milestones.of(result.contractId);
    expect(milestone).toMatchObject({ name: 'Smaller pilot', amountCents: 9_999, dueDate: null });
    expect(milestone?.description).toBe('One hundred frames');
  });

  it.each([
    ['no amount', { amount: '' }, 'milestone.amount: Must be greater than 0.'],
    ['no money', { amount: '-3' }, 'milestone.amount: Must be greater than 0.'],
    [
      'no text at all',
      { name: ' ', description: '' },
      'milestone: Give a name, a description or both.',
    ],
    ['no date', { due: '2026-02-30' }, 'milestone.dueDate: Expected a date.'],
    ['no decision', { decision: 'perhaps' }, 'Confirm or decline.'],
  ])('says what is wrong with %s, and keeps what was typed', async (_, fields, message) => {
    const { send, path, read } = await asked({ card: true });
    const { status, page } = await send(path, { ...unchanged, decision: 'confirm', ...fields });
    expect(status).toBe(400);
    expect(page).toContain(`role="alert">${message}`);
    expect(page).toContain('data-touched');
    expect((await read()).status).toBe('pending');
  });

  it('leaves an approval that can’t be paid pending, and leads to billing', async () => {
    const { send, show, path, read, world, account } = await asked({ card: true });
    world.accounts.update(account.id, { card: false });
    expect(textOf((await show(path)).page)).toContain('Card on file There is none');
    const { status, page } = await send(path, { ...unchanged, decision: 'confirm' });
    expect(status).toBe(409);
    expect(page).toContain('Add a card, or enough credits for the whole charge.');
    const [, link = ''] = /<a href="(\/employer-settings[^"]*)"/.exec(page) ?? [];
    expect(link).toContain(account.id);
    expect((await read()).status).toBe('pending');
  });

  it('declines', async () => {
    const { send, show, path, read, told, account } = await asked({ card: true });
    expect(await send(path, { decision: 'decline' })).toMatchObject({ status: 303 });
    expect((await read()).status).toBe('declined');
    expect(told(account.id)).toContain('approval.confirmed declined');
    expect(textOf((await show(path)).page)).toContain('Declined: nothing happened.');
  });

  it('is expired when its time is over', async () => {
    const { show, send, path, kernel } = await asked({ card: true });
    await kernel.clock.advance('72h');
    const { page } = await show(path);
    expect(page).toContain('data-state="expired"');
    expect(page).not.toContain('<form');
    expect((await send(path, { ...unchanged, decision: 'confirm' })).status).toBe(409);
  });

  it('shows the other three kinds with their own sums', async () => {
    const { account, call, controls, hired, show, world } = await asked({ card: true });
    const { contractId, milestoneId } = await hired(account.id, 300);
    const pathOf = (answer: { body: { approval: { id: string } } }) =>
      `/approvals/${answer.body.approval.id}`;
    const pay = await call('milestones.approve', { params: { milestoneId } });
    expect(textOf((await show(pathOf(pay))).page)).toMatch(
      /Pay a milestone out\?.*Out of escrow, for the milestone \$300\.00 To the trainer \$300\.00/,
    );
    controls.approvals.decline(pay.body.approval.id);
    const end = await call('contracts.end', { params: { contractId } });
    const ending = textOf((await show(pathOf(end))).page);
    expect(ending).toMatch(/First batch, with fees, to your card \$339\.95 Back to you \$339\.95/);
    controls.approvals.decline(end.body.approval.id);
    const body = { description: 'Second batch', amountUsd: 100 };
    const { milestone } = (
      await call('contracts.createMilestone', { params: { contractId }, body })
    ).body;
    const fund = await call('milestones.fund', { params: { milestoneId: milestone.id } });
    const funding = textOf((await show(pathOf(fund))).page);
    expect(funding).toMatch(
      /Milestone \$100\.00 Marketplace fee, 10 % \$10\.00 Charged when you confirm \$110\.00/,
    );
    expect(funding).toContain('What for Second batch');
    expect(world.milestones.get(milestone.id)?.status).toBe('NOT_FUNDED');
  });

  it('has a 404 of its own', async () => {
    const { show } = await asked({ card: true });
    const { status, page, headers } = await show('/approvals/apr_none');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
    expect(page).toContain('There is no such approval.');
  });
});
