import { type BalanceRow, effects, type LedgerRow } from '../opentrain/money/credits.ts';
import { checkLedger } from '../opentrain/money/ledger-check.ts';
import { moment, usd, words } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import { table } from '../pages/table.ts';
import { balanceChart } from './chart.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** An entry, and the balance after it. */
interface Step {
  readonly row: LedgerRow;
  readonly available: number;
  readonly reserved: number;
}

/** An account's credits: a chart, and the entries with what each left. */
export function ledgerCard({ partners }: Rooms, accountId: string, after?: string): Html {
  const { market } = partners;
  const { rows, nextCursor } = market.credits.page(accountId, pageSize, after);
  const steps = backwards(rows, rows[0] && market.credits.balanceAfter(rows[0]));
  const problems = checkLedger(market, accountId);
  return html`<section class="card" aria-labelledby="ledger"><div class="head"><h2 id="ledger">Credits</h2>${
    problems.length === 0
      ? html`<span class="badge good">the ledger adds up</span>`
      : html`<span class="badge bad">the ledger does not add up</span>`
  }</div>
${problems.map((problem) => html`<p class="alert">${problem}</p>`)}
${balanceChart([...steps].reverse())}
${table({
  caption: 'Entries, newest first',
  columns: [
    'Entry',
    'At',
    { name: 'Amount', numeric: true },
    { name: 'Available', numeric: true },
    { name: 'Reserved', numeric: true },
  ],
  rows: steps.map(({ row, available, reserved }) => [
    html`${words(row.type)}${row.note && html` <small>${named(row.note)}</small>`}`,
    moment(row.createdAt),
    usd(row.amountCents),
    usd(available),
    usd(reserved),
  ]),
  empty: 'No entries yet: nothing was paid in, and nothing from credits.',
})}${older('/console/money', nextCursor, { name: 'entries', account: accountId })}</section>`;
}

/** From the balance after the newest entry, what it was after each before, newest first. */
function backwards(rows: readonly LedgerRow[], newest: BalanceRow | undefined): Step[] {
  let after = { available: newest?.availableCents ?? 0, reserved: newest?.reservedCents ?? 0 };
  return rows.map((row) => {
    const step = { row, ...after };
    const effect = effects[row.type];
    after = {
      available: after.available - effect.available * row.amountCents,
      reserved: after.reserved - effect.reserved * row.amountCents,
    };
    return step;
  });
}
