import { type Html, html } from '../../../pages/html.ts';
import { named } from '../../../pages/named.ts';
import type { Page } from '../../../pages/page.ts';
import type { AccountRow } from '../../accounts/accounts.ts';
import type { AppRow } from '../apps.ts';
import { scopeDescriptions } from '../scopes.ts';

/** What the consent screen shows. */
export interface Question {
  readonly app: AppRow;
  /** Who may answer; more than one, and the page asks in whose name. */
  readonly accounts: readonly AccountRow[];
  readonly formToken: string;
}

/** Asks the owner of an organization whether an app may be connected. */
export function consentPage({ app, accounts, formToken }: Question): Page {
  const name = named(app.name);
  return {
    title: `Connect ${app.name} to OpenTrain`,
    content: html`
<h1>Connect ${name} to OpenTrain?</h1>
${app.description && html`<p>${app.description}</p>`}
${app.websiteUrl && html`<p>Website: <bdi>${app.websiteUrl}</bdi></p>`}
<form method="post" action="/integrations/${app.slug}/connect">
<input type="hidden" name="form_token" value="${formToken}">
${accountChoice(accounts)}
<h2 id="scopes">${name} will be able to</h2>
<ul aria-labelledby="scopes">
${app.scopes.map((scope) => html`<li>${scopeDescriptions[scope]} (<code>${scope}</code>)</li>`)}
</ul>
${app.scopes.includes('participants:email') && piiChoice(name)}
<p class="actions">
<button name="decision" value="approve">Approve</button>
<button name="decision" value="decline" formnovalidate>Decline</button>
</p>
</form>`,
  };
}

/** Shows the token, this once. */
export function connectedPage({ name }: AppRow, token: string, back: string | undefined): Page {
  return {
    title: `${name} is connected`,
    content: html`
<h1>${named(name)} is connected</h1>
<p>Paste this token into the settings of ${named(name)}. It is shown only now: if it gets lost, connect again.</p>
<h2 id="token-label">Token</h2>
<code id="token" aria-labelledby="token-label" tabindex="0">${token}</code>
${returnLink(name, back)}`,
  };
}

/** Nothing was connected, as the customer wished. */
export function declinedPage({ name }: AppRow, back: string | undefined): Page {
  return {
    title: `${name} was not connected`,
    content: html`<h1>${named(name)} was not connected</h1>\n<p>You declined, and nothing changed.</p>${returnLink(name, back)}`,
  };
}

/** One is signed in; of several somebody has to say who they are, since nobody signs in to a sandbox. */
function accountChoice(accounts: readonly AccountRow[]): Html {
  const [only] = accounts;
  if (only && accounts.length === 1) {
    return html`<p>For ${organization(only)}</p>
<input type="hidden" name="account" value="${only.id}">`;
  }
  const choices = accounts.map(
    (account) =>
      html`<label class="choice"><input type="radio" name="account" value="${account.id}" required> <span>${organization(account)}</span></label>\n`,
  );
  return html`<fieldset><legend>For which organization?</legend>\n${choices}</fieldset>`;
}

function piiChoice(name: Html): Html {
  return html`<fieldset><legend>Personal data</legend>
<label class="choice"><input type="checkbox" name="pii_consent" value="yes"> <span>Share the Work Email of trainers I hire with ${name}. Without it ${name} knows them by masked name only.</span></label>
</fieldset>`;
}

function organization({ name, ownerEmail }: AccountRow): Html {
  return html`${named(name)}${ownerEmail && html`, owned by ${named(ownerEmail)}`}`;
}

function returnLink(name: string, back: string | undefined): Html {
  if (back === undefined) return html`<p>You can close this page.</p>`;
  return html`<p><a id="return" class="button" href="${back}" rel="noreferrer">Return to ${named(name)}</a></p>`;
}
