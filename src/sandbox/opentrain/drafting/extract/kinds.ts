import type { Brief, Clause } from '../brief.ts';
import { isDenied } from '../context.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Findings } from '../reading.ts';
import type { Section } from '../sections.ts';
import {
  type DataType,
  dataTypeLexicon,
  type LabelType,
  labelTypeLexicon,
  softwareLexicon,
  specificDataTypes,
  subjectLexicon,
} from '../words/kinds.ts';

/** How often each meaning is named, denials left out, in order of first mention. */
function mentions<T extends string>(
  clauses: readonly Clause[],
  lexicon: Lexicon<T>,
  section: Section,
): { counts: Map<T, number>; headed: Set<T> } {
  const counts = new Map<T, number>();
  const headed = new Set<T>();
  for (const clause of clauses) {
    for (const hit of lexicon.find(clause.tokens)) {
      if (isDenied(clause.tokens, hit)) continue;
      counts.set(hit.value, (counts.get(hit.value) ?? 0) + 1);
      if (clause.section === section) headed.add(hit.value);
    }
  }
  return { counts, headed };
}

/** Reads what kind of data it is: what a heading says, else the telling kinds, else the most named. */
export function readDataType(brief: Brief, found: Findings): void {
  const { counts, headed } = mentions<DataType>(brief.clauses, dataTypeLexicon, 'dataType');
  const [told] = headed;
  if (told) {
    found.set('dataType', told, headed.size === 1);
    return;
  }
  const telling = [...counts.keys()].find((type) => specificDataTypes.has(type));
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first) return;
  const close = second !== undefined && second[1] === first[1];
  found.set('dataType', telling ?? first[0], telling !== undefined || !close);
}

/** Reads the kinds of labels, in order of first mention. */
export function readLabelTypes(brief: Brief, found: Findings): void {
  const { counts, headed } = mentions<LabelType>(brief.clauses, labelTypeLexicon, 'labels');
  const types = headed.size > 0 ? [...headed] : [...counts.keys()];
  if (types.length > 0) found.set('labelTypes', types);
}

/** Reads what the data is about, as display text. */
export function readSubject(brief: Brief, found: Findings): void {
  const { counts, headed } = mentions(brief.clauses, subjectLexicon, 'subject');
  const [told] = headed;
  const first = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (told) found.set('subjectMatter', told);
  else if (first) found.set('subjectMatter', first[0], counts.size === 1);
  else {
    const part = brief.parts.find((entry) => entry.section === 'subject')?.text.trim();
    if (part && part.length <= 80) found.set('subjectMatter', part);
  }
}

/** Reads in which tool the work is done. */
export function readSoftware(brief: Brief, found: Findings): void {
  const { counts } = mentions(brief.clauses, softwareLexicon, 'software');
  const names = [...counts.keys()];
  if (names.length > 0) {
    found.set('labelingSoftware', names.join(', '), names.length === 1);
    return;
  }
  const part = brief.parts.find((entry) => entry.section === 'software')?.text.trim();
  if (part && part.length <= 60) found.set('labelingSoftware', part, false);
}
