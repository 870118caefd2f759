import { writeCursor } from '../../kernel/cursor.ts';
import type { Page } from '../../kernel/table.ts';
import type { JobRow } from './job-row.ts';
import type { Jobs } from './jobs.ts';
import {
  anywhereTerm,
  countryTerm,
  languageTerm,
  listingOf,
  payTypeTerm,
  wordsOf,
  wordTerm,
} from './listing.ts';

/** What a search asks for; all of it has to hold. */
export interface JobSearch {
  q?: string | undefined;
  language?: string | undefined;
  country?: string | undefined;
  payType?: string | undefined;
  limit: number;
  after: string | undefined;
}

/** One condition: the job has at least one of these terms. */
type Condition = readonly string[];

/**
 * Open jobs that fit, newest first. Walks the rarest condition's postings and checks the others on
 * the way, so that a page costs about the same however large the marketplace is.
 */
export function searchJobs(jobs: Jobs, search: JobSearch): Page<JobRow> {
  const [rarest, ...others] = conditions(search).sort((a, b) => sizeOf(jobs, a) - sizeOf(jobs, b));
  const { limit, after } = search;
  if (!rarest) return jobs.openPage(undefined, { limit, after });
  const where = ({ fields }: JobRow) => {
    const { terms } = listingOf(fields);
    return others.every((condition) => condition.some((term) => terms.has(term)));
  };
  const [only] = rarest;
  if (rarest.length === 1) return jobs.openPage(only, { limit, after, where });
  // A job has one of a condition's terms at most, so its lists are merged without repeats.
  const found = rarest
    .flatMap((term) => jobs.openPage(term, { limit: limit + 1, after, where }).rows)
    .map((job) => ({ job, position: jobs.openPosition(job.id) ?? { sort: 0, seq: 0 } }))
    .sort(
      (a, b) =>
        Number(b.position.sort) - Number(a.position.sort) || b.position.seq - a.position.seq,
    );
  const last = found[limit - 1];
  return {
    rows: found.slice(0, limit).map(({ job }) => job),
    nextCursor: last && found.length > limit ? writeCursor(last.position) : null,
  };
}

function conditions({ q, language, country, payType }: JobSearch): Condition[] {
  return [
    ...(q === undefined ? [] : wordsOf(q).map((word) => [wordTerm(word)])),
    ...(language === undefined ? [] : [[languageTerm(language)]]),
    ...(country === undefined ? [] : [[countryTerm(country), anywhereTerm]]),
    ...(payType === undefined ? [] : [[payTypeTerm(payType)]]),
  ];
}

function sizeOf(jobs: Jobs, condition: Condition): number {
  return condition.reduce((sum, term) => sum + jobs.openCount(term), 0);
}
