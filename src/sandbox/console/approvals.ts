import type { ApprovalRow } from '../opentrain/money/approvals.ts';
import { approvalSubject } from '../opentrain/pages/approval-subject.ts';
import { sumsOf } from '../opentrain/pages/sums.ts';
import { moment, span, usd, words } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import { badge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** `/console/approvals`: what waits for a human, and what became of the rest. */
export function approvalListVisitors(rooms: Rooms): Visitors {
  const { approvals } = rooms.partners.market;
  return {
    get: ({ query }) => {
      const { rows, nextCursor } = approvals.page(pageSize, query.get('after') ?? undefined);
      const rest = rows.filter(({ status }) => status !== 'pending');
      return consolePage(rooms, {
        title: 'Approvals',
        place: '/console/approvals',
        lead: 'What an agent asked for, and a human decides.',
        content: html`<div id="approvals" data-live>
<section class="card" aria-labelledby="waiting"><h2 id="waiting">Waiting</h2>${waitingList(rooms)}</section>
<section class="card" aria-labelledby="past"><h2 id="past">Decided and expired</h2>
${table({
  caption: 'Approvals that were decided or expired',
  columns: ['What', 'Account', 'Asked', 'Decided', 'How'],
  rows: rest.map((row) => [
    link(rooms, row),
    accountOf(rooms, row),
    moment(row.createdAt),
    row.resolvedAt && moment(row.resolvedAt),
    badge(row.status),
  ]),
  empty: 'None yet.',
})}${older('/console/approvals', nextCursor)}</section></div>`,
      });
    },
  };
}

/** What can be decided now, each leading to its page. */
export function waitingList(rooms: Rooms): Html {
  const { clock } = rooms.kernel;
  return table({
    caption: 'Approvals that wait',
    columns: ['What', 'Account', { name: 'Charge', numeric: true }, 'Expires in'],
    rows: rooms.partners.market.approvals
      .waiting()
      .map((row) => [
        link(rooms, row),
        accountOf(rooms, row),
        chargeOf(rooms, row),
        span(Date.parse(row.expiresAt) - clock.now()),
      ]),
    empty: 'Nothing waits.',
  });
}

function link({ partners }: Rooms, row: ApprovalRow): Html {
  const { market } = partners;
  const title = market.jobs.get(row.jobId)?.title ?? '';
  return html`<a href="/approvals/${row.id}">${approvalSubject(market, row).heading}</a> <small>${title ? named(title) : words(row.type)}</small>`;
}

function accountOf({ partners }: Rooms, { accountId }: ApprovalRow): Html {
  return named(partners.market.accounts.get(accountId)?.name ?? accountId);
}

function chargeOf({ partners }: Rooms, row: ApprovalRow): string {
  const { chargeCents } = sumsOf(partners.market, row, {});
  return chargeCents === null ? 'none' : usd(chargeCents);
}
