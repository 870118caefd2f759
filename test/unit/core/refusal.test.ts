import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  ApiError,
  type ApiErrorInit,
  AuthenticationError,
  BadRequestError,
  ClaimRequiredError,
  ConflictError,
  FeatureDisabledError,
  MissingScopeError,
  NotFoundError,
  OAuthError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from '../../../src/core/api-error.ts';
import type { ReadErrorBody } from '../../../src/core/error-body.ts';
import { refusal } from '../../../src/core/refusal.ts';
import { createJob, readEnvelope, readFlat } from '../../support/transport.ts';

const now = Date.UTC(2026, 0, 1);

function refused(
  status: number,
  body: unknown = {},
  { headers = {}, read = readEnvelope as ReadErrorBody } = {},
): ApiError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return refusal(createJob, new Response(null, { status, headers }), text, read, now);
}

function envelope(code: string, details?: object) {
  return { error: 'Human text.', code, requestId: 'req_1', details };
}

describe('the class of an error', () => {
  it.each([
    [400, BadRequestError],
    [422, BadRequestError],
    [401, AuthenticationError],
    [403, PermissionDeniedError],
    [404, NotFoundError],
    [409, ConflictError],
    [429, RateLimitError],
    [500, ServerError],
    [502, ServerError],
    [503, ServerError],
    [599, ServerError],
    [402, ApiError],
    [405, ApiError],
    [418, ApiError],
  ])('follows from status %i, whatever the body', (status, type) => {
    for (const body of [envelope('X'), '', '<html>', '[]', 'null', '{"error":']) {
      expect(refused(status, body).constructor).toBe(type);
    }
  });

  it('is OAuthError for a body in that form, with the error as its code', () => {
    const error = refused(400, { error: 'authorization_pending', error_description: 'Not yet.' });
    expect(error).toBeInstanceOf(OAuthError);
    expect(error.code).toBe('authorization_pending');
    expect(error.message).toContain('Not yet.');
  });

  it.each([
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
  ])('stays the one that retries know for OAuth bodies of status %i', (status, type) => {
    const error = refused(status, { error: 'server_error' });
    expect(error.constructor).toBe(type);
    expect(error.code).toBe('server_error');
  });
});

describe('a refusal', () => {
  it('carries what the platform said', () => {
    const details = { reason: 'payment_method_required', billingUrl: 'https://x/billing' };
    const error = refused(409, envelope('CONFLICT', details));
    expect(error).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      reason: 'payment_method_required',
      requestId: 'req_1',
      operationId: 'jobs.create',
      details,
    });
    expect(error.message).toBe(
      '409 payment_method_required (jobs.create, request req_1): Human text.',
    );
  });

  it('names the code where there is no reason, and nothing where there is neither', () => {
    expect(refused(409, envelope('CONFLICT')).message).toMatch(/^409 CONFLICT \(/);
    expect(refused(409, '').message).toBe('409 (jobs.create): The body is empty.');
  });

  it('takes the request id from the header where the body has none', () => {
    const headers = { 'x-request-id': 'req_h' };
    expect(refused(502, '<html>', { headers }).requestId).toBe('req_h');
    expect(refused(409, envelope('CONFLICT'), { headers }).requestId).toBe('req_1');
  });

  it('has details even when there are none', () => {
    expect(refused(409, '').details).toEqual({});
  });

  it('keeps the headers at hand and out of logs, cookies and all', () => {
    const error = refused(500, '', { headers: { 'set-cookie': 'session=abc' } });
    expect(error.headers.get('set-cookie')).toBe('session=abc');
    expect(Object.keys(error)).not.toContain('headers');
    expect(inspect(error)).not.toContain('session=abc');
    expect(JSON.stringify(error)).not.toContain('headers');
  });
});

describe('a 403', () => {
  it('is MissingScopeError where the platform lists the scopes', () => {
    const details = { requiredScopes: ['jobs:write', 'x'], grantedScopes: ['jobs:read'] };
    const error = refused(403, envelope('FORBIDDEN', details)) as MissingScopeError;
    expect(error).toBeInstanceOf(MissingScopeError);
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error.requiredScopes).toEqual(['jobs:write', 'x']);
    expect(error.message).toContain('Use a key with jobs:write, x.');
  });

  it("takes the operation's own scopes where only the code tells", () => {
    const body = { error: 'INSUFFICIENT_PERMISSIONS', message: 'No.' };
    const error = refused(403, body, { read: readFlat }) as MissingScopeError;
    expect(error).toBeInstanceOf(MissingScopeError);
    expect(error.requiredScopes).toEqual(['jobs:write']);
  });

  it('is FeatureDisabledError where the platform names a feature', () => {
    const details = { featureKey: 'public_api_hiring', mode: 'off' };
    const error = refused(403, envelope('FORBIDDEN', details)) as FeatureDisabledError;
    expect(error).toBeInstanceOf(FeatureDisabledError);
    expect(error.featureKey).toBe('public_api_hiring');
    expect(error.message).toContain('Ask the platform to switch public_api_hiring on');
  });

  it('is ClaimRequiredError where a human has to claim the account, with the page when given', () => {
    const details = { reason: 'account_claim_required', claimUrl: 'https://x/claim' };
    const error = refused(403, envelope('FORBIDDEN', details)) as ClaimRequiredError;
    expect(error).toBeInstanceOf(ClaimRequiredError);
    expect(error.claimUrl).toBe('https://x/claim');
    expect(error.message).toMatch(/Start a claim and have a human finish it/);
    const bare = refused(403, envelope('FORBIDDEN', { reason: 'account_claim_required' }));
    expect((bare as ClaimRequiredError).claimUrl).toBeUndefined();
  });

  it.each([
    { requiredScopes: 'jobs:write' },
    { featureKey: 7 },
    { reason: 'teams_not_enabled' },
    undefined,
  ])('is a plain PermissionDeniedError otherwise (%j)', (details) => {
    expect(refused(403, envelope('FORBIDDEN', details)).constructor).toBe(PermissionDeniedError);
  });
});

describe('the wait that an error asks for', () => {
  const details = { retryAfterSeconds: 7 };

  it('comes from the details before the header', () => {
    const error = refused(429, envelope('RATE_LIMITED', details), {
      headers: { 'retry-after': '3' },
    });
    expect((error as RateLimitError).retryAfterSeconds).toBe(7);
    expect(error.message).toContain('Try again in 7 s.');
  });

  it.each([-1, '7', null, {}])(
    'comes from the header where the details are absurd (%j)',
    (asked) => {
      const error = refused(429, envelope('RATE_LIMITED', { retryAfterSeconds: asked }), {
        headers: { 'retry-after': '3' },
      });
      expect((error as RateLimitError).retryAfterSeconds).toBe(3);
    },
  );

  it('is read from a date by the given now', () => {
    const headers = { 'retry-after': new Date(now + 90_000).toUTCString() };
    expect((refused(503, '', { headers }) as ServerError).retryAfterSeconds).toBe(90);
  });

  it('is undefined where nobody asked', () => {
    const error = refused(429, envelope('RATE_LIMITED')) as RateLimitError;
    expect(error.retryAfterSeconds).toBeUndefined();
    expect(error.message).toContain('Slow down and try later.');
  });
});

describe('what to do next', () => {
  const init: ApiErrorInit = {
    status: 401,
    operationId: 'jobs.get',
    headers: new Headers(),
    message: 'x',
  };
  it('is said by the errors that know it', () => {
    expect(new AuthenticationError(init).message).toMatch(/Check that the key is current/);
    expect(new ServerError(init).message).toMatch(/try later/);
    expect(new MissingScopeError(init, []).message).toContain('Use a key with the needed scope.');
  });
});

describe('a secret that the platform echoes', () => {
  const secret = 'ot_pat_pub1_S3cret';

  it.each([
    ['message', { error: `bad ${secret}`, code: 'X' }],
    ['code', { error: 'x', code: secret }],
    ['request id', { error: 'x', code: 'X', requestId: secret }],
    ['reason', { error: 'x', code: 'X', details: { reason: secret } }],
    ['details', { error: 'x', code: 'X', details: { token: secret } }],
    ['nested details', { error: 'x', code: 'X', details: { a: [{ [secret]: [`- ${secret}`] }] } }],
    ['scopes', { error: 'x', code: 'X', details: { requiredScopes: [secret] } }],
    ['feature', { error: 'x', code: 'X', details: { featureKey: secret } }],
    [
      'claim page',
      {
        error: 'x',
        code: 'X',
        details: { reason: 'account_claim_required', claimUrl: `https://x/claim?token=${secret}` },
      },
    ],
    ['OAuth text', { error: secret, error_description: `bad ${secret}` }],
    ['page', `<html>${secret}</html>`],
    ['unknown form', [secret]],
    ['end of a long page', `${'x'.repeat(190)} ${secret}`],
  ])('does not reach the error: %s', (_, body) => {
    const error = refused(403, body);
    const all = [String(error), error.stack, JSON.stringify(error), inspect(error, { depth: 9 })];
    expect(all.join()).not.toContain('S3cret');
    expect(all.join()).not.toContain('pub1');
  });
});
