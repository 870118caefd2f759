import { stripVTControlCharacters } from 'node:util';

/** Text of strangers for a terminal: what would move its cursor or colour it is taken out. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** The same in one line of at most so many characters. */
export function oneLine(text: string, longest = Number.POSITIVE_INFINITY): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, Math.max(longest - 1, 1))}…` : line;
}
