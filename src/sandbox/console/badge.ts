import { words } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';

const kinds: Readonly<Record<string, 'good' | 'warn' | 'bad'>> = {
  active: 'good',
  confirmed: 'good',
  succeeded: 'good',
  completed: 'good',
  OPEN: 'good',
  HIRED: 'good',
  PAID: 'good',
  ACTIVE: 'good',
  COMPLETED: 'good',
  ACTIVE_FUNDED: 'good',
  pending: 'warn',
  in_progress: 'warn',
  PENDING: 'warn',
  NOT_FUNDED: 'warn',
  DRAFT: 'warn',
  failed: 'bad',
  declined: 'bad',
  expired: 'bad',
  revoked: 'bad',
  DISABLED: 'bad',
  REVOKED: 'bad',
};

/** A status in a word, and in a colour that only repeats it. */
export function badge(status: string, kind = kinds[status]): Html {
  return html`<span class="badge${kind && ` ${kind}`}">${words(status)}</span>`;
}

/** An HTTP status likewise. */
export function httpBadge(status: number | undefined): Html {
  if (status === undefined) return html`<span class="badge bad">no answer</span>`;
  const kind = status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  return html`<span class="badge ${kind}">${status}</span>`;
}
