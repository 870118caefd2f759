import { wrapAnsi } from 'fast-wrap-ansi';
import { paint } from './paint.ts';
import { plain, widthOf } from './plain.ts';
import { table } from './table.ts';
import { shownAs } from './value.ts';

const deepest = 2;
/** With less room than this for its values a panel is not made to fit. */
const narrowest = 16;

/** A record as lines of names and values, as wide as the terminal; lists of records as tables. */
export function panel(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return table(value, undefined, 2 * depth);
  if (typeof value !== 'object' || value === null) return shownAs('', value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return paint('dim', 'Nothing more to tell.');
  const width = Math.max(...entries.map(([key]) => widthOf(plain(key))));
  return entries.map(([key, inner]) => line(plain(key), inner, width, depth)).join('\n');
}

function line(key: string, value: unknown, width: number, depth: number): string {
  const name = paint('bold', key);
  const nested = typeof value === 'object' && value !== null;
  if (!nested || depth >= deepest || isFlat(value)) {
    const text = fitted(shownAs(key, value), width + 2 + 2 * depth)
      .split('\n')
      .join(`\n${' '.repeat(width + 2)}`);
    return `${name}${' '.repeat(width - widthOf(key) + 2)}${text}`;
  }
  return `${name}\n${panel(value, depth + 1).replace(/^/gm, '  ')}`;
}

/** Breaks lines between words where the terminal ends; ids and addresses stay whole. */
function fitted(text: string, indent: number): string {
  const room = (process.stdout.columns || Number.POSITIVE_INFINITY) - indent;
  return room < narrowest || widthOf(text) <= room ? text : wrapAnsi(text, room);
}

/** A list of plain values, or nothing. */
function isFlat(value: object): boolean {
  const inner = Object.values(value);
  if (inner.length === 0) return true;
  return Array.isArray(value) && inner.every((one) => typeof one !== 'object' || one === null);
}
