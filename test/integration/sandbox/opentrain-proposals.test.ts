import { describe, expect, it } from 'vitest';
import { openTrain } from './opentrain-fixture.ts';

async function shop() {
  const sandbox = openTrain();
  const owner = await sandbox.employer();
  const { token: foreign } = sandbox.opentrain.createAccount();
  const applied = (
    ...wish: Parameters<typeof sandbox.opentrain.apply> extends [string, ...infer W] ? W : never
  ) => {
    const [proposal] = sandbox.opentrain.apply(owner.jobId, ...wish);
    if (!proposal) throw new Error('nobody applied');
    return proposal;
  };
  return { ...sandbox, ...owner, foreign, applied };
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('applying', () => {
  it('makes a proposal and tells the employer', async () => {
    const { applied, told, token, jobId } = await shop();
    const proposal = applied({ bid: 0.04, score: 86, matchScore: 0.91 });
    expect(proposal).toMatchObject({
      jobId,
      jobTitle: 'Bicycle boxes',
      status: { raw: 'UNREVIEWED', label: 'Unreviewed' },
      bid: { amountUsd: 0.04, unit: 'PER_LABEL' },
      metrics: { interviewScore: 86, matchScore: 0.91 },
    });
    expect(await told(token)).toMatchObject([
      { type: 'proposal.received', data: { proposalId: proposal.id, jobId } },
    ]);
  });

  it('takes open jobs only, and each trainer once', async () => {
    const { applied, as, jobId, opentrain } = await shop();
    const { candidate } = applied();
    expect(() => applied({ trainer: candidate.id })).toThrow('already');
    await as('POST', `/jobs/${jobId}/close`);
    expect(() => applied()).toThrow('open jobs only');
    expect(() => opentrain.apply('job_none')).toThrow('no job');
  });

  it('brings a crowd of different people', async () => {
    const { opentrain, jobId, as } = await shop();
    const crowd = opentrain.apply(jobId, { count: 60 });
    expect(new Set(crowd.map(({ candidate }) => candidate.id)).size).toBe(60);
    expect(new Set(crowd.map(({ candidate }) => candidate.profileSlug)).size).toBe(60);
    const { body } = await as('GET', '/jobs/mine');
    expect(body.jobs[0].proposalCounts).toEqual({ total: 60, unreviewed: 60 });
  });
});

describe("listing a job's proposals", () => {
  it('pages newest first; the cursor is a proposal id', async () => {
    const { as, jobId, opentrain } = await shop();
    const all = ids(opentrain.apply(jobId, { count: 60 })).reverse();
    const first = await as('GET', `/jobs/${jobId}/proposals`);
    expect(ids(first.body.proposals)).toEqual(all.slice(0, 25));
    expect(first.body.nextCursor).toBe(all[24]);
    const rest = await as('GET', `/jobs/${jobId}/proposals?limit=100&cursor=${all[24]}`);
    expect(ids(rest.body.proposals)).toEqual(all.slice(25));
    expect(rest.body.nextCursor).toBeNull();
  });

  it('goes on after a proposal that has changed its status since', async () => {
    const { as, jobId, opentrain } = await shop();
    const all = ids(opentrain.apply(jobId, { count: 4 })).reverse();
    const path = `/jobs/${jobId}/proposals?status=UNREVIEWED&limit=2`;
    const { nextCursor } = (await as('GET', path)).body;
    opentrain.setProposalStatus(nextCursor, 'MAYBE');
    const { body } = await as('GET', `${path}&cursor=${nextCursor}`);
    expect(ids(body.proposals)).toEqual(all.slice(2));
  });

  it.each(['NOT_A_FIT', 'not_a_fit', 'Not a fit', 'not-a-fit'])('reads %s', async (status) => {
    const { as, jobId, opentrain, applied } = await shop();
    applied();
    const { id } = applied();
    opentrain.setProposalStatus(id, 'NOT_A_FIT');
    const query = new URLSearchParams({ status });
    const { body } = await as('GET', `/jobs/${jobId}/proposals?${query}`);
    expect(ids(body.proposals)).toEqual([id]);
    expect(body.proposals[0].status).toEqual({ raw: 'NOT_A_FIT', label: 'Not a fit' });
  });

  it('refuses a status that is none, a bad limit and a cursor of another job', async () => {
    const { as, jobId, employer, opentrain } = await shop();
    const path = `/jobs/${jobId}/proposals`;
    const wrong = await as('GET', `${path}?status=PENDING`);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(wrong.body.details.supportedStatuses).toEqual([
      'UNREVIEWED',
      'SHORTLISTED',
      'MAYBE',
      'HIRED',
      'DECLINED',
      'NOT_A_FIT',
      'RESUME_SENT',
    ]);
    const [other] = opentrain.apply((await employer()).jobId);
    for (const query of ['limit=0', `cursor=${other?.id}`, 'cursor=x']) {
      expect((await as('GET', `${path}?${query}`)).body.code).toBe('BAD_REQUEST');
    }
    expect((await as('GET', `${path}?limit=5000`)).status).toBe(200);
  });

  it('is 403 on the job of another account, 404 on none', async () => {
    const { call, foreign, jobId } = await shop();
    const read = (id: string) => call('GET', `/jobs/${id}/proposals`, { token: foreign });
    expect((await read(jobId)).body.code).toBe('FORBIDDEN');
    expect((await read('job_none')).body.code).toBe('NOT_FOUND');
  });
});

describe('reading a proposal', () => {
  it('adds interview, checks and contract to what the list shows', async () => {
    const { as, applied } = await shop();
    const listed = applied({ score: 86, trainer: { identityVerified: true } });
    const { proposal } = (await as('GET', `/proposals/${listed.id}`)).body;
    expect(proposal).toMatchObject({ ...listed });
    expect(proposal.aiInterview).toMatchObject({ score: 86, transcriptAvailable: true });
    expect(proposal.verification.identity).toEqual({ verified: true });
    expect([proposal.openLabel, proposal.contract]).toEqual([null, null]);
  });

  it('links the contract once hired, and stays masked', async () => {
    const { as, applied, opentrain, employer } = await shop();
    const { as: rich, jobId } = await employer({ card: true });
    const [listed] = opentrain.apply(jobId, { trainer: { firstName: 'Maria', lastName: 'Gil' } });
    const body = { milestone: { name: 'First', amount: 100 } };
    const { approval } = (await rich('POST', `/proposals/${listed!.id}/hire`, { body })).body;
    opentrain.approvals.confirm(approval.id);
    const { proposal } = (await rich('GET', `/proposals/${listed!.id}`)).body;
    expect(proposal.status).toEqual({ raw: 'HIRED', label: 'Hired' });
    expect(proposal.contract).toMatchObject({ status: 'active' });
    expect(proposal.candidate).toMatchObject({ displayName: 'Maria G.', lastNameInitial: 'G' });
    expect(() => opentrain.setProposalStatus(listed!.id, 'MAYBE')).toThrow('confirmed hire');
    expect((await as('GET', `/proposals/${applied().id}`)).body.proposal.contract).toBeNull();
  });

  it.each(['', '/interview'])('is 403 for strangers and 404 for none: %s', async (tail) => {
    const { call, foreign, applied } = await shop();
    const { id } = applied();
    const read = (of: string) => call('GET', `/proposals/${of}${tail}`, { token: foreign });
    expect((await read(id)).body.code).toBe('FORBIDDEN');
    expect((await read('prp_none')).body.code).toBe('NOT_FOUND');
  });

  it('calls a person without a name Freelancer', async () => {
    const { applied } = await shop();
    const { candidate } = applied({ trainer: { firstName: null, lastName: 'Gil' } });
    expect(candidate).toMatchObject({
      displayName: 'Freelancer',
      firstName: 'Freelancer',
      lastNameInitial: '',
    });
  });

  it('never tells a last name', async () => {
    const { as, applied, opentrain, told, token } = await shop();
    const { id, candidate } = applied({ trainer: { firstName: 'Zoe', lastName: 'Quixotewitz' } });
    opentrain.setProposalStatus(id, 'MAYBE');
    const { conversationId } = (await as('POST', `/proposals/${id}/conversation`)).body;
    await as('POST', '/messages', { body: { conversationId, content: 'Hello' } });
    opentrain.reply(conversationId, 'Hi');
    const seen = [
      await as('GET', `/proposals/${id}`),
      await as('GET', `/proposals/${id}/interview`),
      await as('GET', `/freelancers/${candidate.id}`),
      await as('GET', '/messages'),
      await as('GET', `/messages?conversationId=${conversationId}`),
      await told(token),
    ];
    expect(JSON.stringify(seen)).toContain('Zoe Q.');
    expect(JSON.stringify(seen)).not.toMatch(/quixotewitz/i);
  });
});

describe('interviews', () => {
  it('are read oldest first, without contact details and control markers', async () => {
    const { as, applied } = await shop();
    const { id } = applied({
      score: 80,
      interview: [
        { role: 'interviewer', content: '[[START]] How do you mark overlaps?' },
        { role: 'candidate', content: 'Mail me at zoe@example.com or +34 600 123 456. <|end|>' },
        { role: 'interviewer', content: '[[END]]' },
      ],
    });
    const { interview } = (await as('GET', `/proposals/${id}/interview`)).body;
    expect(interview).toMatchObject({ proposalId: id, score: 80 });
    expect(interview.messages).toMatchObject([
      { role: 'interviewer', content: 'How do you mark overlaps?' },
      { role: 'candidate', content: 'Mail me at (removed) or (removed).' },
    ]);
    expect(interview.messages[0].sentAt < interview.messages[1].sentAt).toBe(true);
  });

  it('say so when nothing was said', async () => {
    const { as, applied } = await shop();
    const { id } = applied({ interview: [] });
    const { interview } = (await as('GET', `/proposals/${id}/interview`)).body;
    expect(interview.messages).toMatchObject([{ content: 'Interview completed.' }]);
  });

  it.each([{ score: null }, { interview: false as const }])(
    'that were not recorded are 404: %j',
    async (wish) => {
      const { as, applied } = await shop();
      const { id } = applied(wish);
      const { status, body } = await as('GET', `/proposals/${id}/interview`);
      expect([status, body.code, body.details]).toEqual([404, 'NOT_FOUND', { proposalId: id }]);
    },
  );
});

describe('statuses', () => {
  it('move by hand of a human, each move told once', async () => {
    const { applied, opentrain, told, token, kernel } = await shop();
    const { id } = applied();
    await kernel.clock.advance('1m');
    const { updatedAt, status } = opentrain.setProposalStatus(id, 'SHORTLISTED');
    expect([updatedAt, status.raw]).toEqual(['2026-06-01T09:01:00.000Z', 'SHORTLISTED']);
    opentrain.setProposalStatus(id, 'SHORTLISTED');
    const events = (await told(token)).filter(({ type }) => type === 'proposal.status_changed');
    expect(events).toMatchObject([{ data: { proposalId: id, status: 'SHORTLISTED' } }]);
    expect(() => opentrain.setProposalStatus(id, 'HIRED')).toThrow('confirmed hire');
    expect(() => opentrain.setProposalStatus(id, 'LIKED')).toThrow('not a proposal status');
  });
});

describe('opening the thread of a proposal', () => {
  it('creates it, then finds it', async () => {
    const { as, applied, jobId } = await shop();
    const { id: proposalId } = applied();
    const open = () => as('POST', `/proposals/${proposalId}/conversation`);
    const { status, body } = await open();
    expect(status).toBe(200);
    const { conversationId } = body;
    expect(body).toEqual({ ok: true, conversationId, proposalId, jobId, created: true });
    expect((await open()).body).toEqual({ ...body, created: false });
  });

  it('is for the employer, and for candidates who have an account', async () => {
    const { as, call, applied, opentrain, foreign } = await shop();
    const { id, candidate } = applied();
    const open = (of: string, token: string) =>
      call('POST', `/proposals/${of}/conversation`, { token });
    const { token: theirs } = opentrain.mintTrainerToken(candidate.id);
    const candidateCalls = await open(id, theirs);
    expect(candidateCalls.status).toBe(403);
    expect(candidateCalls.body.details.reason).toBe('employer_first_message_required');
    expect((await open(id, foreign)).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await open('prp_none', foreign)).body).toMatchObject({ code: 'NOT_FOUND' });
    const unknown = applied({ trainer: { registered: false } });
    expect(unknown.status.raw).toBe('RESUME_SENT');
    const { status, body } = await as('POST', `/proposals/${unknown.id}/conversation`);
    expect([status, body.details.reason]).toEqual([409, 'proposal_not_ready_for_messaging']);
  });
});

const maria = { firstName: 'Maria', lastName: 'Gil' };

describe('freelancers', () => {
  it('are read by id and by slug, masked', async () => {
    const { as, opentrain } = await shop();
    const { trainerId, slug } = opentrain.createTrainer({ ...maria, countryCode: 'ES' });
    const byId = await as('GET', `/freelancers/${trainerId}`);
    expect(byId.body).toEqual((await as('GET', `/freelancers/${slug}`)).body);
    expect(byId.body.freelancer).toMatchObject({
      id: trainerId,
      profileSlug: 'maria-g',
      profilePath: '/profile/maria-g',
      displayName: 'Maria G.',
      country: 'Spain',
      talentType: 'Individual',
      agency: null,
    });
  });

  it('are 404 when unknown, not signed up, or employers', async () => {
    const { as, applied, userId } = await shop();
    const { candidate } = applied({ trainer: { registered: false } });
    for (const id of ['usr_none', candidate.id, userId]) {
      expect((await as('GET', `/freelancers/${id}`)).body.code).toBe('NOT_FOUND');
    }
  });

  it('get slugs of their own', () => {
    const { opentrain } = openTrain();
    const slugs = [1, 2, 3].map(() => opentrain.createTrainer(maria).slug);
    expect(slugs).toEqual(['maria-g', 'maria-g-2', 'maria-g-3']);
  });
});
