import { Refusal } from '../../kernel/refusal.ts';
import { moment, usd } from '../../pages/format.ts';
import { html } from '../../pages/html.ts';
import { named } from '../../pages/named.ts';
import type { Page } from '../../pages/page.ts';
import { refusalOf, seeOther, type Visit, type Visitors } from '../../pages/site.ts';
import type { Market } from '../market.ts';
import type { TopUpRow } from '../money/top-ups.ts';
import type { HumanControls } from './add-pages.ts';

/** `/checkout/{id}`: stands in for the payment page that a top-up leads to. */
export function checkoutVisitors(market: Market, controls: HumanControls): Visitors {
  const asked = ({ params: { id = '' } }: Visit): TopUpRow => {
    const topUp = market.topUps.read(id);
    if (!topUp) throw new Refusal(404, 'NOT_FOUND', 'There is no such payment.');
    return topUp;
  };

  const pay = (visit: Visit): Page | Response => {
    const { id } = asked(visit);
    const button = visit.form.get('decision');
    try {
      if (button === 'pay') controls.completeTopUp(id);
      else if (button === 'leave') controls.cancelTopUp(id);
      else throw new Refusal(400, 'BAD_REQUEST', 'Pay, or leave it.');
    } catch (error) {
      const { status, message } = refusalOf(error);
      return checkoutPage(market, asked(visit), { status, message });
    }
    return seeOther(`/checkout/${id}`);
  };

  return { get: (visit) => checkoutPage(market, asked(visit)), post: pay };
}

const endings = {
  COMPLETED: 'Paid: the credits are there.',
  CANCELED: 'Left unpaid: nothing was charged.',
  EXPIRED: 'Too late: nothing was charged.',
} as const;

function checkoutPage(
  { accounts }: Market,
  { id, accountId, amountCents, status, expiresAt, completedAt }: TopUpRow,
  failure?: { status: number; message: string },
): Page {
  const open = status === 'PENDING';
  return {
    title: 'Top up credits',
    status: failure?.status ?? 200,
    news: open ? '' : endings[status],
    content: html`<h1>Top up credits</h1>
<p class="lead">Stands in for the payment page: no card is asked for.</p>
${failure && html`<p class="alert" role="alert">${failure.message}</p>`}
<div id="checkout" data-live data-state="${status}"><section class="card" aria-label="Payment"><dl>
<dt>For</dt><dd>${named(accounts.get(accountId)?.name ?? accountId)}</dd>
<dt>Amount</dt><dd>${usd(amountCents)}</dd>
<dt>${open ? 'Open until' : 'Paid'}</dt><dd>${open ? html`${moment(expiresAt)} UTC` : completedAt === null ? 'never' : html`${moment(completedAt)} UTC`}</dd></dl>
${
  open
    ? html`<form method="post" action="/checkout/${id}"><p class="actions">
<button name="decision" value="pay" class="main">Pay ${usd(amountCents)}</button>
<button name="decision" value="leave">Leave unpaid</button></p></form>`
    : html`<p class="${status === 'COMPLETED' ? 'note' : 'alert warn'}">${endings[status]}</p>`
}</section></div>`,
  };
}
