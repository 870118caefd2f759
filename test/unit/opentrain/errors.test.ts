import { describe, expect, it } from 'vitest';
import {
  BadRequestError,
  ClaimRequiredError,
  ConflictError,
  FeatureDisabledError,
  MissingScopeError,
  NotFoundError,
  OAuthError,
  RateLimitError,
  ServerError,
} from '../../../src/opentrain/index.ts';
import { json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { claimToken, client, token } from './client.ts';

const envelope = (code: string, details?: object) => ({
  error: 'No.',
  code,
  requestId: 'req-1',
  details,
});

describe('the platform’s envelope', () => {
  it('gives code, reason, request id and details', async () => {
    const details = { reason: 'payment_method_required', billingUrl: 'https://billing' };
    const { ot } = client(json(envelope('CONFLICT', details), 409));
    const error = await rejection(
      ot.proposals.hire('prp_1', { milestone: { name: 'Pilot', amount: 300 } }),
    );
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      reason: 'payment_method_required',
      requestId: 'req-1',
      details,
      operationId: 'proposals.hire',
    });
  });

  it('may lack details', async () => {
    const { ot } = client(json({ error: 'Bad.', code: 'BAD_REQUEST', requestId: 'req-1' }, 400));
    expect(await rejection(ot.jobs.search())).toBeInstanceOf(BadRequestError);
  });

  it.each([
    [{ requiredScopes: ['payments:read'] }, MissingScopeError],
    [{ featureKey: 'public_api_credits' }, FeatureDisabledError],
    [{ reason: 'account_claim_required', claimUrl: 'https://claim' }, ClaimRequiredError],
  ])('tells one gate from another: %o', async (details, kind) => {
    const { ot } = client(json(envelope('FORBIDDEN', details), 403));
    expect(await rejection(ot.credits.balance())).toBeInstanceOf(kind);
  });

  it('tells how long to wait', async () => {
    const { ot } = client(json(envelope('RATE_LIMITED', { retryAfterSeconds: 7 }), 429));
    const error = await rejection(ot.messages.send({ conversationId: 'c', content: 'x' }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterSeconds: 7 });
  });
});

describe('a job that is no longer listed', () => {
  it('is told from one that never was', async () => {
    const closed = client(json({ id: 'job_1', status: 'closed' }, 404));
    const error = await rejection(closed.ot.jobs.get('job_1'));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ reason: 'closed', details: { id: 'job_1' } });

    const none = client(json(envelope('NOT_FOUND'), 404));
    expect(await rejection(none.ot.jobs.get('job_1'))).toMatchObject({ reason: undefined });
  });
});

describe('OAuth’s form', () => {
  it('gives an OAuthError with the code as it is spelled', async () => {
    const answer = { error: 'invalid_request', error_description: 'email_already_registered' };
    const { ot } = client(json(answer, 400));
    const error = await rejection(
      ot.agent.startClaim({ claim_token: claimToken, email: 'a@example.com' }),
    );
    expect(error).toBeInstanceOf(OAuthError);
    expect(error).toMatchObject({ code: 'invalid_request', status: 400 });
    expect((error as Error).message).toContain('email_already_registered');
  });

  it('may be the code alone', async () => {
    const { ot } = client(json({ error: 'anonymous_not_enabled' }, 403));
    expect(await rejection(ot.agent.register())).toMatchObject({ code: 'anonymous_not_enabled' });
  });

  it('leaves limits and outages what they are', async () => {
    const limited = client(json({ error: 'rate_limit_exceeded' }, 429));
    expect(await rejection(limited.ot.agent.register())).toBeInstanceOf(RateLimitError);
    const broken = client(json({ error: 'server_error' }, 500));
    expect(await rejection(broken.ot.agent.register())).toBeInstanceOf(ServerError);
  });
});

it('no error of any form carries a token', async () => {
  const leak = { error: `bad ${token}`, code: 'BAD_REQUEST', requestId: 'r', details: { token } };
  const { ot } = client(json(leak, 400));
  const error = (await rejection(ot.tokens.create())) as Error;
  expect(error.message + JSON.stringify(error)).not.toContain('S3cret');
});
