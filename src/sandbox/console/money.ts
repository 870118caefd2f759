import { Refusal } from '../kernel/refusal.ts';
import type { AccountRow } from '../opentrain/accounts/accounts.ts';
import { titleOf } from '../opentrain/pages/sums.ts';
import { moment, usd } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import { badge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { ledgerCard } from './ledger.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';
import { trainerLink } from './trainer-link.ts';

/** `/console/money`: an account's contracts, credits and top-ups. */
export function moneyVisitors(rooms: Rooms): Visitors {
  const { accounts } = rooms.partners.market;
  return {
    get: ({ query }) => {
      const asked = query.get('account');
      const choices = accounts.page(pageSize).rows.filter(({ kind }) => kind === 'employer');
      const account = asked === null ? busiest(rooms, choices) : accounts.get(asked);
      if (asked !== null && !account) throw new Refusal(404, 'NOT_FOUND', 'No such account.');
      return consolePage(rooms, {
        title: 'Money',
        place: '/console/money',
        lead: account
          ? html`Contracts and credits of ${named(account.name)}.`
          : 'Contracts and credits of an account.',
        content: html`${choices.length > 1 && chooser(choices, account)}
${account ? html`<div id="money" data-live>${moneyOf(rooms, account.id, query)}</div>` : html`<p class="empty">No accounts yet.</p>`}`,
      });
    },
  };
}

/** Whose money is worth a look when nobody in particular was asked for. */
function busiest({ partners }: Rooms, accounts: readonly AccountRow[]): AccountRow | undefined {
  const { contracts, credits } = partners.market;
  return (
    accounts.find(({ id }) => contracts.page(id, 1).rows.length > 0) ??
    accounts.find(({ id }) => credits.page(id, 1).rows.length > 0) ??
    accounts[0]
  );
}

function chooser(accounts: readonly AccountRow[], chosen: AccountRow | undefined): Html {
  const option = ({ id, name }: AccountRow) =>
    html`<option value="${id}"${id === chosen?.id && html` selected`}>${name}</option>`;
  return html`<form action="/console/money" class="inline"><label>Account <select name="account">${accounts.map(option)}</select></label><button>Show</button></form>`;
}

/** Each part is paged by itself, by a name of its own in the address. */
function moneyOf(rooms: Rooms, accountId: string, query: URLSearchParams): Html {
  const from = (part: string) => query.get(part) ?? undefined;
  return html`${contractCard(rooms, accountId, from('contracts'))}${ledgerCard(rooms, accountId, from('entries'))}${topUpCard(rooms, accountId, from('payments'))}`;
}

/** Each milestone of each contract. */
function contractCard({ partners }: Rooms, accountId: string, after?: string): Html {
  const { contracts, milestones } = partners.market;
  const page = contracts.page(accountId, pageSize, after);
  const rows = page.rows.flatMap((contract) =>
    milestones
      .of(contract.id)
      .map((milestone, i) => [
        i === 0
          ? html`${named(contract.title)} ${badge(contract.status)} <small>${trainerLink(partners.market, contract.trainerId)}</small>`
          : html`<span class="unseen">${contract.title}</span>`,
        named(titleOf(milestone)),
        usd(milestone.amountCents),
        milestone.funding && usd(milestone.funding.chargeCents),
        milestone.funding?.source,
        badge(milestone.status),
      ]),
  );
  return html`<section class="card" aria-labelledby="contracts"><h2 id="contracts">Contracts</h2>${table(
    {
      caption: 'Contracts and their milestones',
      columns: [
        'Contract',
        'Milestone',
        { name: 'Amount', numeric: true },
        { name: 'Charged', numeric: true },
        'Paid with',
        'Status',
      ],
      rows,
      empty: 'No contracts yet: a confirmed hire makes one.',
    },
  )}${older('/console/money', page.nextCursor, { name: 'contracts', account: accountId })}</section>`;
}

function topUpCard({ partners }: Rooms, accountId: string, after?: string): Html | undefined {
  const { rows, nextCursor } = partners.market.topUps.page(accountId, pageSize, after);
  if (rows.length === 0) return undefined;
  return html`<section class="card" aria-labelledby="top-ups"><h2 id="top-ups">Top-ups</h2>${table({
    caption: 'Top-ups',
    columns: ['Payment', 'Begun', { name: 'Amount', numeric: true }, 'Status'],
    rows: rows.map((row) => [
      html`<a href="/checkout/${row.id}"><code>${row.id}</code></a>`,
      moment(row.createdAt),
      usd(row.amountCents),
      badge(row.status),
    ]),
    empty: '',
  })}${older('/console/money', nextCursor, { name: 'payments', account: accountId })}</section>`;
}
