import { ResourceNotFoundError, type Server } from '@modelcontextprotocol/server';
import type { OperationId } from '../../../generated/opentrain/operations.ts';
import { NotFoundError } from '../../core/api-error.ts';
import { redactDeep } from '../../core/redact.ts';
import type { Account } from './account.ts';
import { ownJob, ownJobs } from './own-jobs.ts';
import type { Answer } from './tool.ts';

/** Kinds of records that can be read and watched by URI. */
const kinds = {
  approvals: {
    title: 'Approval',
    description: 'What a human decided about a hire, a payment or the end of a contract',
    variable: 'approvalId',
    read: reader('approvals.get', 'approvalId'),
  },
  jobs: {
    title: 'Job',
    description: 'An own job, with its proposal counts',
    variable: 'jobId',
    read: ownJob,
  },
  proposals: {
    title: 'Proposal',
    description: 'A candidate for an own job, in full',
    variable: 'proposalId',
    read: reader('proposals.get', 'proposalId'),
  },
} as const;
type Kind = keyof typeof kinds;

export const uriOf = (kind: Kind, id: string) => `opentrain://${kind}/${encodeURIComponent(id)}`;

function reader(operation: OperationId, name: string) {
  return (account: Account, id: string): Promise<Answer> =>
    account.request(operation, { [name]: id });
}

/** Serves approvals, jobs and proposals as resources. */
export function addResources(server: Server, account: Account): void {
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: Object.entries(kinds).map(([kind, { title, description, variable }]) => ({
      ...{ name: kind, title, description },
      uriTemplate: `opentrain://${kind}/{${variable}}`,
      mimeType: 'application/json',
    })),
  }));
  server.setRequestHandler('resources/list', async ({ params }) => {
    const { jobs, nextCursor } = await ownJobs(account, { cursor: params?.cursor });
    return {
      resources: jobs.map(({ id, title, status }) => ({
        uri: uriOf('jobs', id),
        name: id,
        title: title ?? 'Untitled job',
        description: status,
        mimeType: 'application/json',
      })),
      ...(nextCursor && { nextCursor }),
    };
  });
  server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
    const [, kind, id] = /^opentrain:\/\/(\w+)\/([^/]+)$/.exec(uri) ?? [];
    if (!kind || !id || !Object.hasOwn(kinds, kind)) throw new ResourceNotFoundError(uri);
    try {
      const record = await kinds[kind as Kind].read(account, decodeURIComponent(id));
      const text = JSON.stringify(redactDeep(record));
      return { contents: [{ uri, mimeType: 'application/json', text }] };
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof URIError) {
        throw new ResourceNotFoundError(uri);
      }
      throw error;
    }
  });
}
