import type { ContractDetail, JobDraftUpdate } from '../../../generated/opentrain/types.ts';
import type { OpenTrain } from '../../../src/opentrain/client.ts';
import type { OpenTrainWorld } from './world.ts';

/** Id of nothing. */
export const nothing = 'nothing_0000000000';

export const fields = {
  jobTitle: 'Street Scene Image Annotator',
  jobDescription: 'Draw boxes around cars and pedestrians in street photos.',
  paymentType: 'FIXED_PRICE',
  fixedPrice: 4500,
  experienceLevel: 'INTERMEDIATE',
  dataVolume: 20_000,
  dataVolumeUnit: 'NUMBER_OF_FILES',
  headcount: 2,
  languages: ['Spanish'],
  countries: ['MX'],
  dataType: 'IMAGE',
  labelTypes: ['BOUNDING_BOX'],
} as const satisfies JobDraftUpdateLike;

type JobDraftUpdateLike = { readonly [Key in keyof JobDraftUpdate]: unknown };

/** A draft that could be published. */
export async function readyDraft(owner: OpenTrain, changes: JobDraftUpdate = {}): Promise<string> {
  const job = { title: fields.jobTitle };
  const { jobId } = await owner.jobDrafts.create({ format: 'opentrain_canonical', job });
  const { languages, countries, labelTypes, ...rest } = fields;
  await owner.jobDrafts.update(jobId, {
    ...rest,
    languages: [...languages],
    countries: [...countries],
    labelTypes: [...labelTypes],
    ...changes,
  });
  return jobId;
}

/** A job on the marketplace. */
export async function openJob(owner: OpenTrain, changes: JobDraftUpdate = {}): Promise<string> {
  const jobId = await readyDraft(owner, changes);
  await owner.jobs.publish(jobId);
  return jobId;
}

type World = Pick<OpenTrainWorld, 'sandbox' | 'owner'>;
type Wish = NonNullable<Parameters<OpenTrainWorld['sandbox']['opentrain']['apply']>[1]>;
type Application = Exclude<Wish, { count: number }>;

/** One more proposal to a job. */
export function applied(
  { opentrain }: OpenTrainWorld['sandbox'],
  jobId: string,
  application: Application = {},
) {
  const [made] = opentrain.apply(jobId, { bid: 300, ...application });
  if (made === undefined) throw new Error('Nobody applied.');
  return { proposalId: made.id, trainerId: made.candidate.id };
}

/** A trainer's proposal to a job of the owner. */
export async function proposal(
  { sandbox, owner }: World,
  application: Application = {},
  changes: JobDraftUpdate = {},
) {
  const jobId = await openJob(owner, changes);
  return { jobId, ...applied(sandbox, jobId, application) };
}

export const milestone = { name: 'First thousand photos', amount: 300 };

/** A contract, its first milestone in escrow. */
export async function hired(
  world: World,
  application: Application = {},
  changes: JobDraftUpdate = {},
): Promise<ContractDetail> {
  const { proposalId } = await proposal(world, application, changes);
  return hire(world, proposalId);
}

/** What a proposal becomes once a human confirmed the hire. */
export async function hire({ sandbox, owner }: World, proposalId: string): Promise<ContractDetail> {
  const { approval } = await owner.proposals.hire(proposalId, { milestone });
  sandbox.opentrain.approvals.confirm(approval.id);
  const { contract } = await owner.proposals.get(proposalId);
  return owner.contracts.get(contract?.id ?? '');
}

export const byTheHour = { paymentType: 'PAY_PER_HOUR', pricePerHour: 20 } as const;

/** A contract paid by the hour, at 20 USD. */
export const hiredByTheHour = (world: World) => hired(world, { bid: 20 }, byTheHour);

/** A contract and a second milestone of it, not funded yet. */
export async function unfunded(world: World) {
  const contract = await hired(world);
  const second = { description: 'Second thousand photos', amountUsd: 300 };
  const { id } = await world.owner.contracts.createMilestone(contract.id, second);
  return { contractId: contract.id, milestoneId: id };
}

/** The id of a contract's first milestone, which is in escrow. */
export const firstMilestone = ({ milestones }: ContractDetail): string => milestones[0]?.id ?? '';

/** Ends a contract for good, whatever is in escrow. */
export async function end({ sandbox, owner }: World, contractId: string): Promise<void> {
  const ending = await owner.contracts.end(contractId);
  if ('approval' in ending) sandbox.opentrain.approvals.confirm(ending.approval.id);
}

/** A thread with a candidate, in which the employer has written. */
export async function conversation(world: World, application: Application = {}) {
  const found = await proposal(world, application);
  const { conversationId } = await world.owner.proposals.openConversation(found.proposalId);
  return { ...found, conversationId };
}
