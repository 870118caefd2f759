import { describe, expect, it } from 'vitest';
import { openStudio, today, tomorrow, yesterday } from './platform-fixture.ts';

/** A contract, and what is consumed of it. */
async function working(options: Parameters<typeof openStudio>[0] = {}) {
  const studio = openStudio(options);
  const { installId, token } = studio.connect();
  const made = await studio.contract();
  const { contractId } = made;
  const consumed = async () =>
    (await studio.call('contracts.budget', { params: { contractId } })).body.consumed;
  const send = (...entries: unknown[]) => studio.report(contractId, entries);
  return { ...studio, ...made, installId, token, consumed, send };
}

describe('reporting usage', () => {
  it('answers what was taken and the budget after it', async () => {
    const { call, contractId, send } = await working();
    const { status, body } = await send(
      { workDate: yesterday, totalSeconds: 7200, tasksCompleted: 4, labelsCompleted: 30 },
      { workDate: today, totalSeconds: 3600, externalReportId: 'daily-1' },
    );
    expect([status, body.accepted, body.contractId]).toEqual([200, 2, contractId]);
    expect(body.budget).toMatchObject({
      consumed: { seconds: 10_800, hours: 3, labels: 30, tasks: 4 },
      consumedVolume: 3,
      remainingVolume: 7,
      consumedFraction: 0.3,
      lastUsageAt: '2026-06-01T09:00:00.000Z',
    });
    expect((await call('contracts.budget', { params: { contractId } })).body).toEqual(body.budget);
  });

  it('counts totals of a day, so that a repeat adds nothing and a correction may lower', async () => {
    const { consumed, send } = await working();
    const day = { workDate: today, totalSeconds: 7200, tasksCompleted: 4 };
    await send(day);
    await send(day, day);
    expect(await consumed()).toMatchObject({ seconds: 7200, tasks: 4 });
    await send({ ...day, totalSeconds: 3600 });
    expect(await consumed()).toMatchObject({ seconds: 3600, tasks: 4 });
    await send({ workDate: yesterday, totalSeconds: 100 });
    expect(await consumed()).toMatchObject({ seconds: 3700, tasks: 4 });
  });

  it('keeps what an entry leaves out', async () => {
    const { consumed, send } = await working();
    await send({ workDate: today, totalSeconds: 60, tasksCompleted: 4, labelsCompleted: 9 });
    await send({ workDate: today, tasksCompleted: 5 });
    await send({ workDate: today });
    expect(await consumed()).toEqual({ seconds: 60, hours: 60 / 3600, tasks: 5, labels: 9 });
    await send({ workDate: today, totalSeconds: 0, labelsCompleted: 0 });
    expect(await consumed()).toEqual({ seconds: 0, hours: 0, tasks: 5, labels: 0 });
  });

  it('takes the last of two entries for one day', async () => {
    const { consumed, send } = await working();
    const { body } = await send(
      { workDate: today, totalSeconds: 60, tasksCompleted: 1 },
      { workDate: today, totalSeconds: 90 },
    );
    expect(body.accepted).toBe(2);
    expect(await consumed()).toMatchObject({ seconds: 90, tasks: 1 });
  });

  it('is of the hired trainer unless another participant is named', async () => {
    const { consumed, contractId, platform, send, trainerId, world } = await working();
    const { id: second } = world.trainers.create();
    platform.setParticipants(contractId, [trainerId, second]);
    await send({ workDate: today, totalSeconds: 60 });
    await send({ workDate: today, totalSeconds: 70, workerOpentrainUserId: trainerId });
    await send({ workDate: today, totalSeconds: 10, workerOpentrainUserId: second });
    expect((await consumed()).seconds).toBe(80);
  });

  it('is added to work within OpenTrain, and to what another app reports', async () => {
    const { connect, consumed, contractId, controls, jobId, link, report, send } = await working();
    controls.reportWork(contractId, { seconds: 1000 });
    await send({ workDate: today, totalSeconds: 200 });
    const { token } = connect({ slug: 'other' });
    await link(jobId, 'p', token);
    await report(contractId, [{ workDate: today, totalSeconds: 30 }], token);
    await send({ workDate: today, totalSeconds: 0 });
    expect((await consumed()).seconds).toBe(1030);
  });

  it('counts no day twice when the customer connects anew', async () => {
    const { connect, contractId, jobId, link, report, send } = await working();
    await send({ workDate: today, totalSeconds: 200 });
    const { token } = connect();
    await link(jobId, 'p', token);
    const { body } = await report(contractId, [{ workDate: today, totalSeconds: 250 }], token);
    expect(body.budget.consumed.seconds).toBe(250);
  });

  it('takes 1 to 100 entries', async () => {
    const { consumed, send } = await working();
    const days = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        workDate: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
        totalSeconds: 1,
      }));
    expect((await send(...days(101))).status).toBe(400);
    expect((await send()).status).toBe(400);
    expect((await consumed()).seconds).toBe(0);
    expect((await send(...days(100))).body.accepted).toBe(100);
    expect((await consumed()).seconds).toBe(100);
  });

  it.each([
    [{ totalSeconds: 1 }, 'workDate'],
    [{ workDate: '2026-6-1' }, 'workDate'],
    [{ workDate: '2026-02-30' }, 'workDate'],
    [{ workDate: '2026-13-01' }, 'workDate'],
    [{ workDate: '2026-06-01T00:00:00Z' }, 'workDate'],
    [{ workDate: 'today' }, 'workDate'],
    [{ workDate: 20260601 }, 'workDate'],
    [{ workDate: tomorrow }, 'workDate'],
    [{ workDate: today, totalSeconds: -1 }, 'totalSeconds'],
    [{ workDate: today, totalSeconds: 86_401 }, 'totalSeconds'],
    [{ workDate: today, totalSeconds: 1.5 }, 'totalSeconds'],
    [{ workDate: today, totalSeconds: '60' }, 'totalSeconds'],
    [{ workDate: today, tasksCompleted: -1 }, 'tasksCompleted'],
    [{ workDate: today, tasksCompleted: 0.5 }, 'tasksCompleted'],
    [{ workDate: today, labelsCompleted: -1 }, 'labelsCompleted'],
    [{ workDate: today, labelsCompleted: null }, 'labelsCompleted'],
    [{ workDate: today, externalReportId: 7 }, 'externalReportId'],
    [{ workDate: today, workerOpentrainUserId: 'usr_none' }, 'workerOpentrainUserId'],
  ])('is refused with 400 for %j, and nothing beside it is taken', async (entry, field) => {
    const { consumed, installId, send, typesTold } = await working();
    const before = typesTold(installId);
    const good = { workDate: yesterday, totalSeconds: 36_000 };
    const { status, body } = await send(good, entry);
    expect([status, body.code, body.details.field]).toEqual([
      400,
      'BAD_REQUEST',
      `entries.1.${field}`,
    ]);
    expect((await consumed()).seconds).toBe(0);
    expect(typesTold(installId)).toEqual(before);
  });

  it.each([{}, { entries: {} }, { entries: [null] }, { entries: ['x'] }, [], null])(
    'is refused with 400 for the body %j',
    async (body) => {
      const { call, contractId } = await working();
      expect(await call('contracts.reportUsage', { params: { contractId }, body })).toMatchObject({
        status: 400,
        body: { code: 'BAD_REQUEST' },
      });
    },
  );

  it('is refused with 400 for what is no JSON, and with 404 before a body that is wrong', async () => {
    const { call, contractId } = await working();
    const send = (params: { contractId: string }, raw: string) =>
      call('contracts.reportUsage', { params, raw }).then(({ status }) => status);
    expect(await send({ contractId }, '{')).toBe(400);
    expect(await send({ contractId: 'ctr_none' }, '{}')).toBe(404);
  });

  it('is refused with 409 while the contract has no hired trainer', async () => {
    const { contractId, platform, send, trainerId } = await working();
    platform.setParticipants(contractId, []);
    const day = { workDate: today, totalSeconds: 60 };
    expect(await send(day)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    });
    platform.setParticipants(contractId, [trainerId]);
    expect((await send(day)).status).toBe(200);
  });

  it('takes a whole day of seconds, and days far back', async () => {
    const { send } = await working();
    expect((await send({ workDate: today, totalSeconds: 86_400 })).status).toBe(200);
    expect((await send({ workDate: '2019-02-28', totalSeconds: 1 })).status).toBe(200);
  });

  it('knows today by UTC, to the millisecond, and tomorrow where it is told to', async () => {
    const { kernel, send } = await working();
    const statusOf = async () => (await send({ workDate: tomorrow, totalSeconds: 1 })).status;
    await kernel.clock.advance(15 * 3_600_000 - 1);
    expect(await statusOf()).toBe(400);
    await kernel.clock.advance(1);
    expect(await statusOf()).toBe(200);
    const lenient = await working({ limits: { 'platform.futureDays': 1 } });
    expect((await lenient.send({ workDate: tomorrow, totalSeconds: 1 })).status).toBe(200);
    expect((await lenient.send({ workDate: '2026-06-03', totalSeconds: 1 })).status).toBe(400);
  });

  it('may be late for an ended contract, but not of days after it', async () => {
    const { contractId, end, kernel, send } = await working();
    await end(contractId);
    await kernel.clock.advance('3d');
    expect((await send({ workDate: today, totalSeconds: 60 })).status).toBe(200);
    expect((await send({ workDate: tomorrow, totalSeconds: 60 })).status).toBe(400);
  });
});
