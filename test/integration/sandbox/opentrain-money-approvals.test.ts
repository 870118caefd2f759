import { describe, expect, it } from 'vitest';
import { openShop } from './opentrain-money-fixture.ts';

async function asked(facts: Parameters<ReturnType<typeof openShop>['account']>[0] = {}) {
  const open = openShop();
  const { id } = open.account(facts);
  const proposalId = open.proposal(id);
  const ask = async () => {
    const body = { milestone: { name: 'First', amount: 300 } };
    const { body: answer } = await open.call('proposals.hire', { params: { proposalId }, body });
    return answer.approval.id as string;
  };
  const approvalId = await ask();
  const read = async (token?: string) =>
    open.call('approvals.get', { params: { approvalId }, ...(token && { token }) });
  return { ...open, id, ask, approvalId, read };
}

describe('an approval', () => {
  it('is confirmed with its result', async () => {
    const { approvalId, controls, kernel, read } = await asked();
    await kernel.clock.advance('2h');
    controls.approvals.confirm(approvalId);
    expect((await read()).body.approval).toMatchObject({
      status: 'confirmed',
      resolvedAt: '2026-06-01T11:00:00.000Z',
      result: { hired: true },
    });
  });

  it('is declined without effect, and the terms may be asked for again', async () => {
    const { approvalId, ask, controls, id, read, told, world } = await asked();
    controls.approvals.decline(approvalId);
    expect((await read()).body.approval).toMatchObject({ status: 'declined', result: null });
    expect(told(id)).toEqual(['approval.confirmed declined']);
    expect(world.contracts.list(id)).toEqual([]);
    expect(await ask()).not.toBe(approvalId);
  });

  it('is pending up to its last millisecond and expires when read after', async () => {
    const { id, kernel, read, told } = await asked();
    await kernel.clock.advance(72 * 3_600_000 - 1);
    expect((await read()).body.approval.status).toBe('pending');
    await kernel.clock.advance(1);
    expect(told(id)).toEqual([]);
    await kernel.clock.advance('1h');
    expect((await read()).body.approval).toMatchObject({
      status: 'expired',
      resolvedAt: '2026-06-04T10:00:00.000Z',
    });
    await read();
    expect(told(id)).toEqual(['approval.confirmed expired']);
  });

  it('that ran out cannot be confirmed, and asking again makes a new one', async () => {
    const { approvalId, ask, controls, kernel } = await asked();
    await kernel.clock.advance('72h');
    expect(() => controls.approvals.confirm(approvalId)).toThrow('This approval is expired.');
    expect(await ask()).not.toBe(approvalId);
  });

  it.each(['confirm', 'decline'] as const)('that is settled refuses to %s', async (act) => {
    const { approvalId, controls } = await asked();
    controls.approvals[act](approvalId);
    for (const again of ['confirm', 'decline'] as const) {
      expect(() => controls.approvals[again](approvalId)).toThrow(
        expect.objectContaining({ status: 409 }),
      );
    }
  });

  it('is nowhere to be seen for another account', async () => {
    const { account, approvalId, call, read } = await asked();
    const { token } = account();
    const missing = { status: 404, body: { code: 'NOT_FOUND' } };
    expect(await read(token)).toMatchObject({
      ...missing,
      body: { details: { resource: 'approvals', approvalId } },
    });
    expect(await call('approvals.get', { params: { approvalId: 'apr_0' } })).toMatchObject(missing);
  });

  it('is read without payments:write and before the claim', async () => {
    const { id, read, token, world } = await asked();
    const reader = token(id, ['payments:read']);
    world.accounts.update(id, { claimed: false });
    expect((await read(reader)).status).toBe(200);
    expect(await read(token(id, ['jobs:write']))).toMatchObject({
      status: 403,
      body: { details: { requiredScopes: ['payments:read'], grantedScopes: ['jobs:write'] } },
    });
  });

  it('is listed and driven over HTTP as well', async () => {
    const { approvalId, id, kernel } = await asked();
    const post = async (path: string, body: unknown) => {
      const url = `http://localhost:4010/_sandbox/opentrain/${path}`;
      const response = await kernel.fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    };
    expect(await post('approvals/list', [id])).toMatchObject({ body: [{ id: approvalId }] });
    expect(await post('approvals/confirm', [approvalId, { source: 'credits' }])).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'insufficient_credits' } },
    });
    expect(await post('approvals/confirm', [approvalId])).toMatchObject({
      status: 200,
      body: { status: 'confirmed' },
    });
    expect(await post('approvals/decline', ['apr_0'])).toMatchObject({ status: 404 });
  });

  it('survives a snapshot', async () => {
    const { approvalId, controls, kernel, read } = await asked();
    const before = kernel.snapshot();
    controls.approvals.decline(approvalId);
    kernel.restore(before);
    expect((await read()).body.approval.status).toBe('pending');
    expect(controls.approvals.confirm(approvalId).status).toBe('confirmed');
  });
});

describe('hiring without the right to', () => {
  it.each([
    [{ scopes: ['proposals:read'] }, { requiredScopes: ['proposals:write'] }],
    [{ features: [] }, { featureKey: 'public_api_hiring' }],
    [{ claimed: false }, { reason: 'account_claim_required', action: 'hire AI trainers' }],
  ])('%j is refused with %j', async (facts, details) => {
    const open = openShop();
    const { id } = open.account(facts);
    const params = { proposalId: open.proposal(id) };
    const body = { milestone: { name: 'First', amount: 300 } };
    expect(await open.call('proposals.hire', { params, body })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN', details },
    });
  });
});
