import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { nothing } from '../setting.ts';

export const tokens = [
  answers('auth.me', 'says who the token is', async ({ client, account }) => {
    expect(await client.auth.me()).toMatchObject({
      actor: { userType: 'EMPLOYER' },
      account: { kind: 'employer_organization', ownerUserId: account.userId },
    });
  }),
  answers('tokens.list', 'has active and revoked ones, never a secret', async (world) => {
    const { client, owner } = world;
    const { metadata, token } = await owner.tokens.create({ name: 'Nightly sync' });
    await owner.tokens.revoke(metadata.id);
    const { items } = await client.tokens.list();
    expect(items.map(({ status }) => status)).toEqual(['revoked', 'active']);
    expect(JSON.stringify(items)).not.toContain(token.slice(-20));
  }),
  answers('tokens.create', 'mints a token of fewer scopes', async ({ client, sandbox }) => {
    const expiresAt = sandbox.clock.iso(sandbox.clock.now() + 86_400_000);
    const body = { name: 'Nightly sync', scopes: ['jobs:read' as const], expiresAt };
    const created = await client.tokens.create(body);
    expect(created).toMatchObject({ tokenType: 'bearer', metadata: { ...body, status: 'active' } });
    expect(created.token).toMatch(/^ot_pat_/);
  }),
  answers('tokens.create', 'takes the scopes of its maker', async ({ client }) => {
    const { metadata } = await client.tokens.create();
    expect(metadata).toMatchObject({
      name: 'API token',
      scopes: expect.arrayContaining(['jobs:read']),
    });
  }),
  answers('tokens.revoke', 'ends a token at once', async (world) => {
    const { metadata, token } = await world.owner.tokens.create();
    const revoked = await world.client.tokens.revoke(metadata.id);
    expect(revoked).toMatchObject({ status: 'revoked', revokedAt: expect.any(String) });
    await expect(world.with(token).auth.me()).rejects.toMatchObject({ status: 401 });
  }),
  answers('tokens.revoke', 'may be repeated', async ({ client, owner }) => {
    const { metadata } = await owner.tokens.create();
    const first = await owner.tokens.revoke(metadata.id);
    expect(await client.tokens.revoke(metadata.id)).toEqual(first);
  }),

  refuses('auth.me', 404, 'user no longer exists', ({ client, sandbox, account }) => {
    sandbox.opentrain.deleteOwner(account.accountId);
    return client.auth.me();
  }),
  refuses('tokens.create', 400, 'name empty', ({ client }) => client.tokens.create({ name: '' })),
  refuses('tokens.create', 400, 'name empty', ({ client }) =>
    client.tokens.create({ name: 'x'.repeat(121) }),
  ),
  refuses('tokens.create', 400, 'name empty', ({ client }) =>
    client.tokens.create({ expiresAt: '2020-01-01T00:00:00.000Z' }),
  ),
  refuses('tokens.create', 400, 'scopes that do not exist', ({ client }) =>
    client.tokens.create({ scopes: ['jobs:paint' as never] }),
  ),
  refuses('tokens.create', 403, 'does not cover', async ({ as, owner }) => {
    const { token } = await owner.tokens.create({ scopes: ['jobs:read'] });
    return as(token).tokens.create({ scopes: ['jobs:write'] });
  }),
  refuses('tokens.create', 409, '25 tokens', async ({ client, owner }) => {
    for (let held = 1; held < 25; held++) await owner.tokens.create();
    return client.tokens.create();
  }),
  refuses('tokens.revoke', 404, 'no such token', ({ client }) => client.tokens.revoke(nothing)),
  refuses('tokens.revoke', 404, 'no such token', async ({ client, stranger }) => {
    const { metadata } = await stranger.tokens.create();
    return client.tokens.revoke(metadata.id);
  }),
];
