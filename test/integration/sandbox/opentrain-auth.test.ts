import { describe, expect, it } from 'vitest';
import { openTrain } from './opentrain-fixture.ts';

const grant_type = 'urn:opentrain:agent-auth:grant-type:claim';
const email = 'ada.field@meadow.example';
const preClaim = ['jobs:read', 'jobs:write', 'proposals:read', 'messages:read', 'payments:read'];

/** An agent that registered, with shorthands for the steps that follow. */
async function registered(options: Parameters<typeof openTrain>[0] = {}) {
  const sandbox = openTrain(options);
  const { call } = sandbox;
  const { body } = await call('POST', '/api/agent/identity', { body: { agent_name: 'Scout' } });
  const { claim_token } = body;
  const startClaim = (more: object = {}) =>
    call('POST', '/api/agent/identity/claim', { body: { claim_token, email, ...more } });
  const poll = () => call('POST', '/api/agent/oauth/token', { form: { grant_type, claim_token } });
  return { ...sandbox, registration: body, startClaim, poll };
}

describe('registering', () => {
  it('hands out a token with pre-claim scopes and a claim window of a day', async () => {
    const { registration, call } = await registered();
    expect(registration).toMatchObject({
      identity_type: 'anonymous',
      token_type: 'bearer',
      scopes: [...preClaim, 'team:read'],
      claim_token_expires_at: '2026-06-02T09:00:00.000Z',
      claim_endpoint: 'https://app.opentrain.ai/api/agent/identity/claim',
      token_endpoint: 'https://app.opentrain.ai/api/agent/oauth/token',
      grant_type,
    });
    const { body } = await call('GET', '/auth/me', { token: registration.access_token });
    expect(body.token.scopes).toEqual(registration.scopes);
    expect(body.actor).toMatchObject({ email: null, fullName: null, userType: 'EMPLOYER' });
  });

  it('takes no body at all, and makes another account each time', async () => {
    const { call } = openTrain();
    const one = await call('POST', '/api/agent/identity');
    const two = await call('POST', '/api/agent/identity', { body: {} });
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body.registration_id).not.toBe(two.body.registration_id);
  });

  it.each([
    [{ identity_type: 'corporate' }, 'unsupported_identity_type'],
    [{ agent_name: 7 }, 'invalid_request'],
    [[], 'invalid_request'],
  ])('refuses %j in the form of OAuth', async (body, error) => {
    const answer = await openTrain().call('POST', '/api/agent/identity', { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
  });

  it('says invalid_request to a body that is no JSON', async () => {
    const { status, body } = await openTrain().call('POST', '/api/agent/identity', { raw: '{' });
    expect([status, body.error]).toEqual([400, 'invalid_request']);
  });

  it('can be switched off, and limited', async () => {
    const { call, opentrain } = openTrain({ limits: { 'opentrain.registrationsPerHour': 1 } });
    expect((await call('POST', '/api/agent/identity')).status).toBe(200);
    const limited = await call('POST', '/api/agent/identity');
    expect([limited.status, limited.body.error]).toEqual([429, 'rate_limit_exceeded']);
    opentrain.setAnonymousRegistration(false);
    const off = await call('POST', '/api/agent/identity');
    expect([off.status, off.body.error]).toEqual([403, 'anonymous_not_enabled']);
  });
});

describe('starting a claim', () => {
  it('answers a six-digit code and a link for the human', async () => {
    const { startClaim } = await registered();
    expect((await startClaim()).body).toEqual({
      user_code: expect.stringMatching(/^\d{6}$/),
      verification_uri: expect.stringMatching(
        /^https:\/\/app\.opentrain\.ai\/claim\?token=ot_cat_\w+$/,
      ),
      expires_in: 1800,
      interval: 5,
      email_sent: true,
    });
  });

  it.each([
    [{ claim_token: 'ot_clm_unknown' }],
    [{ claim_token: undefined }],
    [{ email: undefined }],
    [{ email: 'nobody' }],
  ])('refuses %j as invalid_request', async (more) => {
    const { status, body } = await (await registered()).startClaim(more);
    expect([status, body.error]).toEqual([400, 'invalid_request']);
  });

  it('names an address that is taken', async () => {
    const { startClaim, opentrain } = await registered();
    opentrain.createAccount({ email });
    const { status, body } = await startClaim({ email: email.toUpperCase() });
    expect([status, body.error]).toEqual([400, 'invalid_request']);
    expect(body.error_description).toContain('email_already_registered');
  });

  it('replaces the code of the attempt before', async () => {
    const { startClaim, opentrain } = await registered();
    const { user_code: old } = (await startClaim()).body;
    const { user_code: code } = (await startClaim()).body;
    expect(code).not.toBe(old);
    expect(() => opentrain.claim({ userCode: old })).toThrow('no such claim');
    expect(opentrain.claim({ userCode: code }).claimed).toBe(true);
  });

  it('is over with the window', async () => {
    const { startClaim, kernel } = await registered();
    await kernel.clock.advance('24h');
    expect((await startClaim()).body.error).toBe('invalid_request');
  });
});

describe('polling', () => {
  it('is pending until the human is done, then hands out one token once', async () => {
    const { startClaim, poll, opentrain, registration, call, kernel } = await registered();
    await startClaim();
    expect((await poll()).body.error).toBe('authorization_pending');
    opentrain.claim({ token: registration.claim_token });
    const old = await call('GET', '/auth/me', { token: registration.access_token });
    expect(old.status).toBe(401);
    await kernel.clock.advance('5s');
    const { status, body } = await poll();
    expect(status).toBe(200);
    expect(body.token_type).toBe('bearer');
    expect(body.scopes).toEqual([
      'jobs:read',
      'jobs:write',
      'proposals:read',
      'proposals:write',
      'messages:read',
      'messages:write',
      'payments:read',
      'team:read',
      'team:write',
    ]);
    const me = await call('GET', '/auth/me', { token: body.access_token });
    expect(me.body.actor).toMatchObject({ email, firstName: 'Ada', lastName: 'Field' });
    await kernel.clock.advance('5s');
    expect((await poll()).body.error).toBe('invalid_grant');
  });

  it('is pending before an attempt, too', async () => {
    const { poll } = await registered();
    expect((await poll()).body.error).toBe('authorization_pending');
  });

  it('slows down who polls too soon: five seconds more each time', async () => {
    const { startClaim, poll, kernel } = await registered();
    await startClaim();
    const outcomes = [];
    for (const wait of ['0s', '4s', '9s', '15s', '15s']) {
      await kernel.clock.advance(wait);
      outcomes.push((await poll()).body.error);
    }
    expect(outcomes).toEqual([
      'authorization_pending',
      'slow_down',
      'slow_down',
      'authorization_pending',
      'authorization_pending',
    ]);
  });

  it('expires with the window of a day, not with the attempt', async () => {
    const { startClaim, poll, kernel, opentrain, registration } = await registered();
    await startClaim();
    await kernel.clock.advance('31m');
    expect((await poll()).body.error).toBe('authorization_pending');
    expect(() => opentrain.claim({ token: registration.claim_token })).toThrow('over');
    await kernel.clock.advance('24h');
    expect((await poll()).body.error).toBe('expired_token');
  });

  it.each([
    [{ grant_type: 'password', claim_token: 'x' }, 'unsupported_grant_type'],
    [{ grant_type }, 'invalid_request'],
    [{ claim_token: 'x' }, 'invalid_request'],
    [{ grant_type, claim_token: 'ot_clm_unknown' }, 'invalid_grant'],
  ])('answers %j with %s', async (form, error) => {
    const answer = await openTrain().call('POST', '/api/agent/oauth/token', {
      form: form as Record<string, string>,
    });
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });
});

describe('the human who claims', () => {
  it('is refused a wrong code, and after five the attempt lapses', async () => {
    const { startClaim, opentrain, registration } = await registered();
    const code = (await startClaim()).body.user_code;
    const wrong = code === '000000' ? '000001' : '000000';
    const type = (text: string) => opentrain.claim({ token: registration.claim_token, code: text });
    for (let i = 0; i < 5; i += 1) expect(() => type(wrong)).toThrow('not the code');
    expect(() => type(code)).toThrow('over');
  });

  it('has to sign in with the reserved address', async () => {
    const { startClaim, opentrain, registration } = await registered();
    const code = (await startClaim()).body.user_code;
    const token = registration.claim_token;
    expect(() => opentrain.claim({ token, code, email: 'eve@x.example' })).toThrow('reserved');
    expect(opentrain.claim({ token, code, email })).toMatchObject({ claimed: true, email });
  });

  it('claims over HTTP as well', async () => {
    const { startClaim, poll, call } = await registered();
    const { user_code: userCode } = (await startClaim()).body;
    const sent = { origin: 'http://localhost:4010', body: { userCode } };
    const claimed = await call('POST', '/_sandbox/opentrain/claim', sent);
    expect([claimed.status, claimed.body.claimed]).toEqual([200, true]);
    expect((await poll()).status).toBe(200);
  });
});

describe('revoking by possession', () => {
  it('answers 200 and {} for good, repeated and unknown tokens', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount();
    const revoke = (text: string) =>
      call('POST', '/api/agent/oauth/revoke', { form: { token: text } });
    for (const text of [token, token, 'ot_pat_unknown_token']) {
      const { status, body } = await revoke(text);
      expect([status, body]).toEqual([200, {}]);
    }
    expect((await call('GET', '/auth/me', { token })).status).toBe(401);
    const missing = await call('POST', '/api/agent/oauth/revoke', { form: {} });
    expect([missing.status, missing.body.error]).toEqual([400, 'invalid_request']);
  });
});

describe('auth.me', () => {
  it('says who the token is', async () => {
    const { call, opentrain } = openTrain();
    const account = opentrain.createAccount({ email });
    const { body } = await call('GET', '/auth/me', { token: account.token });
    expect(body).toMatchObject({
      actor: { userId: account.userId, email, fullName: 'Ada Field' },
      token: { id: account.tokenId, label: 'API token', ownerOrganizationId: null },
      account: { organizationId: account.organizationId, memberRole: 'OWNER' },
    });
  });

  it('is 404 once the owner is gone', async () => {
    const { call, opentrain } = openTrain();
    const { token, accountId } = opentrain.createAccount();
    opentrain.deleteOwner(accountId);
    const { status, body } = await call('GET', '/auth/me', { token });
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('tokens', () => {
  it('are created with the scopes of the caller, shown once and masked ever after', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount({ scopes: ['jobs:write'] });
    const created = await call('POST', '/tokens', { token, body: { name: ' report ' } });
    expect(created.status).toBe(201);
    expect(created.body.tokenType).toBe('bearer');
    const { metadata } = created.body;
    expect(metadata).toMatchObject({ name: 'report', scopes: ['jobs:write'], status: 'active' });
    const secret: string = created.body.token;
    expect(metadata.preview).toBe(`${secret.slice(0, 11)}********${secret.slice(-4)}`);
    const list = await call('GET', '/tokens', { token: secret });
    expect(list.body.tokens).toHaveLength(2);
    expect(JSON.stringify(list.body)).not.toContain(secret);
    expect(list.body.tokens[0].lastUsedAt).toBe('2026-06-01T09:00:00.000Z');
  });

  it('take no body, and a write scope covers its read', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount({ scopes: ['jobs:write'] });
    expect((await call('POST', '/tokens', { token })).status).toBe(201);
    const body = { scopes: ['jobs:read'] };
    expect((await call('POST', '/tokens', { token, body })).body.metadata.scopes).toEqual([
      'jobs:read',
    ]);
  });

  it('never grant more than the caller has', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount({ scopes: ['jobs:read'] });
    const body = { scopes: ['jobs:read', 'payments:write'] };
    const { status, body: answer } = await call('POST', '/tokens', { token, body });
    expect([status, answer.code]).toEqual([403, 'FORBIDDEN']);
    expect(answer.details).toEqual({
      requiredScopes: ['payments:write'],
      grantedScopes: ['jobs:read'],
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ name: 5 }, 'name'],
    [{ scopes: 'jobs:read' }, 'scopes'],
    [{ scopes: [1] }, 'scopes'],
    [{ expiresAt: 'soon' }, 'expiresAt'],
    [{ expiresAt: '2026-06-01T09:00:00.000Z' }, 'expiresAt'],
  ])('refuse %j with issues', async (body, field) => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount();
    const { status, body: answer } = await call('POST', '/tokens', { token, body });
    expect([status, answer.code]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.details.issues[0].path[0]).toBe(field);
  });

  it('name the scopes that do not exist', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount();
    const body = { scopes: ['jobs:read', 'jobs:delete'] };
    const { status, body: answer } = await call('POST', '/tokens', { token, body });
    expect(status).toBe(400);
    expect(answer.details.unknownScopes).toEqual(['jobs:delete']);
    expect(answer.details.supportedScopes).toHaveLength(11);
  });

  it('stop working when they expire, and no longer count against the cap of 25', async () => {
    const { call, opentrain, kernel } = openTrain();
    const { token } = opentrain.createAccount();
    const body = { expiresAt: '2026-06-01T10:00:00.000Z' };
    const created: string[] = [];
    for (let i = 0; i < 24; i += 1) {
      created.push((await call('POST', '/tokens', { token, body })).body.token);
    }
    const full = await call('POST', '/tokens', { token, body });
    expect([full.status, full.body.code]).toEqual([409, 'CONFLICT']);
    await kernel.clock.advance('1h');
    expect((await call('GET', '/tokens', { token: created[0] })).status).toBe(401);
    expect((await call('POST', '/tokens', { token })).status).toBe(201);
    const statuses = (await call('GET', '/tokens', { token })).body.tokens.map(
      (row: { status: string }) => row.status,
    );
    expect(statuses.filter((status: string) => status === 'expired')).toHaveLength(24);
  });

  it('are revoked for good, also by themselves', async () => {
    const { call, opentrain, kernel } = openTrain();
    const { token, tokenId, accountId } = opentrain.createAccount();
    const other = opentrain.mintToken(accountId);
    expect(() => opentrain.mintToken(accountId, { expiresAt: 'soon' })).toThrow('a date and time');
    const revoked = await call('DELETE', `/tokens/${other.tokenId}`, { token });
    expect(revoked.body.token).toMatchObject({
      status: 'revoked',
      revokedAt: '2026-06-01T09:00:00.000Z',
    });
    await kernel.clock.advance('1m');
    const again = await call('DELETE', `/tokens/${other.tokenId}`, { token });
    expect(again.body.token.revokedAt).toBe('2026-06-01T09:00:00.000Z');
    expect((await call('DELETE', `/tokens/${tokenId}`, { token })).status).toBe(200);
    expect((await call('GET', '/tokens', { token })).status).toBe(401);
  });

  it('of others are as unknown as none', async () => {
    const { call, opentrain } = openTrain();
    const { token } = opentrain.createAccount();
    const { tokenId: foreign } = opentrain.createAccount();
    for (const tokenId of [foreign, 'tok_none']) {
      const { status, body } = await call('DELETE', `/tokens/${tokenId}`, { token });
      expect([status, body.code, body.details]).toEqual([404, 'NOT_FOUND', { tokenId }]);
    }
  });
});
