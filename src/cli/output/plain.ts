import { stripVTControlCharacters } from 'node:util';

/** Text of strangers for a terminal: what would move its cursor, colour it or turn its letters around is taken out. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}

/** The same in one line of at most so many characters. */
export function oneLine(text: string, longest = Number.POSITIVE_INFINITY): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, Math.max(longest - 1, 1))}…` : line;
}
