import { Refusal } from '../kernel/refusal.ts';
import { html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import { refusalOf, seeOther, type Visitors } from '../pages/site.ts';
import { accountCard, tenantCard } from './account-card.ts';
import { consolePage } from './console-page.ts';
import { keyPage } from './keys.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** `/console/accounts`: who there is on both platforms, with keys that are masked until asked for. */
export function accountVisitors(rooms: Rooms): Visitors {
  return {
    get: ({ query }) => accountsPage(rooms, query.get('after') ?? undefined),
    post: ({ form }) => {
      try {
        return carryOut(rooms, form.get('decision'), form);
      } catch (error) {
        const { status, message } = refusalOf(error);
        return accountsPage(rooms, undefined, { status, problem: message });
      }
    },
  };
}

function carryOut(rooms: Rooms, decision: string | null, form: URLSearchParams): Page | Response {
  const { opentrainControls, trainarControls, partners } = rooms;
  const account = form.get('account') ?? '';
  const back = `/console/accounts#${encodeURIComponent(account)}`;
  const name = form.get('name')?.trim();
  switch (decision) {
    case 'add-card':
    case 'remove-card':
      opentrainControls.setCard(account, decision === 'add-card');
      return seeOther(back);
    case 'open-claim': {
      const token = partners.market.claims.of(account)?.attempt?.token;
      if (token === undefined) throw new Refusal(404, 'NOT_FOUND', 'No claim is under way.');
      return seeOther(`/claim?token=${token}`);
    }
    case 'new-account': {
      const { token } = opentrainControls.createAccount({
        ...(name && { name }),
        card: form.get('card') === 'yes',
        creditsUsd: Number(form.get('credits') || 0),
      });
      return keyPage(rooms, 'The account’s token', token);
    }
    case 'new-tenant': {
      const { apiKey } = trainarControls.createTenant({ ...(name && { name }) });
      return keyPage(rooms, 'The tenant’s key', apiKey);
    }
    default:
      throw new Refusal(400, 'BAD_REQUEST', 'This page does not do that.');
  }
}

function accountsPage(
  rooms: Rooms,
  after: string | undefined,
  failure: { status?: number; problem?: string } = {},
): Page {
  const { partners, trainar } = rooms;
  const { rows, nextCursor } = partners.market.accounts.page(pageSize, after);
  const tenants = trainar.tables.tenants.page({ limit: pageSize }).rows;
  return consolePage(rooms, {
    title: 'Accounts',
    place: '/console/accounts',
    lead: 'Who there is, and the keys they hold.',
    ...failure,
    content: html`<div class="cards">
<form method="post" action="/console/accounts" class="card"><h2>New OpenTrain account</h2>
<div class="fields"><label>Organization <input name="name" maxlength="120" autocomplete="off"></label>
<label>Credits in US dollars <input name="credits" type="number" min="0" step="0.01" value="0"></label></div>
<label class="choice"><input type="checkbox" name="card" value="yes"> <span>With a card on file</span></label>
<button name="decision" value="new-account">Make it</button></form>
<form method="post" action="/console/accounts" class="card"><h2>New TrainAR tenant</h2>
<div class="fields"><label>Name <input name="name" maxlength="120" autocomplete="off"></label></div>
<button name="decision" value="new-tenant">Make it</button></form></div>
<div id="accounts" data-live><h2>OpenTrain</h2>
${rows.length === 0 && html`<p class="empty">No accounts yet.</p>`}${rows.map((row) => accountCard(rooms, row))}${older('/console/accounts', nextCursor)}
<h2>TrainAR</h2>
${tenants.length === 0 && html`<p class="empty">No tenants yet.</p>`}${tenants.map((row) => tenantCard(rooms, row))}</div>`,
  });
}
