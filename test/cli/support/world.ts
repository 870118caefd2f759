import { type Seeded, seed, streetScenes } from '../../../src/cli/commands/sandbox/seed.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import { OpenTrainPlatform } from '../../../src/platform/client.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { listen } from '../../../src/sandbox/node.ts';
import { TrainAR } from '../../../src/trainar/client.ts';

/** A seeded sandbox on a port, with one more thing of each kind than the seed has. */
export interface CliWorld extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly keys: Seeded;
  /** Values that requests need, by their name there. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Environment of a command that may do everything. */
  readonly env: Record<string, string>;
}

/** What the world is made of, made once: each test gets a sandbox of its own in the same state. */
const made = make();

export async function createWorld(): Promise<CliWorld> {
  const { snapshot, keys, values } = await made;
  const sandbox = createSandbox({ deliver: async () => new Response() });
  sandbox.restore(snapshot);
  const server = await listen(sandbox);
  return {
    sandbox,
    url: server.url,
    keys,
    values,
    env: {
      TRAINYARD_SANDBOX: server.url,
      TRAINAR_BASE_URL: `${server.url}/v1`,
      TRAINAR_API_KEY: keys.apiKey,
      OT_API_BASE_URL: server.url,
      OT_API_TOKEN: keys.token,
      OT_PARTNER_TOKEN: keys.partnerToken,
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function make() {
  const sandbox = createSandbox({ deliver: async () => new Response() });
  const keys = await seed(sandbox);
  const { fetch, clock } = sandbox;
  const opentrain = new OpenTrain({ token: keys.token, fetch, clock });
  const trainar = new TrainAR({ apiKey: keys.apiKey, fetch, clock });
  const platform = new OpenTrainPlatform({ token: keys.partnerToken, fetch, clock });
  const url = 'https://hooks.example.com/';
  const { webhook } = await opentrain.webhooks.create({ url, eventTypes: ['proposal.received'] });
  await opentrain.tokens.create({ name: 'spare' });
  const spare = (await opentrain.tokens.list()).items.find(({ name }) => name === 'spare');
  const { topUpId } = await opentrain.credits.createTopUp({ amountUsd: 50 });
  const { contractId = '', milestoneId } = keys.ids;
  const batch = { description: 'Second batch', volume: 500 };
  await opentrain.contracts.createMilestone(contractId, batch);
  const { milestones } = await opentrain.contracts.get(contractId);
  const endpoint = await trainar.webhooks.subscribe({ url, events: ['task.created'] });
  const { webhookEndpoint } = await platform.webhookEndpoints.create({
    url,
    eventTypes: ['contract.started'],
  });
  // Somebody else is hired, which the new endpoint is told.
  const proposals = await opentrain.jobs.listProposals(keys.ids.jobId ?? '').toArray();
  const next = proposals.find(
    ({ id, status }) => id !== keys.ids.proposalId && status.raw !== 'HIRED',
  );
  const hire = await opentrain.proposals.hire(next?.id ?? '', {
    milestone: { name: 'Pilot', amount: 50 },
  });
  sandbox.opentrain.approvals.confirm(hire.approval.id);
  const ready = await opentrain.jobDrafts.create(streetScenes);
  await sandbox.settled();
  const [delivery] = sandbox.deliveries.list({ endpointId: webhookEndpoint.id });
  const second = milestones.find(({ id }) => id !== milestoneId);
  const values = {
    ...keys.ids,
    webhookId: webhook.id,
    tokenId: spare?.id,
    topUpId,
    milestoneId: second?.id,
    /** What 100 labels cost under the contract. */
    hundredUsd: (Number(second?.amountUsd) / 500) * 100,
    readyId: ready.jobId,
    deliveryId: delivery?.id,
    fundedMilestoneId: milestoneId,
    idOrSlug: keys.ids.freelancerId,
    endpoint_id: endpoint.id,
    endpointId: webhookEndpoint.id,
  };
  return { snapshot: sandbox.snapshot(), keys, values };
}
