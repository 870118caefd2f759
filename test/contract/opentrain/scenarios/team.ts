import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';

const email = 'sam@example.com';

export const team = [
  answers('team.get', 'has members and open invites', async ({ client, owner, account }) => {
    await owner.team.invite({ email });
    expect(await client.team.get()).toMatchObject({
      organization: { ownerUserId: account.userId },
      members: [{ role: 'OWNER' }],
      invites: [{ email }],
    });
  }),
  answers('team.get', 'has whoever accepted', async ({ client, owner, sandbox, account }) => {
    await owner.team.invite({ email });
    sandbox.opentrain.team.acceptInvite(account.accountId, email, 'Sam Field');
    const { members } = await client.team.get();
    expect(members).toMatchObject([{ role: 'OWNER' }, { role: 'MEMBER', email }]);
  }),
  answers('team.invite', 'invites an address', async ({ client }) => {
    expect(await client.team.invite({ email })).toMatchObject({
      ok: true,
      status: 'invite_created',
      email,
    });
  }),
  answers('team.invite', 'changes nothing for a member', async (world) => {
    const { client, owner, sandbox, account } = world;
    await owner.team.invite({ email });
    sandbox.opentrain.team.acceptInvite(account.accountId, email);
    expect(await client.team.invite({ email })).toMatchObject({ status: 'already_member' });
  }),

  refuses('team.get', 403, 'teams_not_enabled', ({ client, sandbox, account }) => {
    sandbox.opentrain.team.setEnabled(account.accountId, false);
    return client.team.get();
  }),
  refuses('team.invite', 400, 'not a valid address', ({ client }) =>
    client.team.invite({ email: 'sam at example' }),
  ),
  refuses('team.invite', 400, 'not a valid address', ({ client }) =>
    client.team.invite({} as never),
  ),
  refuses('team.invite', 400, 'rejected by validation', ({ client }) =>
    client.team.invite({ email: 'lin@opentrain.work' }),
  ),
  refuses('team.invite', 403, 'teams_not_enabled', ({ client, sandbox, account }) => {
    sandbox.opentrain.team.setEnabled(account.accountId, false);
    return client.team.invite({ email });
  }),
  refuses('team.invite', 409, 'invite_email_send_failed', ({ client, sandbox, account }) => {
    sandbox.opentrain.team.failMail(account.accountId);
    return client.team.invite({ email });
  }),
];
