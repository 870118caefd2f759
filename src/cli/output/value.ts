import { plain } from './plain.ts';

/** The value of a field as people read it: what the platform counts in cents also in whole units. */
export function shownAs(key: string, value: unknown): string {
  if (!/Cents$/.test(key) || !Number.isInteger(value)) return shown(value);
  const amount = (Number(value) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return `${value} (${amount})`;
}

/** One value as people read it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return plain(shortTime(value));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((one) => shown(one)).join(', ');
  }
  if (typeof value === 'object') {
    const parts = Object.entries(value).filter(([, inner]) => inner !== null);
    return parts.map(([key, inner]) => `${plain(key)}: ${shownAs(key, inner)}`).join(', ');
  }
  return String(value);
}

/** `2026-07-01T10:05:00.000Z` → `2026-07-01 10:05Z` */
function shortTime(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/, '$1 $2Z');
}
