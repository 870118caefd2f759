/** A table of the report, as a topic's process hands it over. */
export interface Table {
  title: string;
  /** What was done, in a sentence or two. */
  about: string;
  head: string[];
  rows: string[][];
  /** Targets that the table decides. */
  targets?: Target[];
}

export interface Target {
  what: string;
  measured: string;
  met: boolean;
  /** Why it is missed, where it is. */
  why?: string;
}

/** Proves that everything runs, in seconds; the figures mean nothing. */
export const short = process.argv.includes('--short');

export function report(...tables: Table[]): void {
  process.stdout.write(`${JSON.stringify(tables)}\n`);
}

export const number = (value: number, digits = 1): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `2.50x`: how many times as much as `base`. */
export const times = (value: number, base: number): string => `${number(value / base, 2)}x`;
