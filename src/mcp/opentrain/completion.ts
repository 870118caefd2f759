import type { Server } from '@modelcontextprotocol/server';
import { inputs } from '../../../generated/opentrain/json-schemas.ts';
import type { OperationId } from '../../../generated/opentrain/operations.ts';
import type { Account } from './account.ts';
import { ownJobs } from './own-jobs.ts';

/** The most values that the protocol lets a completion hold. */
const most = 100;

/** Completes ids of the account's records, and enum values, in prompts and resource addresses. */
export function addCompletion(server: Server, account: Account): void {
  server.setRequestHandler('completion/complete', async ({ params }) => {
    const { name, value } = params.argument;
    const context = params.context?.arguments ?? {};
    // A list that can't be read is no reason to disturb somebody who is typing.
    const all = await valuesOf(name, context, account).catch(() => []);
    const wanted = value.toLowerCase();
    const values = all.filter((one) => one.toLowerCase().startsWith(wanted));
    return {
      completion: {
        values: values.slice(0, most),
        total: values.length,
        hasMore: values.length > most,
      },
    };
  });
}

async function valuesOf(
  name: string,
  context: Readonly<Record<string, string>>,
  account: Account,
): Promise<readonly string[]> {
  switch (name) {
    case 'jobId':
      return jobIds(account);
    case 'proposalId':
      return proposalIds(account, context.jobId);
    case 'approvalId':
      return account.approvals;
    case 'paymentType':
      return enumOf('jobs.search', 'payType');
    case 'status':
      return enumOf('jobs.listProposals', 'status');
    default:
      return [];
  }
}

const enumOf = (id: OperationId, name: string) =>
  (inputs[id].properties?.[name]?.enum ?? []).map(String);

async function jobIds(account: Account): Promise<string[]> {
  const { jobs } = await ownJobs(account, { limit: most });
  return jobs.map(({ id }) => id);
}

/** Of one job, or of those that take proposals. */
async function proposalIds(account: Account, jobId: string | undefined): Promise<string[]> {
  const { jobs } = jobId
    ? { jobs: [{ id: jobId, proposalCounts: { total: 1 } }] }
    : await ownJobs(account, { limit: most });
  const withProposals = jobs.filter(({ proposalCounts }) => proposalCounts.total > 0).slice(0, 3);
  const pages = await Promise.all(
    withProposals.map(({ id }) => account.request('jobs.listProposals', { id, limit: most })),
  );
  return pages.flatMap(({ proposals }) => (proposals as { id: string }[]).map(({ id }) => id));
}
