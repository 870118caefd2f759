import { Refusal } from '../kernel/refusal.ts';
import { textOf as tokenText } from '../opentrain/accounts/tokens.ts';
import { textOf as installText } from '../opentrain/platform/installs.ts';
import { masked } from '../pages/format.ts';
import { type Html, html, type Piece } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { Page } from '../pages/page.ts';
import type { Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import { badge } from './badge.ts';
import { consolePage } from './console-page.ts';
import type { Rooms } from './rooms.ts';

/** A key, token or signing secret that the sandbox handed out. */
export interface Key {
  readonly kind: KeyKind;
  readonly id: string;
  readonly name: Piece;
  readonly secret: string;
  readonly note: Piece;
  readonly status: string;
}

const secretOf = {
  token: ({ partners }: Rooms, id: string) => {
    const row = partners.market.tokens.get(id);
    return row && tokenText(row);
  },
  install: ({ partners }: Rooms, id: string) => {
    const row = partners.installs.get(id);
    return row && installText(row);
  },
  webhook: ({ partners }: Rooms, id: string) => partners.market.webhooks.get(id)?.secret,
  endpoint: ({ partners }: Rooms, id: string) => partners.endpoints.get(id)?.secret,
  'tenant-key': ({ trainar }: Rooms, id: string) => trainar.tables.keys.get(id)?.key,
  'tenant-endpoint': ({ trainar }: Rooms, id: string) => trainar.tables.endpoints.get(id)?.secret,
} satisfies Record<string, (rooms: Rooms, id: string) => string | undefined>;

export type KeyKind = keyof typeof secretOf;

/** `/console/keys/{kind}/{id}`: shows one key, when asked by a form and never in a list. */
export function keyVisitors(rooms: Rooms): Visitors {
  return {
    post: ({ params: { kind = '', id = '' } }) => {
      const find = Object.hasOwn(secretOf, kind) ? secretOf[kind as KeyKind] : undefined;
      const secret = find?.(rooms, id);
      if (secret === undefined) throw new Refusal(404, 'NOT_FOUND', 'There is no such key.');
      return keyPage(rooms, 'Key', secret);
    },
  };
}

/** A key in full, to be copied. */
export function keyPage(rooms: Rooms, title: string, secret: string): Page {
  return consolePage(rooms, {
    title,
    place: '/console/accounts',
    lead: 'It works in this sandbox only.',
    content: html`<section class="card" aria-label="The key"><code id="secret" tabindex="0">${secret}</code>
<p class="actions"><button type="button" data-copy="secret" hidden>Copy</button> <a href="/console/accounts">Back to accounts</a></p></section>`,
  });
}

/** Keys with nothing but their ends, each with a button that shows it. */
export function keyTable(caption: string, keys: readonly Key[], empty: string): Html {
  return table({
    caption,
    columns: ['Name', 'Key', 'For', 'Status', 'Show'],
    rows: keys.map(({ kind, id, name, secret, note, status }) => [
      typeof name === 'string' ? named(name) : name,
      html`<code class="whole-word">${masked(secret)}</code>`,
      note,
      badge(status),
      html`<form method="post" action="/console/keys/${kind}/${encodeURIComponent(id)}"><button class="small">Show<span class="unseen"> ${name}</span></button></form>`,
    ]),
    empty,
  });
}
