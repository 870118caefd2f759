import { expect } from 'vitest';
import { withBody } from '../../kit/recorder.ts';
import { answers, refuses } from '../scenario.ts';
import { foreignContract, linkedContract, nothing, today, unlinkedContract } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

const id = 'contracts.reportUsage';

/** A report that the client itself would not send. */
async function sends(world: PlatformWorld, body: unknown): Promise<unknown> {
  const { contract } = await linkedContract(world);
  world.recorder.change = withBody(JSON.stringify(body));
  return world.client.contracts.reportUsage(contract.id, [{ workDate: today(world) }]);
}

export const usage = [
  answers(id, 'stores the totals of a day, and recounts the budget', async (world) => {
    const { contract } = await linkedContract(world);
    const entry = {
      workDate: today(world),
      totalSeconds: 5 * 3600,
      tasksCompleted: 64,
      labelsCompleted: 912,
      externalReportId: 'night-1',
    };
    const reported = await world.client.contracts.reportUsage(contract.id, [entry]);
    expect(reported).toMatchObject({
      contractId: contract.id,
      accepted: 1,
      entries: [{ entry, status: 'accepted' }],
      budget: {
        consumed: { seconds: 18_000, hours: 5, labels: 912, tasks: 64 },
        consumedVolume: 5,
        remainingVolume: 10,
        consumedFraction: 0.3333,
        lastUsageAt: expect.any(String),
      },
    });
    expect(await world.partner.contracts.budget(contract.id)).toEqual(reported.budget);
  }),
  answers(id, 'replaces totals, and keeps what a correction leaves out', async (world) => {
    const { contract } = await linkedContract(world);
    const workDate = today(world);
    const first = { workDate, totalSeconds: 7200, labelsCompleted: 40 };
    await world.partner.contracts.reportUsage(contract.id, [first]);
    const { budget } = await world.client.contracts.reportUsage(contract.id, [
      { workDate, totalSeconds: 3600 },
    ]);
    expect(budget.consumed).toMatchObject({ seconds: 3600, labels: 40 });
  }),
  answers(id, 'takes more days than fit in a batch, once each', async (world) => {
    const { contract } = await linkedContract(world);
    const entries = Array.from({ length: 250 }, (_, day) => ({
      workDate: today(world, -day),
      totalSeconds: 10,
    }));
    await world.partner.contracts.reportUsage(contract.id, entries);
    const { accepted, budget } = await world.client.contracts.reportUsage(contract.id, entries);
    expect(accepted).toBe(250);
    expect(budget.consumed.seconds).toBe(2500);
  }),
  answers(id, 'takes the work of a participant that is named', async (world) => {
    const { contract } = await linkedContract(world);
    const [worker] = await world.partner.contracts.participants(contract.id).toArray();
    const workerOpentrainUserId = worker?.opentrainUserId as string;
    const entry = { workDate: today(world), totalSeconds: 60, workerOpentrainUserId };
    expect(await world.client.contracts.reportUsage(contract.id, [entry])).toMatchObject({
      accepted: 1,
      budget: { consumed: { seconds: 60 } },
    });
  }),

  ...[{}, { entries: [] }].map((body) =>
    refuses(id, 400, '`entries` is missing', (world) => sends(world, body)),
  ),
  refuses(id, 400, 'more than 100', (world) =>
    sends(world, {
      entries: Array.from({ length: 101 }, (_, day) => ({ workDate: today(world, -day) })),
    }),
  ),
  ...[{ totalSeconds: 1 }, { workDate: '12 June' }, { workDate: '2025-02-30' }].map((entry) =>
    refuses(id, 400, '`workDate` is missing', (world) => sends(world, { entries: [entry] })),
  ),
  refuses(id, 400, 'future', (world) => sends(world, { entries: [{ workDate: today(world, 2) }] })),
  ...[-1, 86_401].map((totalSeconds) =>
    refuses(id, 400, '`totalSeconds`', (world) =>
      sends(world, { entries: [{ workDate: today(world), totalSeconds }] }),
    ),
  ),
  ...[{ tasksCompleted: -1 }, { labelsCompleted: -1 }].map((counts) =>
    refuses(id, 400, 'negative', (world) =>
      sends(world, { entries: [{ workDate: today(world), ...counts }] }),
    ),
  ),
  ...[{ totalSeconds: 1.5 }, { tasksCompleted: 0.5 }].map((counts) =>
    refuses(id, 400, 'integer', (world) =>
      sends(world, { entries: [{ workDate: today(world), ...counts }] }),
    ),
  ),
  refuses(id, 400, '`workerOpentrainUserId`', async (world) => {
    const { contract } = await linkedContract(world);
    const entry = { workDate: today(world), workerOpentrainUserId: nothing };
    return world.client.contracts.reportUsage(contract.id, [entry]);
  }),
  refuses(id, 404, 'no such contract', (world) =>
    world.client.contracts.reportUsage(nothing, [{ workDate: today(world) }]),
  ),
  refuses(id, 404, 'no such contract', async (world) => {
    const contractId = await unlinkedContract(world);
    return world.client.contracts.reportUsage(contractId, [{ workDate: today(world) }]);
  }),
  refuses(id, 404, 'no such contract', async (world) => {
    const { contract } = await foreignContract(world);
    return world.client.contracts.reportUsage(contract.id, [{ workDate: today(world) }]);
  }),
  refuses(id, 409, 'no hired trainer', async (world) => {
    const { contract } = await linkedContract(world);
    world.sandbox.opentrain.platform.setParticipants(contract.id, []);
    return world.client.contracts.reportUsage(contract.id, [{ workDate: today(world) }]);
  }),
];
