import { describe, expect, it } from 'vitest';
import { openStudio } from './platform-fixture.ts';

describe('listing contracts', () => {
  it('shows those on linked jobs, newest first, with the links that lead there', async () => {
    const { call, connect, contract, end, hire, kernel, link, offer } = openStudio();
    connect();
    const first = await contract();
    const second = await link(first.jobId, 'project-2');
    await kernel.clock.advance('1d');
    const unlinked = offer();
    await hire(unlinked.proposalId);
    const late = offer();
    const lateId = await hire(late.proposalId);
    const lateLink = await link(late.jobId, 'project-3');
    await end(first.contractId);
    expect((await call('contracts.list')).body).toEqual({
      contracts: [
        {
          id: lateId,
          status: 'active',
          jobId: late.jobId,
          title: 'Polygon labelling',
          startDate: '2026-06-02T09:00:00.000Z',
          endDate: null,
          createdAt: '2026-06-02T09:00:00.000Z',
          projectLinkIds: [lateLink.id],
        },
        {
          id: first.contractId,
          status: 'ended',
          jobId: first.jobId,
          title: 'Polygon labelling',
          startDate: '2026-06-01T09:00:00.000Z',
          endDate: '2026-06-02T09:00:00.000Z',
          createdAt: '2026-06-01T09:00:00.000Z',
          projectLinkIds: [first.projectLink.id, second.id],
        },
      ],
    });
  });

  it('narrows to a link, to a state, to a number', async () => {
    const { call, connect, end, hire, link, offer } = openStudio();
    connect();
    const made: { id: string; linkId: string }[] = [];
    for (const project of ['a', 'b', 'c']) {
      const { jobId, proposalId } = offer();
      const { id: linkId } = await link(jobId, project);
      made.push({ id: await hire(proposalId), linkId });
    }
    const [a, b, c] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    const ids = async (query: Record<string, string>) =>
      (await call('contracts.list', { query })).body.contracts.map(({ id }: { id: string }) => id);
    await end(b.id);
    expect(await ids({})).toEqual([c.id, b.id, a.id]);
    expect(await ids({ status: 'active' })).toEqual([c.id, a.id]);
    expect(await ids({ status: 'ended' })).toEqual([b.id]);
    expect(await ids({ limit: '2' })).toEqual([c.id, b.id]);
    expect(await ids({ limit: '1', status: 'ended' })).toEqual([b.id]);
    expect(await ids({ projectLinkId: a.linkId })).toEqual([a.id]);
    expect(await ids({ projectLinkId: a.linkId, status: 'ended' })).toEqual([]);
    const jobless = await link(undefined, 'd');
    expect(await ids({ projectLinkId: jobless.id })).toEqual([]);
  });

  it('answers 50 at most unless told otherwise', async () => {
    const { call, connect, link, world, customer, offer } = openStudio();
    connect();
    const { jobId, proposalId, trainerId } = offer();
    await link(jobId);
    for (let i = 0; i < 60; i += 1) {
      world.contracts.create(world.contracts.newId(), {
        accountId: customer.id,
        jobId,
        proposalId,
        trainerId,
        title: `${i}`,
        paymentType: null,
        rateUsd: null,
        estimatedTotalCents: 0,
        estimatedVolume: null,
        conversationId: 'none',
      });
    }
    const titles = async (query = {}) =>
      (await call('contracts.list', { query })).body.contracts.map(
        ({ title }: { title: string }) => title,
      );
    expect(await titles()).toHaveLength(50);
    expect((await titles())[0]).toBe('59');
    expect(await titles({ limit: '200' })).toHaveLength(60);
  });

  it.each([
    { status: 'ACTIVE' },
    { status: 'open' },
    { limit: '0' },
    { limit: '201' },
    { limit: '-1' },
    { limit: '1.5' },
    { limit: 'many' },
  ])('is refused with 400 for %j', async (query) => {
    const { call, connect } = openStudio();
    connect();
    expect(await call('contracts.list', { query: query as Record<string, string> })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field: Object.keys(query)[0] } },
    });
  });

  it('is refused with 404 for a link of nobody or of another install', async () => {
    const { call, connect, link } = openStudio();
    connect();
    const { id: projectLinkId } = await link();
    const { token } = connect({ slug: 'other' });
    for (const query of [{ projectLinkId }, { projectLinkId: 'lnk_none' }]) {
      expect(await call('contracts.list', { query, token })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    }
  });
});

describe('a contract', () => {
  const reads = ['contracts.participants', 'contracts.budget', 'contracts.reportUsage'] as const;

  it.each(reads)(
    'answers %s while some link of the install names its job, else 404',
    async (id) => {
      const { call, connect, contract, link } = openStudio();
      connect();
      const { contractId, jobId, projectLink } = await contract();
      const second = await link(jobId, 'project-2');
      const body = { entries: [{ workDate: '2026-06-01', totalSeconds: 60 }] };
      const ask = async (token?: string, params = { contractId }) => {
        const sent = {
          params,
          ...(id === 'contracts.reportUsage' && { body }),
          ...(token && { token }),
        };
        const answer = await call(id, sent);
        if (answer.status === 404) {
          const details = { resource: 'contracts', ...params };
          expect(answer.body).toMatchObject({ code: 'NOT_FOUND', details });
        }
        return answer.status;
      };
      const remove = (linkId: string) => call('projectLinks.delete', { params: { linkId } });
      expect(await ask(undefined, { contractId: 'ctr_none' })).toBe(404);
      expect(await ask(connect({ slug: 'other' }).token)).toBe(404);
      expect(await ask()).toBe(200);
      await remove(projectLink.id);
      expect(await ask()).toBe(200);
      await remove(second.id);
      expect(await ask()).toBe(404);
    },
  );

  it('answers participants and budget after it ended', async () => {
    const { call, connect, contract, end } = openStudio();
    connect();
    const { contractId } = await contract();
    await end(contractId);
    const params = { contractId };
    expect((await call('contracts.participants', { params })).status).toBe(200);
    expect((await call('contracts.budget', { params })).status).toBe(200);
  });

  it('has the same budget here and in the Public API', async () => {
    const { call, connect, contract, controls, fund, publicCall, report } = openStudio();
    connect();
    const { contractId } = await contract();
    await fund(contractId, 5);
    await report(contractId, [{ workDate: '2026-06-01', totalSeconds: 4000, tasksCompleted: 3 }]);
    controls.reportWork(contractId, { seconds: 32_000, labels: 7 });
    const { body: here } = await call('contracts.budget', { params: { contractId } });
    const there = await publicCall('contracts.get', { params: { contractId } });
    expect(here).toEqual(there.body.contract.budget);
    expect(here).toMatchObject({
      contractId,
      paymentType: 'PAY_PER_HOUR',
      state: 'OK',
      fundedVolume: 15,
      fundedAmountUsd: 300,
      consumed: { seconds: 36_000, hours: 10, labels: 7, tasks: 3 },
      consumedVolume: 10,
      remainingVolume: 5,
      consumedFraction: 0.6667,
      activeMilestone: { name: 'First batch', amountUsd: 200, volume: 10, status: 'ACTIVE_FUNDED' },
      lastUsageAt: '2026-06-01T09:00:00.000Z',
    });
  });
});

describe('participants', () => {
  it('are the hired trainer, masked, with an address only where scope and consent agree', async () => {
    const { call, connect, hire, link, offer } = openStudio();
    connect();
    const { jobId, proposalId, trainerId } = offer({
      trainer: { firstName: 'Maria', lastName: 'Gomez', countryCode: 'PH' },
    });
    await link(jobId);
    const contractId = await hire(proposalId);
    const params = { contractId };
    const known = {
      opentrainUserId: trainerId,
      displayName: 'Maria G.',
      country: 'PH',
      profileUrl: 'https://app.opentrain.ai/profile/maria-g',
    };
    const read = async (scopes: string[], piiConsent: boolean) => {
      const { token } = connect({ scopes, piiConsent });
      await link(jobId, 'project-1', token);
      return (await call('contracts.participants', { params, token })).body;
    };
    const some = ['project-links:write', 'participants:read'];
    const email = [...some, 'participants:email'];
    const without = { contractId, participants: [known] };
    expect(await read(some, false)).toEqual(without);
    expect(await read(some, true)).toEqual(without);
    expect(await read(email, false)).toEqual(without);
    expect(await read(email, true)).toEqual({
      contractId,
      participants: [{ ...known, workEmail: 'maria-g@opentrain.work' }],
    });
  });

  it('lose and get their Work Email by the vendor’s hand, which gives out no other address', async () => {
    const { call, connect, contract, platform } = openStudio();
    connect({ piiConsent: true });
    const { contractId, trainerId } = await contract();
    const emailNow = async () =>
      (await call('contracts.participants', { params: { contractId } })).body.participants[0]
        .workEmail;
    expect(await emailNow()).toMatch(/@opentrain\.work$/);
    platform.revokeWorkEmail(trainerId);
    expect(await emailNow()).toBeUndefined();
    expect(platform.issueWorkEmail(trainerId, 'm.g@opentrain.work')).toEqual({
      workEmail: 'm.g@opentrain.work',
    });
    expect(await emailNow()).toBe('m.g@opentrain.work');
    for (const address of [
      'm@gmail.com',
      'm@opentrain.work.evil.example',
      '@opentrain.work',
      'a b@opentrain.work',
    ]) {
      expect(() => platform.issueWorkEmail(trainerId, address)).toThrow(
        expect.objectContaining({ status: 400 }),
      );
    }
    expect(await emailNow()).toBe('m.g@opentrain.work');
  });

  it('may be several, or nobody, where the vendor says so', async () => {
    const { call, connect, contract, platform, world } = openStudio();
    connect();
    const { contractId, trainerId } = await contract();
    const { id: second } = world.trainers.create({ firstName: null, lastName: null });
    const read = async () =>
      (await call('contracts.participants', { params: { contractId } })).body.participants;
    platform.setParticipants(contractId, [trainerId, second, trainerId]);
    expect(await read()).toMatchObject([
      { opentrainUserId: trainerId },
      { opentrainUserId: second, displayName: 'Freelancer' },
    ]);
    platform.setParticipants(contractId, []);
    expect(await read()).toEqual([]);
  });
});
