import type { ContractDetail } from '../../../generated/opentrain/types.ts';
import { webhookEvents } from '../../../generated/platform/operations.ts';
import type { ProjectLink, WebhookEventType } from '../../../generated/platform/types.ts';
import { applied, byTheHour, hire, openJob } from '../opentrain/setting.ts';
import type { PlatformWorld } from './world.ts';

/** Id of nothing. */
export const nothing = 'nothing_0000000000';

export const url = 'https://receiver.example.com/hooks';

type Employer = Pick<PlatformWorld, 'sandbox' | 'owner' | 'partner'>;

/** A job by the hour that the install linked, and the link. */
export async function linkedJob(
  { owner, partner }: Employer,
  externalProjectId = 'crosswalks-7',
): Promise<{ jobId: string; link: ProjectLink }> {
  const jobId = await openJob(owner, byTheHour);
  return { jobId, link: await partner.projectLinks.create({ externalProjectId, jobId }) };
}

/** A contract on a linked job: 15 hours at 20 USD, in escrow. */
export async function linkedContract(
  employer: Employer,
  externalProjectId?: string,
): Promise<{ jobId: string; link: ProjectLink; contract: ContractDetail }> {
  const { jobId, link } = await linkedJob(employer, externalProjectId);
  const { proposalId } = applied(employer.sandbox, jobId, { bid: 20 });
  return { jobId, link, contract: await hire(employer, proposalId) };
}

/** The same of the other employer, which the client under test may not see. */
export const foreignContract = ({ sandbox, otherOwner, stranger }: PlatformWorld) =>
  linkedContract({ sandbox, owner: otherOwner, partner: stranger });

/** A contract on a job that no link names. */
export async function unlinkedContract(world: PlatformWorld): Promise<string> {
  const { link, contract } = await linkedContract(world);
  await world.partner.projectLinks.delete(link.id);
  return contract.id;
}

/** Has the install hear of everything. */
export async function listening({ partner }: PlatformWorld): Promise<void> {
  const eventTypes = Object.keys(webhookEvents) as WebhookEventType[];
  await partner.webhookEndpoints.create({ url, eventTypes });
}

/** The present day of the sandbox, as a usage report names it. */
export const today = ({ sandbox }: PlatformWorld, plusDays = 0): string =>
  new Date(sandbox.clock.now() + plusDays * 86_400_000).toISOString().slice(0, 10);
