import type { Json } from '../generate/document.ts';
import type { Difference } from './compare.ts';
import type { Level } from './level.ts';

const headings: Record<Level, string> = {
  breaking: 'Breaking: code written by our document fails on theirs',
  other: 'Other differences',
  added: 'In theirs only, and harmless',
};

const longest = 70;

/** Differences as text, what breaks first; one that is found in many places is told once. */
export function printDifferences(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'No differences.';
  return (['breaking', 'other', 'added'] as const)
    .map((level) =>
      section(
        level,
        differences.filter((found) => found.level === level),
      ),
    )
    .filter((text) => text !== '')
    .join('\n\n');
}

function section(level: Level, differences: readonly Difference[]): string {
  const groups = new Map<string, Difference[]>();
  for (const found of differences) {
    const name = found.where.split(' · ').slice(-2).join('.');
    const key = JSON.stringify([name, found.ours, found.theirs]);
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  if (groups.size === 0) return '';
  const lines = [...groups.values()].map((found) => line(found[0] as Difference, found.length - 1));
  return [`${headings[level]} (${groups.size})`, ...lines].join('\n');
}

function line({ place, where, ours, theirs, evidence }: Difference, more: number): string {
  const elsewhere = more > 0 ? ` (and in ${more} other ${more === 1 ? 'place' : 'places'})` : '';
  const mark = evidence === undefined ? '' : ` [ours: ${evidence}]`;
  const name = where === '' ? place : `${place}: ${where}`;
  return `  ${name}${elsewhere}${mark}\n    ours ${short(ours)}, theirs ${short(theirs)}`;
}

function short(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
