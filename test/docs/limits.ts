import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { root } from './blocks.ts';

const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/**
 * A number that the source gives a name: `name = 30_000`, `name: 10`, `name ?? 16 * 1024`, `limit('of.name', 72)`. The first
 * of that name is meant: checks further down have any valid number in its place.
 */
export function constant(file: string, name: string): number {
  const given = new RegExp(`\\b${name}(?: =|:| \\?\\?|',) ([\\d_]+(?: \\* [\\d_]+)*)\\b`);
  const product = found(file, given);
  return product.split(' * ').reduce((all, factor) => all * Number(factor.replaceAll('_', '')), 1);
}

/** Numbers that the source has in a list: `name = [0, 1, 5]`. */
export const constants = (file: string, name: string): number[] =>
  found(file, new RegExp(`\\b${name} = \\[([\\d, ]+)\\]`))
    .split(', ')
    .map(Number);

/** What the source has at the place in parentheses, comments left out. */
export function found(file: string, pattern: RegExp): string {
  const code = read(file).replaceAll(/^ *(?:\/?\*|\/\/).*$/gm, '');
  const text = pattern.exec(code)?.[1];
  if (text === undefined) throw new Error(`${file} has nothing like ${pattern}`);
  return text;
}

/** What the contract says at a key below whatever has this id or name, as `[jobs.publish, x-rate-limit, requests]`. */
export function fact(file: string, id: string, ...path: string[]): number {
  const seen = new Set<number>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === id || (value as { operationId?: string } | null)?.operationId === id) {
        const end = path.reduce<unknown>(
          (at, step) => (at as Record<string, unknown>)?.[step],
          value,
        );
        if (typeof end === 'number') seen.add(end);
      }
      visit(value);
    }
  };
  visit(parse(read(file)));
  return only(seen, `${id} ${path.join(' ')} in ${file}`);
}

function only(values: ReadonlySet<number>, what: string): number {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) throw new Error(`${values.size} values: ${what}`);
  return value;
}

/** What the text says in prose and tables, in one line; blocks of code and what a program writes left out. */
export function proseOf(doc: string): string {
  return read(doc)
    .replaceAll(/^([ >]*)```.*\n(?:(?!\1```).*\n)*\1```/gm, '')
    .replaceAll(/<!-- (probes|npm run bench) -->[\s\S]*?<!-- \/\1 -->/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ');
}

const units =
  'MiB|kB|s|ms|seconds?|minutes?|hours?|days?|weeks?|USD|characters|changes|events|requests|jobs|tokens|webhooks|sessions|entries|attempts|times|deliveries|signatures|such times|published jobs|active tokens|tokenless requests';
const words = 'two|three|four|five|six|seven|eight|nine|ten|eight and a half';

/** Numbers with a unit, as they stand, each with what is before it. */
export const numbersIn = (prose: string): string[] =>
  [...prose.matchAll(new RegExp(`(?:\\b[\\d][\\d,.]*|\\b(?:${words})) (?:${units})\\b`, 'gi'))].map(
    ({ 0: number, index }) => `${prose.slice(Math.max(0, index - 30), index)}[${number}]`,
  );
