import { paint } from './paint.ts';
import { plain } from './plain.ts';
import { table } from './table.ts';
import { shown } from './value.ts';

const deepest = 2;

/** A record as lines of names and values; lists of records as tables. */
export function panel(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return table(value);
  if (typeof value !== 'object' || value === null) return shown(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return paint('dim', 'Nothing more to tell.');
  const width = Math.max(...entries.map(([key]) => plain(key).length));
  return entries.map(([key, inner]) => line(plain(key), inner, width, depth)).join('\n');
}

function line(key: string, value: unknown, width: number, depth: number): string {
  const name = paint('bold', key);
  const nested = typeof value === 'object' && value !== null;
  if (!nested || depth >= deepest || isFlat(value)) {
    const text = shown(value)
      .split('\n')
      .join(`\n${' '.repeat(width + 2)}`);
    return `${name}${' '.repeat(width - key.length + 2)}${text}`;
  }
  return `${name}\n${panel(value, depth + 1).replace(/^/gm, '  ')}`;
}

/** A list of plain values, or nothing. */
function isFlat(value: object): boolean {
  const inner = Object.values(value);
  if (inner.length === 0) return true;
  return Array.isArray(value) && inner.every((one) => typeof one !== 'object' || one === null);
}
