import { expect, it, vi } from 'vitest';
import { type DriftReport, OpenTrain, TrainAR } from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { patient } from '../support/patient.ts';

/** The sandbox as a platform that has since learned a value. */
function grown(from: string, to: string) {
  const sandbox = createSandbox({ seed: 1 });
  const reports: DriftReport[] = [];
  const options = {
    clock: sandbox.clock,
    onDrift: (report: DriftReport) => void reports.push(report),
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await sandbox.fetch(new Request(input, init));
      return new Response((await response.text()).replaceAll(`"${from}"`, `"${to}"`), response);
    },
  };
  return { sandbox, options, reports };
}

it('tells of a task in a state that the contract does not list', async () => {
  const { sandbox, options, reports } = grown('open', 'on_hold');
  const { apiKey } = sandbox.trainar.createTenant();
  const trainar = new TrainAR({ apiKey, ...options });
  expect(await trainar.tasks.create({ title: 'Label images' })).toMatchObject({
    status: 'on_hold',
  });
  await vi.waitFor(() => expect(reports).toHaveLength(1), patient);
  expect(reports).toEqual([
    {
      operationId: 'tasks.create',
      status: 201,
      differences: [
        {
          path: 'status',
          kind: 'unlisted',
          message: 'the contract lists open, in_progress, completed, cancelled',
        },
      ],
    },
  ]);
});

it('tells of each in a page, and of nothing else there', async () => {
  const { sandbox, options, reports } = grown('PAY_PER_HOUR', 'PAY_PER_SMILE');
  sandbox.opentrain.seedJobs(30);
  const opentrain = new OpenTrain(options);
  const { items } = await opentrain.jobs.search({ limit: 50 });
  const paths = items.flatMap(({ pay }, at) =>
    pay?.paymentType === 'PAY_PER_SMILE' ? [`jobs[${at}].pay.paymentType`] : [],
  );
  expect(paths.length).toBeGreaterThan(1);
  await vi.waitFor(() => expect(reports).toHaveLength(1), patient);
  const [report] = reports;
  expect(report?.operationId).toBe('jobs.search');
  expect(report?.differences.map(({ kind, path }) => [kind, path])).toEqual(
    paths.map((path) => ['unlisted', path]),
  );
});
