import type { OwnJob, OwnJobPage } from '../../../generated/opentrain/types.ts';
import type { Account } from './account.ts';
import type { Answer } from './tool.ts';

/** A page of the account's jobs; none without a token. */
export async function ownJobs(
  account: Account,
  query: { cursor?: string | undefined; limit?: number },
): Promise<OwnJobPage> {
  if ((await account.settings()).token === undefined) return { jobs: [], nextCursor: null };
  return account.request<OwnJobPage>('jobs.listMine', query);
}

/** How far an own job is looked for: no call reads one by its id, drafts included. */
const mostPages = 5;

/** An own job; one that is too old to be found, or of another account, as the marketplace shows it. */
export async function ownJob(account: Account, id: string): Promise<Answer> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { jobs, nextCursor } = await ownJobs(account, { cursor, limit: 100 });
    const job: OwnJob | undefined = jobs.find((one) => one.id === id);
    if (job) return { job };
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return { job: await account.request('jobs.get', { id }) };
}
