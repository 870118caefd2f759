import type { Brief } from '../brief.ts';
import type { FieldKey } from '../fields.ts';
import { Lexicon, phrases } from '../lexicon.ts';
import type { Findings } from '../reading.ts';
import { headingOf, type Section } from '../sections.ts';
import { displayText } from '../words/kinds.ts';

const longestTitle = 90;
const shortestDescription = 40;
const partKeys = [
  ['overview', 'labelingOverview'],
  ['dataset', 'datasetDescription'],
  ['interview', 'aiInterviewRequirements'],
] as const satisfies readonly (readonly [Section, FieldKey])[];
const talent = new Lexicon(
  phrases({
    Individual: 'individuals only | individual freelancers only | no agencies | freelancers only',
    Agency: 'agencies only | agency only',
  }),
  'stem',
);

/** Takes the whole text as the description; a few words are kept but doubted. */
export function readDescription(brief: Brief, found: Findings): void {
  const long = brief.text.length >= shortestDescription;
  if (brief.clauses.reduce((sum, clause) => sum + clause.tokens.length, 0) < 3) return;
  found.set('jobDescription', brief.text, long);
}

/** Takes headed parts as they are: overview, dataset, interview. */
export function readParts(brief: Brief, found: Findings): void {
  for (const [section, key] of partKeys) {
    const text = brief.parts
      .filter((part) => part.section === section && part.text.trim() !== '')
      .map((part) => part.text.trim())
      .join('\n');
    if (text) found.set(key, text);
  }
  for (const clause of brief.clauses) {
    const type = talent.find(clause.tokens)[0];
    if (type) found.set('freelancerType', type.value);
  }
}

/**
 * Reads the title: a title's own heading, or a short first line. Otherwise one is put together from
 * what the other rules found, as uncertain, so this runs after them.
 */
export function readTitle(brief: Brief, found: Findings): void {
  const part = brief.parts
    .find((entry) => entry.section === 'title')
    ?.text.split('\n')[0]
    ?.trim();
  if (part && part.length <= longestTitle) {
    found.set('jobTitle', plain(part));
    return;
  }
  const [first = ''] = brief.lines;
  const line = plain(first);
  const more = brief.lines.length > 1;
  const bare = !/[.!?:;]$/.test(line) && line.length > 0 && line.length <= longestTitle;
  const heads = first.startsWith('# ') || (more && bare && headingOf(first) === undefined);
  if (heads && line.length <= longestTitle) found.set('jobTitle', line);
  else composeTitle(found);
}

function composeTitle(found: Findings): void {
  const { languages = [], dataType, labelTypes = [] } = found.fields;
  const label = labelTypes[0] ? displayText(labelTypes[0]) : '';
  const data = dataType ? displayText(dataType) : '';
  if (!label && !data) return;
  const spoken = languages.length > 0 && languages.length <= 2 ? languages.join(' and ') : '';
  found.set('jobTitle', [spoken, data, label, 'Annotation'].filter(Boolean).join(' '), false);
}

/** A line without Markdown marks. */
function plain(line: string): string {
  return line
    .replace(/[#*_`]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
