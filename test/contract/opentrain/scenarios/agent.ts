import { expect } from 'vitest';
import { withBody } from '../../kit/recorder.ts';
import { answers, refuses } from '../scenario.ts';
import type { OpenTrainWorld } from '../world.ts';

const email = 'ada.field@example.com';

/** An agent's account, and the claim that a human was asked to finish. */
async function claiming({ owner }: OpenTrainWorld) {
  const registration = await owner.agent.register({ agent_name: 'Draft bot' });
  const attempt = await owner.agent.startClaim({ claim_token: registration.claim_token, email });
  return { ...registration, ...attempt };
}

export const agent = [
  answers('agent.register', 'opens an account nobody owns', async ({ client }) => {
    const body = { agent_name: 'Draft bot', organization_name: 'Example Labs' };
    expect(await client.agent.register(body)).toMatchObject({
      identity_type: 'anonymous',
      token_type: 'bearer',
      access_token: expect.stringMatching(/^ot_pat_/),
      claim_token: expect.stringMatching(/^ot_clm_/),
      scopes: [
        'jobs:read',
        'jobs:write',
        'proposals:read',
        'messages:read',
        'payments:read',
        'team:read',
      ],
    });
  }),
  answers('agent.register', 'asks for nothing', async ({ client }) => {
    expect(await client.agent.register()).toMatchObject({ identity_type: 'anonymous' });
  }),
  answers('agent.startClaim', 'asks a human to take over', async ({ client, owner }) => {
    const { claim_token } = await owner.agent.register();
    expect(await client.agent.startClaim({ claim_token, email })).toMatchObject({
      user_code: expect.stringMatching(/^\d{6}$/),
      expires_in: 1800,
      interval: 5,
    });
  }),
  answers('agent.pollClaim', 'hands the token out once the human is done', async (world) => {
    const { claim_token, user_code } = await claiming(world);
    world.sandbox.opentrain.claim({ userCode: user_code });
    expect(await world.client.agent.pollClaim(claim_token)).toMatchObject({
      access_token: expect.stringMatching(/^ot_pat_/),
      token_type: 'bearer',
      scopes: expect.arrayContaining(['proposals:write', 'messages:write', 'team:write']),
    });
  }),
  answers('agent.revoke', 'ends a token', async (world) => {
    const { access_token } = await world.owner.agent.register();
    expect(await world.client.agent.revoke(access_token)).toEqual({});
    await expect(world.with(access_token).auth.me()).rejects.toMatchObject({ status: 401 });
  }),
  answers('agent.revoke', 'takes a token nobody holds', async ({ client }) => {
    expect(await client.agent.revoke('ot_pat_nobody_0000')).toEqual({});
  }),

  refuses('agent.register', 400, 'unsupported_identity_type', ({ client }) =>
    client.agent.register({ identity_type: 'corporate' as never }),
  ),
  refuses('agent.register', 403, 'anonymous_not_enabled', ({ client, sandbox }) => {
    sandbox.opentrain.setAnonymousRegistration(false);
    return client.agent.register();
  }),
  refuses('agent.register', 429, 'rate_limit_exceeded', async ({ client, owner }) => {
    for (let calls = 0; calls < 5; calls++) await owner.agent.register();
    return client.agent.register();
  }),
  refuses('agent.startClaim', 400, 'invalid_request', ({ client }) =>
    client.agent.startClaim({ claim_token: 'ot_clm_nobody', email }),
  ),
  refuses('agent.startClaim', 400, 'invalid_request', async ({ client, owner, email }) => {
    const { claim_token } = await owner.agent.register();
    return client.agent.startClaim({ claim_token, email });
  }),
  refuses('agent.startClaim', 400, 'invalid_request', async ({ client, owner, sandbox }) => {
    const { claim_token } = await owner.agent.register();
    await sandbox.clock.advance('25h');
    return client.agent.startClaim({ claim_token, email });
  }),
  refuses('agent.startClaim', 403, 'anonymous_not_enabled', async ({ client, owner, sandbox }) => {
    const { claim_token } = await owner.agent.register();
    sandbox.opentrain.setAnonymousRegistration(false);
    return client.agent.startClaim({ claim_token, email });
  }),
  refuses('agent.startClaim', 429, 'rate_limit_exceeded', async ({ client, owner }) => {
    const { claim_token } = await owner.agent.register();
    for (let calls = 0; calls < 5; calls++) await owner.agent.startClaim({ claim_token, email });
    return client.agent.startClaim({ claim_token, email });
  }),
  refuses('agent.pollClaim', 400, 'authorization_pending', async (world) => {
    const { claim_token } = await claiming(world);
    return world.client.agent.pollClaim(claim_token);
  }),
  refuses('agent.pollClaim', 400, 'slow_down', async (world) => {
    const { claim_token } = await claiming(world);
    await world.owner.agent.pollClaim(claim_token).catch(() => {});
    await world.sandbox.clock.advance('4s');
    return world.client.agent.pollClaim(claim_token);
  }),
  refuses('agent.pollClaim', 400, 'expired_token', async (world) => {
    const { claim_token } = await claiming(world);
    await world.sandbox.clock.advance('25h');
    return world.client.agent.pollClaim(claim_token);
  }),
  refuses('agent.pollClaim', 400, 'invalid_grant', ({ client }) =>
    client.agent.pollClaim('ot_clm_nobody'),
  ),
  refuses('agent.pollClaim', 400, 'invalid_grant', async (world) => {
    const { claim_token, user_code } = await claiming(world);
    world.sandbox.opentrain.claim({ userCode: user_code });
    await world.owner.agent.pollClaim(claim_token);
    return world.client.agent.pollClaim(claim_token);
  }),
  // The client writes these forms itself, and always rightly.
  refuses('agent.pollClaim', 400, 'unsupported_grant_type', ({ client, recorder }) => {
    recorder.change = withBody('grant_type=password&claim_token=ot_clm_nobody');
    return client.agent.pollClaim('ot_clm_nobody');
  }),
  refuses('agent.pollClaim', 400, 'claim_token is missing', ({ client, recorder }) => {
    recorder.change = withBody('grant_type=urn:opentrain:agent-auth:grant-type:claim');
    return client.agent.pollClaim('ot_clm_nobody');
  }),
  refuses('agent.revoke', 400, 'token is missing', ({ client, recorder }) => {
    recorder.change = withBody('');
    return client.agent.revoke('ot_pat_nobody_0000');
  }),
];
