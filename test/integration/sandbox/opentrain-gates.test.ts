import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { allScopes } from '../../../src/sandbox/opentrain/accounts/scopes.ts';
import { openTrain } from './opentrain-fixture.ts';

const all: Operation[] = Object.values(operations);
const named = (keep: (operation: Operation) => unknown) =>
  all.filter(keep).map((operation) => [operation.id, operation] as const);

/** The path with ids that nobody has, so that whoever passes the gates meets a 404 at most. */
const anyPath = ({ path }: Operation) => path.replace(/\{\w+\}/g, 'none');
const isRead = (scope: string) => scope.endsWith(':read');

function sandbox() {
  const { call, opentrain, kernel } = openTrain();
  const send = (operation: Operation, token?: string) =>
    call(operation.method, anyPath(operation), { token, ...(operation.body && { body: {} }) });
  return { send, opentrain, call, kernel };
}

describe('the token gate', () => {
  it.each(named(({ tokenless }) => !tokenless))(
    'keeps %s for token holders',
    async (_, operation) => {
      const { send } = sandbox();
      for (const token of [undefined, 'ot_pat_x_y', 'ot_clm_x']) {
        const { status, body } = await send(operation, token);
        expect([status, body.code]).toEqual([401, 'UNAUTHORIZED']);
        expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
      }
    },
  );

  it('tells no secret in what it refuses', async () => {
    const { call, opentrain, kernel } = openTrain();
    const { token, tokenId, accountId } = opentrain.createAccount();
    await call('DELETE', `/tokens/${tokenId}`, { token });
    const refused = await call('GET', '/tokens', { token });
    expect(refused.status).toBe(401);
    expect(JSON.stringify(refused.body)).not.toContain(token);
    opentrain.mintToken(accountId);
    await call('POST', '/api/agent/oauth/revoke', { form: { token } });
    expect(JSON.stringify(kernel.requests.list({}))).not.toContain(token);
  });
});

describe('the scope gate', () => {
  it.each(named(({ scope }) => scope))('keeps %s for its scope', async (_, operation) => {
    const { send, opentrain } = sandbox();
    const needed = operation.scope ?? [];
    const covering = needed.map((scope) => scope.replace(':read', ':write'));
    const scopes = allScopes.filter(
      (scope) => !needed.includes(scope) && !covering.includes(scope),
    );
    const { token } = opentrain.createAccount({ scopes });
    const { status, body } = await send(operation, token);
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    expect(body.details).toEqual({ requiredScopes: needed, grantedScopes: scopes });
  });

  it.each(named(({ scope }) => scope?.every(isRead)))(
    'lets the write scope of %s read',
    async (_, operation) => {
      const { send, opentrain } = sandbox();
      const scopes = (operation.scope ?? []).map((scope) => scope.replace(':read', ':write'));
      const known = scopes.filter((scope) => (allScopes as readonly string[]).includes(scope));
      const { token } = opentrain.createAccount({ scopes: known });
      expect([200, 404]).toContain((await send(operation, token)).status);
    },
  );

  it('needs any one of three for the updates feed', async () => {
    const { send, opentrain } = sandbox();
    const { token: none } = opentrain.createAccount({ scopes: ['jobs:write', 'team:write'] });
    expect((await send(operations['updates.poll'], none)).body.details.requiredScopes).toEqual([
      'proposals:read',
      'messages:read',
      'payments:read',
    ]);
    const { token: one } = opentrain.createAccount({ scopes: ['messages:read'] });
    expect((await send(operations['updates.poll'], one)).status).toBe(200);
  });
});

describe('the feature gate', () => {
  it.each(named(({ feature }) => feature))('closes %s with its feature', async (_, operation) => {
    const { send, opentrain } = sandbox();
    const { token, accountId } = opentrain.createAccount();
    opentrain.setFeature(accountId, operation.feature ?? '', false);
    const { status, body } = await send(operation, token);
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    expect(body.details).toEqual({ featureKey: operation.feature, mode: 'ALLOWLIST' });
    opentrain.setFeature(accountId, operation.feature ?? '', true);
    expect((await send(operation, token)).body.details?.featureKey).toBeUndefined();
  });
});

describe('the claim gate', () => {
  it.each(named(({ claimed }) => claimed))(
    'keeps %s for claimed accounts',
    async (_, operation) => {
      const { send, opentrain } = sandbox();
      const { token, accountId } = opentrain.createAccount({ claimed: false, scopes: allScopes });
      const { status, body } = await send(operation, token);
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
      expect(body.details).toEqual({
        reason: 'account_claim_required',
        action: operation.claimAction,
        claimUrl: 'https://app.opentrain.ai/claim',
      });
      opentrain.claim({ accountId });
      expect((await send(operation, token)).status).toBe(401);
      const { token: minted } = opentrain.mintToken(accountId);
      expect((await send(operation, minted)).status).not.toBe(403);
    },
  );

  it.each(named(({ claimed, tokenless }) => !claimed && !tokenless))(
    'lets unclaimed accounts pass to %s',
    async (_, operation) => {
      const { send, opentrain } = sandbox();
      const { token } = opentrain.createAccount({ claimed: false, scopes: allScopes });
      const { body } = await send(operation, token);
      expect(body.details?.reason).not.toBe('account_claim_required');
    },
  );
});

describe('the gates in order', () => {
  it('ask for token, scope, feature and claim before they look at the body', async () => {
    const { call, opentrain } = openTrain();
    const features = [] as string[];
    const post = (token?: string) => call('POST', '/messages', { token, raw: '{' });
    expect((await post()).status).toBe(401);
    const noScope = opentrain.createAccount({ claimed: false, scopes: ['jobs:read'], features });
    expect((await post(noScope.token)).body.details.requiredScopes).toEqual(['messages:write']);
    const noFeature = opentrain.createAccount({ claimed: false, scopes: allScopes, features });
    expect((await post(noFeature.token)).body.details.featureKey).toContain('messaging');
    const unclaimed = opentrain.createAccount({ claimed: false, scopes: allScopes });
    expect((await post(unclaimed.token)).body.details.reason).toBe('account_claim_required');
    expect((await post(opentrain.createAccount().token)).status).toBe(400);
  });

  it('answer unknown paths and methods in the envelope of their family', async () => {
    const { call } = openTrain();
    const unknown = await call('GET', '/nothing');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
    const method = await call('PUT', '/jobs');
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET']);
    const agent = await call('GET', '/api/agent/identity');
    expect([agent.status, agent.body.error]).toEqual([405, 'invalid_request']);
  });
});
