import { describe, expect, it } from 'vitest';
import { openStudio, today, yesterday } from './platform-fixture.ts';

const hours = (count: number) => ({ totalSeconds: count * 3600 });

/** A connected studio with a contract of ten funded hours, its beginnings forgotten. */
async function working(options: Parameters<typeof openStudio>[0] = {}) {
  const studio = openStudio(options);
  const connected = studio.connect({ piiConsent: true });
  const made = await studio.contract();
  const seen = studio.told(connected.installId).length;
  const news = () => studio.told(connected.installId).slice(seen);
  const types = () => news().map(({ type }) => type);
  const work = (count: number, workDate: string = today) =>
    studio.report(made.contractId, [{ workDate, ...hours(count) }]);
  return { ...studio, ...connected, ...made, news, types, work };
}

describe('a hire on a linked job', () => {
  it('tells of the contract, then of its funded milestone', async () => {
    const { connect, contract, told, world } = openStudio();
    const { installId } = connect({ piiConsent: true });
    const { contractId, jobId, projectLink, trainerId } = await contract({
      trainer: { firstName: 'Maria', lastName: 'Gomez', countryCode: 'PH' },
    });
    const [, started, funded, ...others] = told(installId);
    expect(others).toEqual([]);
    expect(started).toEqual({
      id: '2',
      type: 'contract.started',
      apiVersion: 'v1',
      createdAt: '2026-06-01T09:00:00.000Z',
      resourceId: contractId,
      jobId,
      data: {
        contract: {
          id: contractId,
          status: 'active',
          jobId,
          title: 'Polygon labelling',
          startDate: '2026-06-01T09:00:00.000Z',
          endDate: null,
        },
        freelancer: {
          opentrainUserId: trainerId,
          displayName: 'Maria G.',
          country: 'PH',
          profileUrl: 'https://app.opentrain.ai/profile/maria-g',
          workEmail: 'maria-g@opentrain.work',
        },
        projectLink,
      },
    });
    const [milestone] = world.milestones.of(contractId);
    expect(funded).toMatchObject({
      type: 'milestone.funded',
      resourceId: milestone!.id,
      jobId,
      data: {
        contractId,
        milestone: { id: milestone!.id, amountUsd: 200, volume: 10, status: 'ACTIVE_FUNDED' },
        budget: { fundedVolume: 10, state: 'OK' },
        projectLink,
      },
    });
  });

  it('is told once a link, each with its own, and to each app', async () => {
    const { connect, hire, link, offer, told } = openStudio();
    const here = connect();
    const there = connect({ slug: 'other' });
    const { jobId, proposalId } = offer();
    const first = await link(jobId, 'a');
    const second = await link(jobId, 'b');
    const foreign = await link(jobId, 'a', there.token);
    await hire(proposalId);
    const linksOf = (installId: string, wanted: string) =>
      told(installId).flatMap(({ type, data }) =>
        type === wanted ? [(data as { projectLink: { id: string } }).projectLink.id] : [],
      );
    for (const type of ['contract.started', 'milestone.funded']) {
      expect(linksOf(here.installId, type)).toEqual([first.id, second.id]);
      expect(linksOf(there.installId, type)).toEqual([foreign.id]);
    }
  });

  it('is not told late, nor to links without a job, nor of other jobs', async () => {
    const { connect, hire, link, offer, typesTold } = openStudio();
    const { installId } = connect();
    await link();
    const { jobId, proposalId } = offer();
    await link(offer().jobId, 'b');
    await hire(proposalId);
    await link(jobId, 'c');
    expect(new Set(typesTold(installId))).toEqual(new Set(['project_link.created']));
  });
});

describe('an end', () => {
  it('tells of the ended contract, with or without a human’s signature', async () => {
    const { contractId, controls, end, news, types, world } = await working();
    controls.cancelMilestone(world.milestones.of(contractId)[0]!.id);
    await end(contractId);
    expect(types()).toEqual(['contract.ended']);
    expect(news()[0]).toMatchObject({
      resourceId: contractId,
      data: { contract: { status: 'ended', endDate: '2026-06-01T09:00:00.000Z' } },
    });
    const signed = await working();
    await signed.end(signed.contractId);
    expect(signed.types()).toEqual(['contract.ended']);
  });

  it('is the last word on the budget', async () => {
    const { contractId, end, types, work } = await working();
    await end(contractId);
    await work(24, yesterday);
    expect(types()).toEqual(['contract.ended']);
  });

  it('is not told once the job is unlinked', async () => {
    const { call, contractId, end, projectLink, types } = await working();
    await call('projectLinks.delete', { params: { linkId: projectLink.id } });
    await end(contractId);
    expect(types()).toEqual(['project_link.removed']);
  });
});

describe('a budget', () => {
  it('tells when it gets low, and when it is used up, at the very second', async () => {
    const { contractId, news, report, types, world, jobId } = await working();
    const seconds = (totalSeconds: number) =>
      report(contractId, [{ workDate: today, totalSeconds }]);
    await seconds(8 * 3600 - 1);
    expect(types()).toEqual([]);
    await seconds(8 * 3600);
    expect(types()).toEqual(['milestone.budget_low']);
    await seconds(10 * 3600 - 1);
    expect(types()).toHaveLength(1);
    await seconds(10 * 3600);
    expect(types()).toEqual(['milestone.budget_low', 'milestone.budget_depleted']);
    const [milestone] = world.milestones.of(contractId);
    expect(news()[1]).toMatchObject({
      resourceId: milestone!.id,
      jobId,
      data: {
        contractId,
        milestone: { id: milestone!.id },
        budget: { state: 'DEPLETED', consumedFraction: 1, remainingVolume: 0 },
      },
    });
  });

  it('is silent while it stays low or used up, when it is read, and on the way down', async () => {
    const { call, contractId, types, work } = await working();
    await work(8);
    await work(9);
    await call('contracts.budget', { params: { contractId } });
    await work(11);
    await work(12);
    await work(9);
    await work(1);
    expect(types()).toEqual(['milestone.budget_low', 'milestone.budget_depleted']);
  });

  it('tells again after a correction that went below', async () => {
    const { types, work } = await working();
    await work(8);
    await work(7);
    await work(8);
    expect(types()).toEqual(['milestone.budget_low', 'milestone.budget_low']);
  });

  it('tells again after new funding made room', async () => {
    const { contractId, fund, types, work } = await working();
    await work(10);
    await fund(contractId, 10);
    await work(16);
    await work(20);
    expect(types()).toEqual([
      'milestone.budget_depleted',
      'milestone.funded',
      'milestone.budget_low',
      'milestone.budget_depleted',
    ]);
  });

  it('tells a used-up one again where new funding only made it low', async () => {
    const { contractId, fund, types, work } = await working();
    await work(10);
    await fund(contractId, 1);
    await work(11);
    expect(types()).toEqual([
      'milestone.budget_depleted',
      'milestone.funded',
      'milestone.budget_depleted',
    ]);
  });

  it('tells of the threshold that a jump reached, or of both where it is told to', async () => {
    const { types, work } = await working();
    await work(10);
    expect(types()).toEqual(['milestone.budget_depleted']);
    const thorough = await working({ limits: { 'platform.eventsPerJump': 2 } });
    await thorough.work(10);
    expect(thorough.types()).toEqual(['milestone.budget_low', 'milestone.budget_depleted']);
  });

  it('moves once a report, whatever the order of its entries', async () => {
    const { contractId, report, types, work } = await working();
    await work(7, yesterday);
    await report(contractId, [
      { workDate: today, ...hours(5) },
      { workDate: yesterday, ...hours(1) },
    ]);
    expect(types()).toEqual([]);
  });

  it('is moved by work within OpenTrain as well, and by another app’s reports', async () => {
    const { connect, contractId, controls, jobId, link, report, told, types } = await working();
    const other = connect({ slug: 'other' });
    await link(jobId, 'p', other.token);
    controls.reportWork(contractId, { seconds: 7 * 3600 });
    await report(contractId, [{ workDate: today, ...hours(1) }], other.token);
    expect(types()).toEqual(['milestone.budget_low']);
    expect(told(other.installId).map(({ type }) => type)).toContain('milestone.budget_low');
  });

  it('of labels counts labels, and that of a fixed price nothing', async () => {
    const byLabel = openStudio();
    const { installId } = byLabel.connect();
    const { contractId } = await byLabel.contract({
      paymentType: 'PAY_PER_LABEL',
      bidAmountUsd: 2,
    });
    await byLabel.report(contractId, [{ workDate: today, labelsCompleted: 79, ...hours(24) }]);
    await byLabel.report(contractId, [{ workDate: today, labelsCompleted: 80 }]);
    expect(byLabel.typesTold(installId).slice(3)).toEqual(['milestone.budget_low']);
    const fixed = openStudio();
    const other = fixed.connect();
    const made = await fixed.contract({ paymentType: 'FIXED_PRICE', bidAmountUsd: 200 });
    const { body } = await fixed.report(made.contractId, [
      { workDate: today, ...hours(24), labelsCompleted: 1e6 },
    ]);
    expect(body.budget).toMatchObject({ state: 'OK', consumedFraction: 0, fundedVolume: 0 });
    expect(fixed.typesTold(other.installId).slice(3)).toEqual([]);
  });
});

describe('events', () => {
  it('rise in number over all installs', async () => {
    const { connect, link, told } = openStudio();
    const a = connect();
    const b = connect({ slug: 'other' });
    await link(undefined, 'a');
    await link(undefined, 'b', b.token);
    await link(undefined, 'c');
    expect(told(a.installId).map(({ id }) => id)).toEqual(['1', '3']);
    expect(told(b.installId).map(({ id }) => id)).toEqual(['2']);
  });

  it('carry a Work Email to no install that may not see it', async () => {
    const { connect, hire, link, offer, told } = openStudio();
    const read = ['project-links:write', 'participants:read'];
    const installs = [
      connect({ slug: 'no-scope', scopes: read, piiConsent: true }),
      connect({ slug: 'no-consent' }),
      connect({ slug: 'both', piiConsent: true }),
    ];
    const { jobId, proposalId } = offer();
    for (const { token } of installs) await link(jobId, 'p', token);
    await hire(proposalId);
    expect(installs.map(({ installId }) => JSON.stringify(told(installId)).includes('@'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
