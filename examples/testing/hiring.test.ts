import { setupServer } from 'msw/node';
import { OpenTrain, ServerError } from 'trainyard/opentrain';
import { createSandbox } from 'trainyard/sandbox';
import { sandboxHandlers } from 'trainyard/sandbox/msw';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askToHire } from './hiring.ts';

const sandbox = createSandbox();
const { token, accountId } = sandbox.opentrain.createAccount({ card: true });
const { jobIds } = sandbox.opentrain.seedJobs(1, { accountId });
const [jobId = ''] = jobIds;
const prepared = sandbox.snapshot();

const server = setupServer(...sandboxHandlers(sandbox));
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  process.env.OT_API_TOKEN = token;
});
afterAll(() => {
  server.close();
  delete process.env.OT_API_TOKEN;
});
beforeEach(() => {
  sandbox.restore(prepared);
  sandbox.requests.clear();
});

test('asks for the best of those who applied', async () => {
  sandbox.opentrain.apply(jobId, { matchScore: 0.4 });
  const [best] = sandbox.opentrain.apply(jobId, { matchScore: 0.9 });
  const approval = await askToHire(jobId, 300);
  expect(approval).toMatchObject({ status: 'pending', proposalId: best?.id });

  // The human’s side: nothing is hired until it is done.
  const ot = new OpenTrain({ token });
  expect(await ot.contracts.list().toArray()).toEqual([]);
  sandbox.opentrain.approvals.confirm(approval?.id ?? '', { source: 'card' });
  expect(await ot.contracts.list().toArray()).toMatchObject([{ proposalId: best?.id }]);
});

test('asks for nobody when nobody applied', async () => {
  expect(await askToHire(jobId, 300)).toBeUndefined();
  expect(sandbox.requests.list({ operationId: 'proposals.hire' })).toEqual([]);
});

test('gives up on a platform that stays down, and asked three times', async () => {
  sandbox.faults.inject({ operationId: 'jobs.listProposals', status: 503, times: 'always' });
  await expect(askToHire(jobId, 300)).rejects.toThrow(ServerError);
  expect(sandbox.requests.list({ operationId: 'jobs.listProposals' })).toHaveLength(3);
});
