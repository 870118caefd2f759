import { inputs } from '../../../../generated/opentrain/json-schemas.ts';
import type {
  JobChanges,
  JobFacets,
  PublicJobPage,
} from '../../../../generated/opentrain/types.ts';
import { bound } from '../../kernel/bound.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';
import type { JobRow } from './job-row.ts';
import { publicJob } from './public-job.ts';
import { searchJobs } from './search.ts';

/** Jobs a page, where the caller doesn't say. The platform's own default is not published. */
const defaultPage = 25;
const mostChanges = 5_000;
const longestId = bound(inputs['jobs.get'], 'id', 'maxLength');

/** The marketplace, open to everyone. */
export function publicJobHandlers({ kernel, accounts, jobs, facets, changes }: Market) {
  const { clock } = kernel;
  const view = (job: JobRow, { origin }: URL) =>
    publicJob(job, accounts.get(job.accountId)?.name ?? null, origin);

  const search: Handler<OpenTrainActor> = ({ query, url }) => {
    const { rows, nextCursor } = searchJobs(jobs, {
      q: query.string('q'),
      language: query.string('language'),
      country: query.string('country'),
      payType: query.oneOf('payType'),
      limit: query.integer('limit', { fallback: defaultPage }),
      after: query.string('cursor'),
    });
    return reply(200, {
      jobs: rows.map((job) => view(job, url)),
      nextCursor,
      generatedAt: clock.iso(),
    } satisfies PublicJobPage);
  };

  const readFacets: Handler<OpenTrainActor> = () =>
    reply(200, {
      totalJobs: jobs.openCount(),
      ...facets.read(),
      generatedAt: clock.iso(),
    } satisfies JobFacets);

  const readChanges: Handler<OpenTrainActor> = ({ query, now }) => {
    query.required('since');
    const since = query.timestamp('since') ?? now;
    const found = changes.since(since, mostChanges);
    const until = found.full ? (found.changes.at(-1)?.at ?? now) : now;
    return reply(200, {
      since: clock.iso(since),
      until: clock.iso(until),
      changes: found.changes.map(({ jobId, eventType, at }) => ({
        jobId,
        eventType,
        occurredAt: clock.iso(at),
      })),
      generatedAt: clock.iso(now),
    } satisfies JobChanges);
  };

  const get: Handler<OpenTrainActor> = ({ params, url }) => {
    const id = params.id ?? '';
    if (id === '' || id.length > longestId) {
      throw invalid('path', ['id'], `A job id has 1 to ${longestId} characters`);
    }
    const job = jobs.get(id);
    // A draft that nobody ever saw is not given away (inferred).
    if (!job || (job.status !== 'OPEN' && job.publishedAt === null)) {
      throw new Refusal(404, 'NOT_FOUND', 'No such job.');
    }
    return job.status === 'OPEN'
      ? reply(200, view(job, url))
      : reply(404, { id, status: 'closed' });
  };

  return {
    'jobs.search': search,
    'jobs.facets': readFacets,
    'jobs.changes': readChanges,
    'jobs.get': get,
  };
}

/** What the marketplace tells caches. */
export const publicHeaders = {
  'cache-control': 'public, s-maxage=300, stale-while-revalidate=3600',
};
