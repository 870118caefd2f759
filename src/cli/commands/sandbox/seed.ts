import { scopes } from '../../../../generated/opentrain/operations.ts';
import { scopes as platformScopes } from '../../../../generated/platform/operations.ts';
import { OpenTrain } from '../../../opentrain/client.ts';
import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { TrainAR } from '../../../trainar/client.ts';

/** What of a seeded sandbox one calls it with, and what there is to call about. */
export interface Seeded {
  readonly apiKey: string;
  readonly token: string;
  readonly partnerToken: string;
  /** Ids, by the name that they have in requests. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Fills a new sandbox with a tenant at work, and an employer with a job, applicants and a contract. */
export async function seed(sandbox: Sandbox): Promise<Seeded> {
  const trainar = await seedTrainAR(sandbox);
  const opentrain = await seedOpenTrain(sandbox);
  const platform = await seedPlatform(sandbox, opentrain.ids);
  await sandbox.settled();
  return {
    apiKey: trainar.apiKey,
    token: opentrain.token,
    partnerToken: platform.partnerToken,
    ids: { ...trainar.ids, ...opentrain.ids, ...platform.ids },
  };
}

async function seedTrainAR({ trainar, fetch, clock }: Sandbox) {
  const { tenantId, apiKey, adminUserId } = trainar.createTenant({ name: 'Meadow Works' });
  const client = new TrainAR({ apiKey, fetch, clock });
  const task = await client.tasks.create({
    title: 'Replace the filter on boiler 3',
    priority: 'high',
  });
  await client.tasks.create({ title: 'Read the meters in hall B' });
  const skill = trainar.createSkill({
    tenantId,
    name: 'look_up_asset',
    description: 'What is known of an asset.',
    answer: { asset: 'boiler-3', lastService: '2026-03-14' },
  });
  const session = trainar.startSession({ tenantId });
  trainar.completeSession(session.id, { summary: 'The filter was replaced.' });
  return {
    apiKey,
    ids: {
      tenantId,
      task_id: task.id,
      skill_id: skill.skillId,
      session_id: session.id,
      adminUserId,
    },
  };
}

async function seedOpenTrain({ opentrain, fetch, clock }: Sandbox) {
  opentrain.seedJobs(25);
  const account = opentrain.createAccount({
    claimed: true,
    card: true,
    creditsUsd: 1_000,
    scopes,
  });
  const { token, accountId } = account;
  const client = new OpenTrain({ token, fetch, clock });
  const { jobId } = await client.jobDrafts.create({
    ...streetScenes,
    idempotencyKey: 'seed-street-scenes',
  });
  await client.jobs.publish(jobId);
  const [hired, , open] = opentrain.apply(jobId, { count: 6 });
  const { conversationId } = await client.proposals.openConversation(open?.id ?? '');
  await client.messages.send({ conversationId, content: 'When could you start?' });
  opentrain.reply(conversationId, 'I could start on Monday.');
  const hire = await client.proposals.hire(hired?.id ?? '', {
    milestone: { name: 'First 500 photos', amount: 300 },
  });
  opentrain.approvals.confirm(hire.approval.id);
  const { contractId } = await hire.wait();
  const { milestones } = await client.contracts.get(contractId);
  const { jobId: draftId } = await client.jobDrafts.create({
    text: 'Transcribe street interviews in Spanish.',
    idempotencyKey: 'seed-interviews',
  });
  const { trainerId } = opentrain.createTrainer();
  return {
    token,
    ids: {
      ...{ accountId, jobId, draftId, conversationId, contractId, trainerId },
      proposalId: open?.id ?? '',
      freelancerId: open?.candidate.id ?? '',
      milestoneId: milestones[0]?.id ?? '',
      approvalId: hire.approval.id,
    },
  };
}

async function seedPlatform(
  { opentrain, fetch, clock }: Sandbox,
  ids: { accountId: string; jobId: string },
) {
  const slug = 'label-loft';
  opentrain.platform.registerApp({ name: 'Label Loft', slug, scopes: [...platformScopes] });
  const install = opentrain.platform.connect(slug, { accountId: ids.accountId, piiConsent: true });
  const client = new OpenTrainPlatform({ token: install.token, fetch, clock });
  const link = await client.projectLinks.create({
    externalProjectId: 'street-scenes',
    jobId: ids.jobId,
  });
  return {
    partnerToken: install.token,
    ids: { linkId: link.id, projectLinkId: link.id, installId: install.installId },
  };
}

/** A job that lacks nothing. */
export const streetScenes = {
  format: 'opentrain_canonical',
  job: {
    title: 'Street scene bounding boxes',
    description: 'Draw a tight box around every car and bicycle in photos taken from a moving car.',
    paymentType: 'PAY_PER_LABEL',
    rateAmount: 0.06,
    languages: ['English'],
    countries: ['Mexico'],
    labelTypes: ['BOUNDING_BOX'],
    experienceLevel: 'INTERMEDIATE',
    dataType: 'IMAGE',
    dataVolume: 20_000,
    dataVolumeUnit: 'NUMBER_OF_FILES',
    headcount: 12,
  },
} as const;
