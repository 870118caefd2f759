import { Refusal } from '../kernel/refusal.ts';
import type { JobRow } from '../opentrain/jobs/job-row.ts';
import type { ProposalRow } from '../opentrain/proposals/proposals.ts';
import { count, moment, rate } from '../pages/format.ts';
import { type Html, html, type Piece } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import { badge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';
import { trainerLink } from './trainer-link.ts';

/** `/console/jobs`: every account's jobs, newest first. */
export function jobListVisitors(rooms: Rooms): Visitors {
  const { accounts, jobs, proposals } = rooms.partners.market;
  return {
    get: ({ query }) => {
      const { rows, nextCursor } = jobs.page(pageSize, query.get('after') ?? undefined);
      return consolePage(rooms, {
        title: 'Jobs',
        place: '/console/jobs',
        lead: 'Drafts and jobs on OpenTrain, and who applied.',
        content: html`<section class="card" id="jobs" data-live aria-label="Jobs, newest first">${table(
          {
            caption: 'Jobs',
            columns: ['Job', 'Account', 'Made', { name: 'Proposals', numeric: true }, 'Status'],
            rows: rows.map((job) => [
              html`<a href="/console/jobs/${job.id}">${titled(job)}</a>`,
              named(accounts.get(job.accountId)?.name ?? job.accountId),
              moment(job.createdAt),
              proposals.countsOf(job.id).total,
              badge(job.status),
            ]),
            empty: 'No jobs yet.',
          },
        )}${older('/console/jobs', nextCursor)}</section>`,
      });
    },
  };
}

/** `/console/jobs/{id}`: what a job says, and its proposals. */
export function jobVisitors(rooms: Rooms): Visitors {
  const { jobs, proposals } = rooms.partners.market;
  return {
    get: ({ params: { id = '' }, query }) => {
      const job = jobs.get(id);
      if (!job) throw new Refusal(404, 'NOT_FOUND', 'There is no such job.');
      const after = query.get('after') ?? undefined;
      const page = proposals.pageOf(job.id, { status: undefined, limit: pageSize, after });
      const { total } = proposals.countsOf(job.id);
      return consolePage(rooms, {
        title: job.title || 'Untitled job',
        place: '/console/jobs',
        content: html`<p><a href="/console/jobs">All jobs</a></p>
<div id="job" data-live><section class="card" aria-label="Job"><dl>
<dt>Status</dt><dd>${badge(job.status)}</dd><dt>Id</dt><dd><code>${job.id}</code></dd>
${Object.entries(job.fields).map(field)}</dl></section>
<section class="card" aria-labelledby="proposals"><h2 id="proposals">${count(total, 'proposal')}</h2>
${proposalTable(rooms, page.rows)}${older(`/console/jobs/${job.id}`, page.nextCursor)}</section></div>`,
      });
    },
  };
}

function proposalTable({ partners }: Rooms, rows: readonly ProposalRow[]): Html {
  return table({
    caption: 'Proposals',
    columns: [
      'AI trainer',
      'Country',
      { name: 'Bid', numeric: true },
      { name: 'Interview', numeric: true },
      { name: 'Match', numeric: true },
      'Status',
    ],
    rows: rows.map((row) => {
      const trainer = partners.market.trainers.get(row.trainerId);
      return [
        trainerLink(partners.market, row.trainerId),
        trainer?.country,
        row.bidAmountUsd !== null && rate(row.bidAmountUsd),
        row.interviewScore,
        row.matchScore?.toFixed(2),
        badge(row.status),
      ];
    }),
    empty: 'Nobody applied yet.',
  });
}

function field([name, value]: [string, unknown]): Html | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return html`<dt>${spaced(name)}</dt><dd>${written(value)}</dd>\n`;
}

function written(value: unknown): Piece {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? html`<code>${JSON.stringify(value)}</code>` : String(value);
}

/** `jobTitle` as `Job title`. */
function spaced(name: string): string {
  const text = name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, end, start) => `${end} ${start.toLowerCase()}`,
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titled({ title }: JobRow): Html {
  return title === '' ? html`Untitled` : named(title);
}
