import { count, span } from '../../pages/format.ts';
import { type Html, html } from '../../pages/html.ts';
import { named } from '../../pages/named.ts';
import type { Page } from '../../pages/page.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import type { ClaimAttempt } from '../auth/claims.ts';
import type { Market } from '../market.ts';

/** What a human is asked to type, and what they came from. */
export type ClaimForm =
  | { token: null }
  | { token: string; attempt: ClaimAttempt; account: AccountRow };

interface Failure {
  readonly status: number;
  readonly message: string;
  readonly email: string;
  /** How many wrong codes are still allowed. */
  readonly left: unknown;
}

/** Asks for the six digits. */
export function claimPage(market: Market, form: ClaimForm, failure?: Failure): Page {
  const email = failure?.email ?? (form.token === null ? '' : form.attempt.email);
  const left =
    typeof failure?.left === 'number' && ` ${count(failure.left, 'more try', 'more tries')}.`;
  return {
    title: 'Claim an account',
    status: failure?.status ?? 200,
    content: html`${form.token === null ? html`<h1>Claim an account</h1>` : question(form.account)}
<p class="lead">Type the six digits that your agent shows you.${
      form.token !== null &&
      html` They hold for another ${span(form.attempt.expiresAt - market.kernel.clock.now())}.`
    }</p>
${failure && html`<p class="alert" role="alert" id="problem">${failure.message}${left}</p>`}
<form method="post" action="/claim" class="card">
${form.token !== null && html`<input type="hidden" name="token" value="${form.token}">`}
<label>Code <input class="pin" name="code" required inputmode="numeric" pattern="\\s*(\\d\\s*){6}" title="Six digits" autocomplete="one-time-code"${failure && html` aria-invalid="true" aria-describedby="problem"`}></label>
<p><label>You sign in as <input name="email" type="email" required autocomplete="email" value="${email}"></label>
<small>It has to be the address that your agent gave. Nobody really signs in here.</small></p>
<p class="actions"><button class="main">Claim this account</button></p>
</form>`,
  };
}

/** It is theirs. */
export function claimedPage({ name, ownerEmail }: AccountRow): Page {
  return {
    title: 'Claimed',
    content: html`<h1>${named(name)} is yours</h1>
<p class="note" role="status">Claimed by ${named(ownerEmail ?? '')}. Your agent gets its new token with its next poll; the one before has ended.</p>
<p>You can close this page.</p>`,
  };
}

/** A link that was used, replaced by a newer one, or ran out. */
export function deadLinkPage(status = 404): Page {
  return {
    title: 'This link is over',
    status,
    content: html`<h1>This link is over</h1>
<p class="alert" role="alert">It was used, replaced by a newer one, or is too old. If the account is not yours yet, have your agent start the claim again.</p>`,
  };
}

function question({ name, agentName }: AccountRow): Html {
  return html`<h1>Claim ${named(name)}?</h1>
<p>${agentName === null ? 'An agent' : named(agentName)} registered it for you, and works with it until you do.</p>`;
}
