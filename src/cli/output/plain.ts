import { stripVTControlCharacters } from 'node:util';
import measure from 'fast-string-truncated-width';

/** Text of strangers for a terminal: what would move its cursor, colour it or turn its letters around is taken out. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}

/** The same in one line of at most so many columns. */
export function oneLine(text: string, widest = Number.POSITIVE_INFINITY): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  const { truncated, index } = measure(line, { limit: widest, ellipsis: '…', ellipsisWidth: 1 });
  return truncated ? `${line.slice(0, index)}…` : line;
}

/** Columns that a text takes: an ideograph and an emoji take two. */
export const widthOf = (text: string): number => measure(text).width;
