import type { Filled } from './fill.ts';

/** A call whose time is measured. */
export interface Measured {
  readonly name: string;
  /** Address of the call; `i` tells the repeats apart. */
  path(filled: Filled, i: number): string;
  /** What a page may not be without. */
  readonly expects: string;
  /** Set where the work itself grows with what there is, so that no promise is made. */
  readonly grows?: string;
}

const base = '/api/public/v1';
/** Half the way into a list, as a page further in would be. */
const middle = (cursor: string) => `&cursor=${encodeURIComponent(cursor)}`;

export const calls: readonly Measured[] = [
  {
    name: 'jobs.listMine, 100 of all jobs',
    path: () => `${base}/jobs/mine?limit=100`,
    expects: '"jobs":[{',
  },
  {
    name: 'jobs.listProposals, 100 of a tenth of all proposals',
    path: ({ crowdedJob }) => `${base}/jobs/${crowdedJob}/proposals?limit=100`,
    expects: '"proposals":[{',
  },
  {
    name: 'jobs.listProposals, 25 shortlisted',
    path: ({ crowdedJob }) => `${base}/jobs/${crowdedJob}/proposals?limit=25&status=SHORTLISTED`,
    expects: '"proposals":[{',
  },
  {
    name: 'jobs.get',
    path: ({ jobIds }, i) => `${base}/jobs/${jobIds[(i * 7919) % jobIds.length]}`,
    expects: '"slug":',
  },
  {
    name: 'proposals.get',
    path: ({ proposalId }) => `${base}/proposals/${proposalId}`,
    expects: '"proposal":{',
  },
  {
    name: 'jobs.search, 25 of everything',
    path: () => `${base}/jobs?limit=25`,
    expects: '"jobs":[{',
  },
  {
    name: 'jobs.search, 4 by two words, country and pay',
    path: () => `${base}/jobs?limit=4&q=call%20transcribe&country=IN&payType=PAY_PER_HOUR`,
    expects: '"jobs":[{',
  },
  {
    name: 'jobs.search, two words that never meet',
    path: () => `${base}/jobs?limit=25&q=invoice%20satellite`,
    expects: '"jobs":[]',
    grows: 'looks at every job that has the rarer word before it can say that there is none',
  },
  {
    name: 'jobs.facets',
    path: () => `${base}/jobs/facets`,
    expects: '"categories":[{',
  },
  {
    name: 'updates.poll, 200 from the start',
    path: () => `${base}/updates?limit=200`,
    expects: '"events":[{',
  },
  {
    name: 'updates.poll, 200 from the middle',
    path: ({ size }) => `${base}/updates?limit=200${middle(String(size.events >> 1))}`,
    expects: '"events":[{',
  },
  {
    name: 'updates.poll, nothing new',
    path: ({ size }) => `${base}/updates?limit=200${middle(String(size.events))}`,
    expects: '"events":[]',
  },
];
