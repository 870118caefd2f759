import { scopes } from '../../generated/platform/operations.ts';
import { OpenTrain } from '../../src/opentrain/index.ts';
import { OpenTrainPlatform } from '../../src/platform/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { TrainAR } from '../../src/trainar/index.ts';
import { publishableJob } from '../support/publishable-job.ts';
import type { Block } from './blocks.ts';
import { deliveriesOf, platformOf } from './deliveries.ts';
import type { Globals } from './globals.ts';

const deliver = async () => new Response(null, { status: 204 });

/** What a stage is set with: keys, and the ids of what is there. */
export type Props = Pick<
  Globals,
  | 'jobId'
  | 'draftId'
  | 'proposalId'
  | 'freelancerId'
  | 'approvalId'
  | 'contractId'
  | 'milestoneId'
  | 'conversationId'
  | 'topUpId'
  | 'webhookId'
  | 'endpointId'
  | 'taskId'
  | 'skillId'
  | 'secret'
  | 'proposal'
> & { keys: { openTrain: string; trainar: string; platform: string } };

/** Both platforms in the middle of their work, of which any number of equal copies can be had. */
export interface Scene {
  props: Props;
  copy(): Sandbox;
}

export async function setScene(): Promise<Scene> {
  const sandbox = newSandbox();
  const employer = await setOpenTrain(sandbox);
  const partner = await setPlatform(sandbox, employer);
  const tenant = await setTrainAR(sandbox);
  await sandbox.settled();
  const { token, accountId: _, ...props } = employer;
  const snapshot = sandbox.snapshot();
  return {
    props: {
      ...props,
      ...partner.props,
      ...tenant.props,
      keys: { openTrain: token, trainar: tenant.apiKey, platform: partner.token },
    },
    copy() {
      const copy = newSandbox();
      copy.restore(snapshot);
      return copy;
    },
  };
}

/** Waits of its clients pass in a moment. */
const newSandbox = () =>
  createSandbox({ seed: 'texts', now: '2026-06-15T09:00:00Z', time: 'auto', deliver });

async function setOpenTrain({ fetch, clock, opentrain }: Sandbox) {
  const { token, accountId } = opentrain.createAccount({ card: true, creditsUsd: 5_000 });
  const ot = new OpenTrain({ token, fetch, clock });
  const { webhook, secret } = await ot.webhooks.create({
    url: 'https://example.com/hooks',
    eventTypes: ['proposal.received', 'contract.created'],
  });
  const { jobId } = await ot.jobDrafts.create(publishableJob);
  await ot.jobs.publish(jobId);
  const { jobId: draftId } = await ot.jobDrafts.create(publishableJob);
  const [hired, asked, proposal] = opentrain.apply(jobId, { count: 12 }) as [
    Globals['proposal'],
    Globals['proposal'],
    Globals['proposal'],
  ];
  const milestone = { name: 'Pilot', amount: 300 };
  const hire = await ot.proposals.hire(hired.id, { milestone });
  opentrain.approvals.confirm(hire.approval.id);
  const { contractId } = await hire.wait();
  const { id: milestoneId } = await ot.contracts.createMilestone(contractId, {
    description: 'Second batch',
    volume: 4_000,
  });
  const { conversationId } = await ot.proposals.openConversation(hired.id);
  await ot.messages.send({ conversationId, content: 'When could you start?' });
  opentrain.reply(conversationId, 'I could start on Monday.');
  const { approval } = await ot.proposals.hire(asked.id, { milestone });
  const { topUpId } = await ot.credits.createTopUp({ amountUsd: 250 });
  return {
    ...{ token, accountId, secret, jobId, draftId, proposal, contractId, milestoneId },
    ...{ proposalId: proposal.id, approvalId: approval.id, conversationId, topUpId },
    webhookId: webhook.id,
    freelancerId: opentrain.createTrainer().trainerId,
  };
}

async function setPlatform(
  { fetch, clock, opentrain }: Sandbox,
  { accountId, jobId }: { accountId: string; jobId: string },
) {
  const app = { name: 'Label Loft', slug: 'label-loft', scopes };
  const { slug } = opentrain.platform.registerApp(app);
  const { token } = opentrain.platform.connect(slug, { accountId, piiConsent: true });
  const platform = new OpenTrainPlatform({ token, fetch, clock });
  await platform.projectLinks.create({ externalProjectId: 'crosswalks-1', jobId });
  const { webhookEndpoint } = await platform.webhookEndpoints.create({
    url: 'https://example.com/hooks',
    eventTypes: ['contract.started'],
  });
  opentrain.platform.disableEndpoint(webhookEndpoint.id);
  return { token, props: { endpointId: webhookEndpoint.id } };
}

async function setTrainAR({ fetch, clock, trainar: controls }: Sandbox) {
  const { tenantId, apiKey } = controls.createTenant();
  const answer = { asset: 'boiler-3' };
  const { skillId } = controls.createSkill({ tenantId, name: 'look_up_asset', answer });
  const { id: taskId } = await new TrainAR({ apiKey, fetch, clock }).tasks.create({
    title: 'Check the pump',
  });
  const session = controls.startSession({ tenantId, taskId });
  controls.completeSession(session.id, { score: 88, summary: 'All done.' });
  return { apiKey, props: { taskId, skillId } };
}

/** What a block finds around it. */
export async function globalsOf(
  block: Block,
  { props: { keys, ...props } }: Scene,
  { sandbox, fetch, stir }: { sandbox: Sandbox; fetch: typeof globalThis.fetch; stir(): void },
): Promise<Globals> {
  const { clock } = sandbox;
  const [delivery] = (await deliveriesOf(platformOf(block), props.secret)) as [Request];
  return {
    ...props,
    ot: new OpenTrain({ token: keys.openTrain, fetch, clock }),
    trainar: new TrainAR({ apiKey: keys.trainar, fetch, clock }),
    platform: new OpenTrainPlatform({ token: keys.platform, fetch, clock }),
    token: block.code.includes('new OpenTrainPlatform({ token') ? keys.platform : keys.openTrain,
    request: delivery.clone(),
    body: await delivery.text(),
    headers: delivery.headers,
    // What an owner would say to whatever is asked: the first choice, or a number.
    ask: async (_prompt, choices) => choices?.[0] ?? '14',
    queue: { add: async () => stir() },
    load: async () => '1',
    save: async () => stir(),
    sandbox,
  };
}
