import { describe, expect, it } from 'vitest';
import { openTrain, readyJob } from './opentrain-fixture.ts';

const day = 24 * 60 * 60 * 1000;

/** An account that publishes drafts of its own. */
function shop(options: Parameters<typeof openTrain>[0] = {}, claimed = true) {
  const sandbox = openTrain(options);
  const { token, accountId } = sandbox.opentrain.createAccount({ claimed });
  const as = (method: string, path: string, body?: unknown) =>
    sandbox.call(method, path, { token, body });
  const draft = async (more: object = {}): Promise<string> => {
    const body = { format: 'opentrain_canonical', job: { ...readyJob, ...more } };
    return (await as('POST', '/job-drafts', body)).body.jobId;
  };
  const publish = (jobId: string) => as('POST', `/jobs/${jobId}/publish`);
  const published = async (more: object = {}): Promise<string> => {
    const jobId = await draft(more);
    expect((await publish(jobId)).status).toBe(200);
    return jobId;
  };
  return { ...sandbox, token, accountId, as, draft, publish, published };
}

describe('publishing', () => {
  it('puts a ready draft on the marketplace, once', async () => {
    const { draft, publish, call } = shop();
    const jobId = await draft();
    expect((await call('GET', `/jobs/${jobId}`)).body.code).toBe('NOT_FOUND');
    expect((await publish(jobId)).body).toEqual({
      ok: true,
      jobId,
      status: 'OPEN',
      alreadyPublished: false,
      jobUrl: `https://app.opentrain.ai/jobs/${jobId}`,
      publishAttemptId: expect.stringMatching(/^pub_/),
      warnings: [],
      sideEffects: { dispatched: true, status: 'queued' },
    });
    const again = await publish(jobId);
    expect(again.body).toMatchObject({ alreadyPublished: true, publishAttemptId: null });
    expect((await call('GET', `/jobs/${jobId}`)).body.status).toBe('OPEN');
  });

  it('refuses an unready draft with its validation', async () => {
    const { draft, publish } = shop();
    const jobId = await draft({ experienceLevel: undefined });
    const { status, body } = await publish(jobId);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.details.validation).toMatchObject({
      publishReady: false,
      missingFieldCount: 1,
      missingFields: ['experienceLevel'],
    });
  });

  it.each([
    ['contact_details', 'Write to jobs@example.com.'],
    ['upfront_payment', 'You pay a registration fee first.'],
  ])('is refused by moderation for %s', async (reason, description) => {
    const { draft, publish, as } = shop();
    const jobId = await draft({ description });
    const { status, body } = await publish(jobId);
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    expect(body.details).toEqual({ reason: 'moderation_blocked', reasons: [reason] });
    const { body: mine } = await as('GET', '/jobs/mine?status=DRAFT');
    expect(mine.jobs[0].id).toBe(jobId);
  });

  it('follows what moderation is told', async () => {
    const { draft, publish, opentrain } = shop();
    const jobId = await draft({ description: 'Write to jobs@example.com.' });
    opentrain.allowModeration(jobId);
    expect((await publish(jobId)).status).toBe(200);
    const other = await draft();
    opentrain.blockModeration(other, ['spam']);
    expect((await publish(other)).body.details.reasons).toEqual(['spam']);
  });

  it.each([
    [true, 20],
    [false, 3],
  ])('is capped (claimed: %s) at %i in rolling 24 hours', async (claimed, limit) => {
    const { draft, publish, kernel } = shop({}, claimed);
    const start = kernel.clock.now();
    for (let i = 0; i < limit; i += 1) {
      expect((await publish(await draft())).status).toBe(200);
      if (i === 0) await kernel.clock.advance('1h');
    }
    const late = await draft();
    const { status, body } = await publish(late);
    expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(body.details).toEqual({ limit, windowHours: 24 });
    await kernel.clock.advance(start + day - kernel.clock.now());
    expect((await publish(late)).status).toBe(200);
    expect((await publish(await draft())).status).toBe(429);
  });

  it('knows no jobs of others, and archives stay closed', async () => {
    const { published, publish, as, opentrain, call } = shop();
    const { token: other } = opentrain.createAccount();
    const jobId = await published();
    for (const path of ['publish', 'close']) {
      const { status, body } = await call('POST', `/jobs/${jobId}/${path}`, { token: other });
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    }
    await as('POST', `/jobs/${jobId}/close`);
    const { status, body } = await publish(jobId);
    expect([status, body.code]).toEqual([409, 'CONFLICT']);
  });
});

describe('closing', () => {
  it('archives a job, once, and leaves a trace of it', async () => {
    const { published, as, call } = shop();
    const jobId = await published();
    const close = () => as('POST', `/jobs/${jobId}/close`);
    const closed = { ok: true, jobId, status: 'ARCHIVED' };
    expect((await close()).body).toEqual({ ...closed, alreadyClosed: false });
    expect((await close()).body).toEqual({ ...closed, alreadyClosed: true });
    const { status, body } = await call('GET', `/jobs/${jobId}`);
    expect([status, body]).toEqual([404, { id: jobId, status: 'closed' }]);
    expect((await call('GET', '/jobs')).body.jobs).toEqual([]);
  });
});

describe('editing a live job', () => {
  it('stores what moderation allows', async () => {
    const { published, as, call } = shop();
    const jobId = await published();
    const { status, body } = await as('PATCH', `/jobs/${jobId}`, { jobTitle: 'Tricycle boxes' });
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      jobId,
      status: 'OPEN',
      moderation: { decision: 'ALLOW', reasons: [] },
    });
    expect((await call('GET', `/jobs/${jobId}`)).body.title).toBe('Tricycle boxes');
    expect((await call('GET', '/jobs?q=tricycles')).body.jobs).toHaveLength(1);
    expect((await call('GET', '/jobs?q=bicycle+boxes+tricycle')).body.jobs).toHaveLength(1);
  });

  it('falls back to a draft when moderation refuses, and keeps the edit', async () => {
    const { published, publish, as, call, opentrain } = shop();
    const jobId = await published();
    const { status, body } = await as('PATCH', `/jobs/${jobId}`, {
      jobTitle: 'Call +34 600 123 456',
    });
    expect([status, body.code]).toEqual([409, 'CONFLICT']);
    expect(body.details).toEqual({
      jobId,
      reason: 'moderation_blocked',
      reasons: ['contact_details'],
      status: 'DRAFT',
    });
    expect((await call('GET', `/jobs/${jobId}`)).body).toEqual({ id: jobId, status: 'closed' });
    opentrain.allowModeration(jobId);
    await publish(jobId);
    expect((await call('GET', `/jobs/${jobId}`)).body.title).toBe('Call +34 600 123 456');
  });

  it('refuses drafts, jobs of others, empty bodies and unknown keys', async () => {
    const { draft, published, as, call, opentrain } = shop();
    const jobId = await draft();
    const closed = await as('PATCH', `/jobs/${jobId}`, { headcount: 2 });
    expect(closed.status).toBe(409);
    expect(closed.body.details).toEqual({ jobId, status: 'DRAFT', requiredStatus: 'OPEN' });
    expect(closed.body.error).toContain('/job-drafts/');
    const open = await published();
    for (const body of [{}, { salary: 1 }, { headcount: 'two' }]) {
      const refused = await as('PATCH', `/jobs/${open}`, body);
      expect([refused.status, refused.body.code]).toEqual([400, 'BAD_REQUEST']);
      expect(refused.body.details.issues).toHaveLength(1);
    }
    const { token } = opentrain.createAccount();
    const foreign = await call('PATCH', `/jobs/${open}`, { token, body: { headcount: 2 } });
    expect(foreign.status).toBe(404);
  });
});

describe('own jobs', () => {
  it('are listed newest first, with counts and pages', async () => {
    const { draft, published, as, opentrain } = shop();
    const open = await published();
    const draftId = await draft({ title: undefined, description: undefined });
    const [first] = opentrain.apply(open, { count: 3 });
    opentrain.setProposalStatus(first!.id, 'SHORTLISTED');
    const one = await as('GET', '/jobs/mine?limit=1');
    expect(one.body.jobs[0]).toMatchObject({
      id: draftId,
      status: 'DRAFT',
      published: false,
      acceptingApplicants: false,
      jobUrl: null,
    });
    const two = await as('GET', `/jobs/mine?limit=1&cursor=${one.body.nextCursor}`);
    expect(two.body.jobs[0]).toMatchObject({
      id: open,
      published: true,
      acceptingApplicants: true,
      jobUrl: `https://app.opentrain.ai/jobs/${open}`,
      proposalCounts: { total: 3, unreviewed: 2 },
    });
    expect(two.body.nextCursor).toBeNull();
    const { body } = await as('GET', '/jobs/mine?status=OPEN');
    expect(body.jobs.map(({ id }: { id: string }) => id)).toEqual([open]);
  });

  it('refuse a status that is none, a limit below one and a cursor of another list', async () => {
    const { as } = shop();
    const wrong = await as('GET', '/jobs/mine?status=LIVE');
    expect(wrong.status).toBe(400);
    expect(wrong.body.details.supportedStatuses).toEqual([
      'DRAFT',
      'OPEN',
      'ONGOING',
      'COMPLETED',
      'ARCHIVED',
      'PENDING_APPROVAL',
    ]);
    for (const query of ['limit=0', 'limit=x', 'cursor=x']) {
      expect((await as('GET', `/jobs/mine?${query}`)).body.code).toBe('BAD_REQUEST');
    }
    expect((await as('GET', '/jobs/mine?limit=1000')).status).toBe(200);
  });
});

describe('inviting', () => {
  it('makes a proposal and its thread, once', async () => {
    const { published, as, opentrain } = shop();
    const jobId = await published();
    const { trainerId: freelancerId } = opentrain.createTrainer();
    const invite = () => as('POST', `/jobs/${jobId}/invites`, { freelancerId });
    const first = await invite();
    const { proposalId } = first.body;
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      ok: true,
      proposalId,
      jobId,
      freelancerId,
      alreadyInvited: false,
    });
    const again = await invite();
    expect([again.status, again.body.alreadyInvited]).toEqual([200, true]);
    const { proposal } = (await as('GET', `/proposals/${proposalId}`)).body;
    expect(proposal.bid.amountUsd).toBeNull();
    expect(proposal.candidate.id).toBe(freelancerId);
    const opened = await as('POST', `/proposals/${proposalId}/conversation`);
    expect(opened.body.created).toBe(false);
  });

  it.each(['job_not_published', 'not_a_freelancer', 'freelancer_unavailable'])(
    'refuses with %s',
    async (reason) => {
      const { draft, published, as, opentrain } = shop();
      const jobId = reason === 'job_not_published' ? await draft() : await published();
      const { trainerId } = opentrain.createTrainer();
      opentrain.setTrainerAvailable(trainerId, reason !== 'freelancer_unavailable');
      const freelancerId =
        reason === 'not_a_freelancer' ? opentrain.createAccount().userId : trainerId;
      const { status, body } = await as('POST', `/jobs/${jobId}/invites`, { freelancerId });
      expect([status, body.code, body.details.reason]).toEqual([409, 'CONFLICT', reason]);
    },
  );

  it('refuses bodies without a trainer, unknown users and jobs of others', async () => {
    const { published, as, call, opentrain } = shop();
    const jobId = await published();
    const { trainerId: freelancerId } = opentrain.createTrainer();
    for (const body of [{}, { freelancerId: 7 }]) {
      const { status, body: answer } = await as('POST', `/jobs/${jobId}/invites`, body);
      expect([status, answer.details.issues[0].path]).toEqual([400, ['freelancerId']]);
    }
    const nobody = await as('POST', `/jobs/${jobId}/invites`, { freelancerId: 'usr_none' });
    expect(nobody.status).toBe(404);
    const { token } = opentrain.createAccount();
    const body = { freelancerId };
    expect((await call('POST', `/jobs/${jobId}/invites`, { token, body })).status).toBe(404);
  });
});
