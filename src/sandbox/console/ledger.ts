import { effects, type LedgerRow } from '../opentrain/money/credits.ts';
import { checkLedger } from '../opentrain/money/ledger-check.ts';
import { moment, usd, words } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import { table } from '../pages/table.ts';
import { balanceChart } from './chart.ts';
import { pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** An entry, and the balance after it. */
interface Step {
  readonly row: LedgerRow;
  readonly available: number;
  readonly reserved: number;
}

/** An account's credits: a chart, and the entries with what each left. */
export function ledgerCard({ partners }: Rooms, accountId: string): Html {
  const { market } = partners;
  const { rows, nextCursor } = market.credits.page(accountId, pageSize);
  const { availableCents, reservedCents } = market.credits.balance(accountId);
  const steps = backwards(rows, availableCents, reservedCents);
  const problems = checkLedger(market);
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
})}${nextCursor !== null && html`<p class="quiet">Entries before these are not shown.</p>`}</section>`;
}

/** From the balance now, what it was after each entry before, newest first. */
function backwards(rows: readonly LedgerRow[], available: number, reserved: number): Step[] {
  let after = { available, reserved };
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
