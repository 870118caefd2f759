import {
  type ApiError,
  ConflictError,
  MissingScopeError,
  OpenTrain,
  RateLimitError,
  signWebhook,
  TrainAR,
  type TrainyardError,
  verifyWebhook,
  WebhookVerificationError,
} from 'trainyard';
import type { ApprovalRequest, HireResult, JobDraft, OwnJob, Proposal } from 'trainyard/opentrain';
import { createSandbox } from 'trainyard/sandbox';
import type { Task } from 'trainyard/trainar';
import type { OpenTrainWebhookEvent } from 'trainyard/webhooks';
import { describe, expectTypeOf, it } from 'vitest';

describe('what `trainyard` exports', () => {
  it('is enough for a hire, from text to contract', async () => {
    const ot = new OpenTrain();
    const draft = await ot.jobDrafts.create({ text: 'Label photos.' });
    expectTypeOf(draft).toEqualTypeOf<JobDraft>();
    for await (const proposal of ot.jobs.listProposals(draft.jobId)) {
      expectTypeOf(proposal).toEqualTypeOf<Proposal>();
      const request = await ot.proposals.hire(proposal.id, { milestone: { amount: 300 } });
      expectTypeOf(request).toEqualTypeOf<ApprovalRequest<'proposal_hire'>>();
      expectTypeOf(await request.wait()).toEqualTypeOf<HireResult>();
      // @ts-expect-error: a request is no result
      request.contractId;
    }
    // @ts-expect-error: an amount is a number
    ot.proposals.hire('p', { milestone: { amount: '300' } });
    // @ts-expect-error: a hire needs its milestone
    ot.proposals.hire('p', {});
    // @ts-expect-error: the job's id comes first
    ot.jobs.listProposals({ limit: 10 });
    // @ts-expect-error: no call confirms for a human
    ot.approvals.confirm('a');
  });

  it('holds errors that narrow', () => {
    const error: unknown = undefined;
    if (error instanceof MissingScopeError) {
      expectTypeOf(error.requiredScopes).toExtend<readonly string[]>();
      expectTypeOf(error).toExtend<ApiError>();
    }
    if (error instanceof RateLimitError) {
      expectTypeOf(error.retryAfterSeconds).toEqualTypeOf<number | undefined>();
    }
    if (error instanceof ConflictError) {
      expectTypeOf(error.reason).toEqualTypeOf<string | undefined>();
      expectTypeOf(error.status).toEqualTypeOf<number>();
    }
    expectTypeOf<WebhookVerificationError>().toExtend<TrainyardError>();
    if (error instanceof WebhookVerificationError) {
      // @ts-expect-error: no such code
      error.code === 'signature_wrong';
    }
  });

  it('verifies and signs for either platform', async () => {
    const signed = await signWebhook({
      platform: 'opentrain',
      secret: 's',
      event: { type: 'proposal.received' },
    });
    const event = await verifyWebhook({ platform: 'opentrain', secret: 's', ...signed });
    expectTypeOf(event).toEqualTypeOf<OpenTrainWebhookEvent>();
    // @ts-expect-error: no such platform
    verifyWebhook({ platform: 'opentrian', secret: 's', ...signed });
  });
});

describe('statuses of jobs', () => {
  it('are open, and complete', () => {
    expectTypeOf<'OPEN'>().toExtend<OwnJob['status']>();
    expectTypeOf<OwnJob['status']>().not.toEqualTypeOf<string>();
    expectTypeOf<string & {}>().toExtend<OwnJob['status']>();
  });
});

describe('a sandbox', () => {
  it('fits the clients’ options', async () => {
    const sandbox = createSandbox({ seed: 1, time: 'auto' });
    const { fetch, clock } = sandbox;
    const { apiKey } = sandbox.trainar.createTenant();
    const { token, claimToken } = sandbox.opentrain.createAccount({ claimed: false });
    expectTypeOf(claimToken).toEqualTypeOf<string | null>();
    new OpenTrain({ token, fetch, clock });
    expectTypeOf(
      new TrainAR({ apiKey, fetch, clock }).tasks.create({ title: 'x' }),
    ).resolves.toEqualTypeOf<Task>();
    // @ts-expect-error: no such scope option
    sandbox.trainar.createTenant({ scope: 'read:tasks' });
    // @ts-expect-error: a fault drops, delays or answers
    sandbox.faults.inject({ operationId: 'jobs.search', explode: true });
    await sandbox.clock.advance('72h');
  });
});
