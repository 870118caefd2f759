import { describe, expect, it } from 'vitest';
import { openShop } from './opentrain-money-fixture.ts';

function shop(facts: Parameters<ReturnType<typeof openShop>['account']>[0] = {}) {
  const open = openShop();
  const { id } = open.account(facts);
  const team = async () => (await open.call('team.get')).body.team;
  const invite = (email: unknown) => open.call('team.invite', { body: { email } });
  return { ...open, id, team, invite };
}

describe('a team', () => {
  it('begins with its owner', async () => {
    const { team } = shop({ ownerUserId: 'usr_mara', ownerEmail: 'mara@harbor.example' });
    expect(await team()).toEqual({
      organization: {
        id: expect.stringMatching(/^org_/),
        name: 'Harbor Robotics',
        ownerUserId: 'usr_mara',
        ownerName: 'Mara Lindqvist',
      },
      members: [
        {
          userId: 'usr_mara',
          role: 'OWNER',
          name: 'Mara Lindqvist',
          email: 'mara@harbor.example',
          joinedAt: '2026-06-01T09:00:00.000Z',
        },
      ],
      invites: [],
    });
  });

  it('has nobody in it before the claim', async () => {
    const { team } = shop({ claimed: false, ownerEmail: null, ownerName: null });
    expect(await team()).toMatchObject({
      organization: { ownerName: 'Harbor Robotics' },
      members: [],
    });
  });

  it('lists an invite for seven days', async () => {
    const { invite, kernel, team } = shop();
    const { status, body } = await invite('Jonas@Harbor.example');
    expect(status).toBe(200);
    const listed = {
      id: expect.stringMatching(/^tin_/),
      email: 'jonas@harbor.example',
      createdAt: '2026-06-01T09:00:00.000Z',
      expiresAt: '2026-06-08T09:00:00.000Z',
    };
    expect(body).toMatchObject({
      ok: true,
      status: 'invite_created',
      email: 'Jonas@Harbor.example',
      team: { invites: [listed] },
    });
    await kernel.clock.advance(7 * 86_400_000 - 1);
    expect((await team()).invites).toHaveLength(1);
    await kernel.clock.advance(1);
    expect((await team()).invites).toEqual([]);
  });

  it('renews an invite in place of listing it twice', async () => {
    const { invite, kernel } = shop();
    await invite('jonas@harbor.example');
    await kernel.clock.advance('1d');
    const { body } = await invite('jonas@harbor.example');
    expect(body.team.invites).toMatchObject([{ expiresAt: '2026-06-09T09:00:00.000Z' }]);
  });

  it('takes in who has an account at once, and knows its members', async () => {
    const { account, invite } = shop({ ownerEmail: 'mara@harbor.example' });
    account({ ownerEmail: 'ada@lab.example', ownerName: 'Ada Byron' });
    const { body } = await invite('ada@lab.example');
    expect(body).toMatchObject({
      status: 'member_added',
      team: { members: [{}, { role: 'MEMBER', name: 'Ada Byron', email: 'ada@lab.example' }] },
    });
    for (const email of ['ADA@lab.example', 'mara@harbor.example']) {
      expect((await invite(email)).body.status).toBe('already_member');
    }
  });

  it('grows when an invite is accepted in time', async () => {
    const { controls, id, invite, kernel, team } = shop();
    await invite('jonas@harbor.example');
    controls.team.acceptInvite(id, 'jonas@harbor.example', 'Jonas B.');
    expect(await team()).toMatchObject({
      members: [{}, { role: 'MEMBER', name: 'Jonas B.', email: 'jonas@harbor.example' }],
      invites: [],
    });
    await invite('kim@harbor.example');
    await kernel.clock.advance('7d');
    expect(() => controls.team.acceptInvite(id, 'kim@harbor.example')).toThrow('no open invite');
  });

  it.each(['jonas', 'jonas@harbor', 'a b@harbor.example', 7, undefined])(
    'is not joined by %j',
    async (email) => {
      expect(await shop().invite(email)).toMatchObject({
        status: 400,
        body: { code: 'BAD_REQUEST', details: { issues: [{ path: ['email'] }] } },
      });
    },
  );

  it('names the address it turns down', async () => {
    const email = 'ines@opentrain.work';
    expect(await shop().invite(email)).toMatchObject({ status: 400, body: { details: { email } } });
  });

  it('says so when teams are not enabled', async () => {
    const { call, controls, id, invite } = shop();
    controls.team.setEnabled(id, false);
    const refusal = {
      status: 403,
      body: { code: 'FORBIDDEN', details: { reason: 'teams_not_enabled' } },
    };
    expect(await call('team.get')).toMatchObject(refusal);
    expect(await invite('jonas@harbor.example')).toMatchObject(refusal);
  });

  it('lists no invite whose mail failed, which may be tried again', async () => {
    const { controls, id, invite, team } = shop();
    controls.team.failMail(id);
    expect(await invite('jonas@harbor.example')).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', details: { reason: 'invite_email_send_failed' } },
    });
    expect((await team()).invites).toEqual([]);
    expect((await invite('jonas@harbor.example')).body.status).toBe('invite_created');
  });

  it.each([
    [{ scopes: ['team:read'] }, { requiredScopes: ['team:write'], grantedScopes: ['team:read'] }],
    [{ features: [] }, { featureKey: 'public_api_team' }],
    [{ claimed: false }, { reason: 'account_claim_required', action: 'invite team members' }],
  ])('refuses an invite under %j', async (facts, details) => {
    expect(await shop(facts).invite('jonas@harbor.example')).toMatchObject({
      status: 403,
      body: { details },
    });
  });
});
