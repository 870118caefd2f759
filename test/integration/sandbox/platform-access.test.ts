import { describe, expect, it } from 'vitest';
import { type OperationId, operations, scopes } from '../../../generated/platform/operations.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { openStudio } from './platform-fixture.ts';

const all = Object.values(operations) as (Operation & { id: OperationId })[];
const scoped = all.filter(({ scope }) => scope !== undefined);

describe('an install token', () => {
  it('opens what the customer granted, and tells whose it is', async () => {
    const { call, connect, customer, world } = openStudio();
    const granted = ['contracts:read', 'project-links:write'];
    const { installId, token } = connect({ scopes: granted, piiConsent: true });
    const { body } = await call('installs.current', { token });
    expect(body).toEqual({
      install: {
        id: installId,
        status: 'ACTIVE',
        scopes: ['project-links:write', 'contracts:read'],
        piiConsent: true,
        organizationId: world.accounts.require(customer.id).organizationId,
        createdAt: '2026-06-01T09:00:00.000Z',
        partnerApp: { id: expect.stringMatching(/^app_/), slug: 'acme-label', name: 'Acme Label' },
        token: {
          id: expect.stringMatching(/^ptk_/),
          name: 'Acme Label connection',
          scopes: ['project-links:write', 'contracts:read'],
        },
      },
    });
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it.each(all.map(({ id }) => id))(
    'is needed for %s: 401 without, unknown or revoked',
    async (id) => {
      const { call, connect, platform } = openStudio();
      const { installId, token } = connect();
      platform.revokeToken(installId);
      for (const held of [null, token, `${token}x`, 'ot_ptk_no_body', 'ot_pat_a_b', 'x']) {
        expect(await call(id, { token: held })).toMatchObject({
          status: 401,
          body: { code: 'UNAUTHORIZED', requestId: expect.any(String) },
        });
      }
    },
  );

  it.each(all.map(({ id }) => id))(
    'is refused with 403 by %s where install, app or feature is off',
    async (id) => {
      const { call, connect, controls, customer, platform } = openStudio();
      const first = connect();
      platform.deactivateApp('acme-label');
      const refused = async (token: string) => {
        const { status, body } = await call(id, { token });
        expect({ status, code: body.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
        return body.details;
      };
      expect(await refused(first.token)).toEqual({ reason: 'app_not_active' });
      platform.reactivateApp('acme-label');
      controls.setFeature(customer.id, 'annotation_platform', false);
      expect(await refused(first.token)).toMatchObject({ featureKey: 'annotation_platform' });
      controls.setFeature(customer.id, 'annotation_platform', true);
      platform.disconnect(first.installId, { keepToken: true });
      expect(await refused(first.token)).toEqual({ reason: 'install_not_active' });
      expect((await call('installs.current', { token: connect().token })).status).toBe(200);
    },
  );

  it.each(scoped.map(({ id, scope }) => [id, scope!] as const))(
    'needs for %s the scope %s',
    async (id, required) => {
      const { call, connect } = openStudio();
      const others = scopes.filter(
        (scope) => !required.includes(scope) && scope.replace(':write', ':read') !== required[0],
      );
      const { token } = connect({ scopes: others });
      expect(await call(id, { token })).toMatchObject({
        status: 403,
        body: {
          code: 'FORBIDDEN',
          details: { requiredScopes: required, grantedScopes: others },
        },
      });
      const exactly = connect({ scopes: required }).token;
      expect([401, 403]).not.toContain((await call(id, { token: exactly })).status);
    },
  );

  it('reads links by the scope that writes them, and needs no scope to know itself', async () => {
    const { call, connect } = openStudio();
    const { token } = connect({ scopes: ['project-links:write'] });
    expect((await call('projectLinks.list', { token })).status).toBe(200);
    expect((await call('contracts.list', { token })).status).toBe(403);
    expect((await call('installs.current', { token })).status).toBe(200);
  });

  it('is checked before the body is', async () => {
    const { call, connect } = openStudio();
    const { token } = connect({ scopes: ['contracts:read'] });
    const create = (held: string | null) =>
      call('projectLinks.create', { token: held, raw: '{' }).then(({ status }) => status);
    expect(await create(null)).toBe(401);
    expect(await create(token)).toBe(403);
    expect(await create(connect().token)).toBe(400);
  });
});

describe('the Platform API', () => {
  it('serves its contract to everybody', async () => {
    const { kernel } = openStudio();
    for (const origin of ['https://app.opentrain.ai', 'http://localhost:4010']) {
      const response = await kernel.fetch(`${origin}/api/partner/v1/openapi.json`);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const { paths } = (await response.json()) as { paths: object };
      expect(Object.keys(paths)).toContain('/api/partner/v1/installs/current');
    }
  });

  it('answers unknown paths and methods in its own envelope', async () => {
    const { kernel } = openStudio();
    const at = (path: string, method = 'GET') =>
      kernel.fetch(`http://localhost:4010/api/partner${path}`, { method });
    const unknown = await at('/v1/installs');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
    const wrong = await at('/v1/installs/current', 'DELETE');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('goes back with a snapshot', async () => {
    const { call, connect, contract, kernel, report } = openStudio();
    connect();
    const { contractId } = await contract();
    const before = kernel.snapshot();
    const entry = { workDate: '2026-06-01', totalSeconds: 3600 };
    const reported = await report(contractId, [entry]);
    kernel.restore(before);
    expect((await call('contracts.budget', { params: { contractId } })).body.consumed.seconds).toBe(
      0,
    );
    expect(await report(contractId, [entry])).toEqual(reported);
  });

  it('leaves no token in the log', async () => {
    const { call, connect, kernel, listen } = openStudio();
    const { token } = connect();
    await listen();
    await call('installs.current');
    expect(JSON.stringify(kernel.requests.list({}))).not.toMatch(/ot_ptk_(?!\[)/);
    expect(JSON.stringify(kernel.requests.list({}))).not.toContain(token);
  });
});
