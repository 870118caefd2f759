import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/opentrain/operations.ts';
import { openTrain } from './opentrain-fixture.ts';

describe('discovery', () => {
  it('lists every call in llms.txt', async () => {
    const { status, headers, body } = await openTrain().call('GET', '/llms.txt');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    for (const { method, path } of Object.values(operations)) {
      expect(body).toContain(`- ${method} ${path}: `);
    }
  });

  it('explains registration and claim in auth.md', async () => {
    const { status, body } = await openTrain().call('GET', '/auth.md');
    expect(status).toBe(200);
    expect(body).toContain('POST https://app.opentrain.ai/api/agent/identity/claim');
    expect(body).toContain('slow_down');
  });

  it('serves both well-known documents, for the origin that asks', async () => {
    const { call } = openTrain();
    const origin = 'http://localhost:4010';
    const resource = await call('GET', '/.well-known/oauth-protected-resource', { origin });
    expect(resource.body).toMatchObject({
      resource: `${origin}/api/public/v1`,
      authorization_servers: [origin],
      bearer_methods_supported: ['header'],
    });
    expect(resource.body.scopes_supported).toHaveLength(11);
    const server = await call('GET', '/.well-known/oauth-authorization-server', { origin });
    expect(server.body).toMatchObject({
      issuer: origin,
      token_endpoint: `${origin}/api/agent/oauth/token`,
      agent_auth: { claim_endpoint: `${origin}/api/agent/identity/claim`, interval: 5 },
    });
  });

  it('serves the contract itself', async () => {
    const { status, body } = await openTrain().call('GET', '/api/public/v1/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
    expect(Object.keys(body.paths)).toContain('/api/public/v1/jobs/{id}/publish');
  });
});
