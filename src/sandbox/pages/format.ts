import { type Html, html } from './html.ts';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Cents as `$1,234.50`. */
export function usd(cents: number): string {
  return dollars.format(cents / 100);
}

const rates = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 6,
});

/** A rate in dollars, which may be less than a cent. */
export function rate(dollars: number): string {
  return rates.format(dollars);
}

/** A moment of the sandbox's time, for people and machines. */
export function moment(iso: string): Html {
  return html`<time datetime="${iso}">${day.format(new Date(iso))}, ${iso.slice(11, 19)}</time>`;
}

/** A day. */
export function date(iso: string): Html {
  return html`<time datetime="${iso.slice(0, 10)}">${day.format(new Date(iso))}</time>`;
}

/** Only the time of a moment that is read beside others. */
export function timeOfDay(iso: string): Html {
  return html`<time datetime="${iso}" title="${iso}">${iso.slice(11, 23)}</time>`;
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long, in its largest unit: `3 days`, `2 hours`, `a moment`. */
export function span(ms: number): string {
  for (const [unit, length] of units) {
    const count = Math.floor(ms / length);
    if (count > 0) return `${count} ${unit}${count > 1 ? 's' : ''}`;
  }
  return 'a moment';
}

/** `1 job`, `2 jobs`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** `ACTIVE_FUNDED` as `active funded`. */
export function words(name: string): string {
  return name.replaceAll('_', ' ').toLowerCase();
}

/** All of a secret that is shown unasked. */
export function masked(secret: string): string {
  const kind = /^[a-z]+_(?:[a-z]+_)?/.exec(secret)?.[0] ?? '';
  return `${kind}••••••${secret.slice(-4)}`;
}
