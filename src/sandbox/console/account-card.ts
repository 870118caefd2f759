import { redactUrl } from '../kernel/redact.ts';
import type { AccountRow } from '../opentrain/accounts/accounts.ts';
import { statusOf, textOf } from '../opentrain/accounts/tokens.ts';
import { textOf as installText } from '../opentrain/platform/installs.ts';
import { count, moment, usd } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { TenantRow } from '../trainar/tables.ts';
import { badge } from './badge.ts';
import { type Key, keyTable } from './keys.ts';
import type { Rooms } from './rooms.ts';

/** An account of OpenTrain with its owner, its money and its keys. */
export function accountCard(rooms: Rooms, account: AccountRow): Html {
  const { id, name, agentName, ownerEmail, claimed, card, kind, createdAt } = account;
  const { availableCents, reservedCents } = rooms.partners.market.credits.balance(id);
  const reserved = reservedCents > 0 && `, ${usd(reservedCents)} reserved`;
  return html`<section class="card" id="${id}" aria-labelledby="name-${id}">
<div class="head"><h2 id="name-${id}">${named(name)}</h2><span>${badge(claimed ? 'claimed' : 'unclaimed', claimed ? 'good' : 'warn')} ${kind}</span></div>
<dl><dt>Id</dt><dd><code>${id}</code></dd>
${ownerEmail && html`<dt>Owner</dt><dd>${named(ownerEmail)}</dd>`}
${agentName && html`<dt>Agent</dt><dd>${named(agentName)}</dd>`}
<dt>Made</dt><dd>${moment(createdAt)} UTC</dd>
<dt>Credits</dt><dd><a href="/console/money?account=${id}">${usd(availableCents)} available${reserved}</a></dd>
<dt>Card</dt><dd><form method="post" action="/console/accounts"><input type="hidden" name="account" value="${id}">${card ? 'on file' : 'none'} <button class="small" name="decision" value="${card ? 'remove-card' : 'add-card'}">${card ? 'Take it off' : 'Put one on file'}<span class="unseen"> for ${name}</span></button></form></dd></dl>
${claimNote(rooms, account)}
<h3>Keys</h3>${keyTable(`Keys of ${name}`, accountKeys(rooms, id), 'No keys yet.')}</section>\n`;
}

/** Stands in for the mail that brings the link: its token is in the address, so it is no link here. */
function claimNote({ partners }: Rooms, { id, name }: AccountRow): Html | undefined {
  const { claims } = partners.market;
  const claim = claims.of(id);
  if (!claim || !claims.isRunning(claim)) return undefined;
  return html`<form method="post" action="/console/accounts"><input type="hidden" name="account" value="${id}">
<p>A claim for ${named(claim.attempt.email)} is under way. <button class="small" name="decision" value="open-claim">Open the mailed link<span class="unseen"> for ${name}</span></button></p></form>`;
}

function accountKeys({ kernel, partners }: Rooms, accountId: string): Key[] {
  const { market, installs, endpoints, apps } = partners;
  const tokens = market.tokens.list(accountId).map(
    (row): Key => ({
      kind: 'token',
      id: row.id,
      name: row.name,
      secret: textOf(row),
      note: scopesOf(row.scopes),
      status: statusOf(row, kernel.clock.now()),
    }),
  );
  const webhooks = market.webhooks.list(accountId).map(
    (row): Key => ({
      kind: 'webhook',
      id: row.id,
      name: endpointName(row.url),
      secret: row.secret,
      note: count(row.eventTypes.length, 'event'),
      status: row.status,
    }),
  );
  const connected = installs.ofAccount(accountId).flatMap((install): Key[] => [
    {
      kind: 'install',
      id: install.id,
      name: apps.get(install.appId)?.name ?? install.appId,
      secret: installText(install),
      note: scopesOf(install.scopes),
      status: install.tokenRevokedAt === null ? install.status : 'revoked',
    },
    ...endpoints.list(install.id).map(
      (row): Key => ({
        kind: 'endpoint',
        id: row.id,
        name: endpointName(row.url),
        secret: row.secret,
        note: count(row.eventTypes.length, 'event'),
        status: row.status,
      }),
    ),
  ]);
  return [...tokens, ...webhooks, ...connected];
}

/** A tenant of TrainAR with its keys. */
export function tenantCard({ trainar: { tables } }: Rooms, { id, name }: TenantRow): Html {
  const keys = [...tables.keys.walk('tenant', id)].map(
    (row): Key => ({
      kind: 'tenant-key',
      id: row.id,
      name: row.name,
      secret: row.key,
      note: scopesOf(row.scopes),
      status: row.revoked ? 'revoked' : 'active',
    }),
  );
  const endpoints = [...tables.endpoints.walk('tenant', id)].map(
    (row): Key => ({
      kind: 'tenant-endpoint',
      id: row.id,
      name: endpointName(row.url),
      secret: row.secret,
      note: count(row.events.length, 'event'),
      status: 'active',
    }),
  );
  return html`<section class="card" aria-labelledby="name-${id}"><h2 id="name-${id}">${named(name)}</h2>
<dl><dt>Id</dt><dd><code>${id}</code></dd></dl>
<h3>Keys</h3>${keyTable(`Keys of ${name}`, [...keys, ...endpoints], 'No keys yet.')}</section>\n`;
}

function scopesOf(scopes: readonly string[]): Html {
  return html`<span title="${scopes.join(', ')}">${count(scopes.length, 'scope')}</span>`;
}

function endpointName(url: string): string {
  return `Signs to ${URL.canParse(url) ? redactUrl(new URL(url)) : url}`;
}
