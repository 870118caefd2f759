import type { OwnJob, OwnJobPage } from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';
import { type JobRow, type JobStatus, jobStatuses } from './job-row.ts';

/** A job of the caller's account; another account's is as unknown as none. */
export function ownJob({ jobs }: Market, actor: OpenTrainActor, id = ''): JobRow {
  const job = jobs.get(id);
  if (job?.accountId !== actor.accountId) throw new Refusal(404, 'NOT_FOUND', 'No such job.');
  return job;
}

/** An account's own jobs. */
export function ownJobHandlers({ jobs, proposals }: Market) {
  const view = (job: JobRow, { origin }: URL): OwnJob => {
    const open = job.status === 'OPEN';
    return {
      id: job.id,
      title: job.title || null,
      status: job.status,
      published: open,
      acceptingApplicants: open,
      createdAt: job.createdAt,
      updatedAt: job.updatedAt,
      jobUrl: job.publishedAt === null ? null : `${origin}/jobs/${job.id}`,
      proposalCounts: proposals.countsOf(job.id),
    };
  };

  const listMine: Handler<OpenTrainActor> = ({ actor, query, url }) => {
    const page = jobs.pageOf(actor.accountId, {
      status: readStatus(query.string('status')),
      // That too large a page is cut, not refused, is inferred.
      limit: query.integer('limit', { clamp: true }),
      after: query.string('cursor'),
    });
    return reply(200, {
      jobs: page.rows.map((job) => view(job, url)),
      nextCursor: page.nextCursor,
    } satisfies OwnJobPage);
  };

  return { 'jobs.listMine': listMine };
}

function readStatus(text: string | undefined): JobStatus | undefined {
  if (text === undefined) return undefined;
  const status = jobStatuses.find((name) => name === text);
  if (status) return status;
  throw new Refusal(400, 'BAD_REQUEST', `${text} is not a job status.`, {
    details: { supportedStatuses: [...jobStatuses] },
  });
}
