import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AuthenticationError,
  ConflictError,
  InvalidArgumentError,
  MissingScopeError,
  OpenTrainPlatform,
  PermissionDeniedError,
} from '../../../src/platform/index.ts';
import { fakeFetch, json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, token } from './client.ts';

afterEach(() => vi.unstubAllEnvs());

const install = json({ install: { id: 'ins_1' } });

describe('the token', () => {
  it('is needed to make a client at all', () => {
    vi.stubEnv('OT_PARTNER_TOKEN', '');
    expect(() => new OpenTrainPlatform()).toThrow(InvalidArgumentError);
    expect(() => new OpenTrainPlatform()).toThrow('OT_PARTNER_TOKEN');
  });

  it.each([
    [{ OT_PARTNER_TOKEN: token, OPENTRAIN_PARTNER_TOKEN: 'ot_ptk_other' }],
    [{ OPENTRAIN_PARTNER_TOKEN: token }],
  ])('may come from the environment: %o', async (variables) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const fetch = fakeFetch(install);
    await new OpenTrainPlatform({ fetch }).installs.current();
    expect(fetch.sent[0]?.headers.get('authorization')).toBe(`Bearer ${token}`);
  });

  it.each(['OT_API_BASE_URL', 'OPENTRAIN_API_BASE_URL', 'OPENTRAIN_BASE_URL'])(
    'goes where %s says',
    async (name) => {
      vi.stubEnv(name, 'http://localhost:4100');
      const fetch = fakeFetch(install);
      await new OpenTrainPlatform({ token, fetch }).installs.current();
      expect(fetch.sent[0]?.url.href).toBe('http://localhost:4100/api/partner/v1/installs/current');
    },
  );

  it.each([
    ['ot_pat_S3cret', 'a token of the Public API'],
    ['ptnapp_S3cret', 'the client id of an app'],
    ['tak_S3cret', 'a TrainAR key'],
    ['whsec_S3cret', 'a webhook secret'],
    ['S3cret', 'starts with ot_ptk_'],
  ])('of another kind, %s, is refused by name and never repeated', (given, what) => {
    const make = () => new OpenTrainPlatform({ token: given });
    expect(make).toThrow(what);
    expect(make).not.toThrow('S3cret');
  });
});

describe('a refusal', () => {
  const refused = (status: number, code: string, details?: object) =>
    client(json({ error: 'No.', code, requestId: 'req-1', details }, status)).platform;

  it('gives code, reason, request id and details', async () => {
    const details = { reason: 'external_project_id_taken' };
    const platform = refused(409, 'CONFLICT', details);
    const error = await rejection(platform.projectLinks.create({ externalProjectId: 'p1' }));
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      reason: 'external_project_id_taken',
      requestId: 'req-1',
      details,
      operationId: 'projectLinks.create',
    });
  });

  it('of a revoked token is told from one of an app that is not active', async () => {
    const revoked = refused(401, 'UNAUTHORIZED');
    expect(await rejection(revoked.installs.current())).toBeInstanceOf(AuthenticationError);
    const inactive = refused(403, 'FORBIDDEN');
    const error = await rejection(inactive.installs.current());
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).not.toBeInstanceOf(MissingScopeError);
  });

  it('names the scopes that are needed, where the platform does', async () => {
    const platform = refused(403, 'FORBIDDEN', { requiredScopes: ['contracts:read'] });
    expect(await rejection(platform.contracts.list())).toMatchObject({
      name: 'MissingScopeError',
      requiredScopes: ['contracts:read'],
    });
  });
});
