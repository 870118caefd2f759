import type { Brief, Clause } from '../brief.ts';
import { isDeniedAfter, isDeniedBefore, lists, near } from '../context.ts';
import { type Hit, Lexicon, phrases } from '../lexicon.ts';
import type { Findings } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { countryCode, countryLexicon, countryName } from '../words/countries.ts';
import { perhapsWorkers, workers } from '../words/people.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Names that are ordinary words when written small. */
const ordinary = set('turkey chad jersey jordan china man guinea reunion georgia mali niger');
const residence = set(
  'from based living live located reside residing resident country hire hiring eligible located citizen timezone allowed open applicant residency workforce accept welcome annotators people who',
);
/** Words that put a country into the data and not on the people. */
const dataWords = set(
  'recorded record recording collected captured taken filmed sourced footage photo image picture video call audio street road customer data dataset shot scanned gathered drawn scene store shop hospital review user recipe dialect accent city speech',
);
const prepositions = set('from in of across within');
const ourselves = set('headquartered headquarter office startup company founded client offices hq');
const outside = set('outside except excluding exclude excluded besides beyond');
const regions = new Lexicon(
  phrases({
    Europe: 'europe | eu | european union | emea | the eu',
    'Latin America': 'latin america | latam | south america | central america',
    Africa: 'africa | sub saharan africa | north africa | west africa | east africa',
    Asia: 'asia | southeast asia | south asia | apac | asia pacific | middle east | mena',
    'North America': 'north america',
  }),
  'stem',
);
const anywhere = new Lexicon(
  phrases({
    all: 'worldwide | anywhere | any country | all countries | any location | globally | world wide | anywhere in the world | no country restriction | no location restriction | all over the world | remote worldwide | open to all countries',
  }),
  'stem',
);

/** Reads the countries in which the people may live, as two-letter codes. */
export function readCountries(brief: Brief, found: Findings): void {
  const sure = new Set<string>();
  const doubtful = new Set<string>();
  const barred = new Set<string>();
  let open = false;
  for (const clause of brief.clauses) {
    open ||= anywhere.find(clause.tokens).some((hit) => !isDeniedBefore(clause.tokens, hit.from));
    const hits = countryHits(clause);
    for (const list of lists(clause.tokens, hits)) {
      const target = senseOf(clause, list, { sure, doubtful, barred });
      for (const hit of list.hits) target?.add(hit.value);
    }
    noteRegions(clause, found);
  }
  for (const code of barred) {
    sure.delete(code);
    doubtful.delete(code);
  }
  if (barred.size > 0) {
    const names = [...barred].map((code) => countryName(code) ?? code).join(', ');
    found.unmapped('text', 'Only allowed countries can be set, not excluded ones', names);
    found.warn(`Excluded: ${names}. A job can only list the countries that it allows.`);
  }
  const all = [...sure, ...[...doubtful].filter((code) => !sure.has(code))];
  if (all.length > 0 && !(open && sure.size === 0)) {
    found.set('countries', all, doubtful.size === 0 && !open);
  } else if (open) found.set('countries', [], barred.size === 0);
}

function senseOf(
  clause: Clause,
  list: { hits: readonly Hit<string>[]; from: number; to: number },
  senses: Record<'sure' | 'doubtful' | 'barred', Set<string>>,
): Set<string> | undefined {
  const { tokens, section } = clause;
  const from = list.from;
  if (isDeniedAfter(tokens, list.to) || near(tokens, from, -3, outside)) return senses.barred;
  if (isDeniedBefore(tokens, from)) return senses.barred;
  if (section === 'countries') return senses.sure;
  const people = (reach: number): boolean =>
    near(tokens, from, -reach, workers) || near(tokens, from, -reach, perhapsWorkers);
  if (isOfEmployer(tokens, from) && !people(4)) return undefined;
  if (isOfData(tokens, from)) return undefined;
  if (people(6) || near(tokens, from, -5, residence)) return senses.sure;
  return near(tokens, list.to, 4, workers) ? senses.sure : senses.doubtful;
}

/** "We are based in Germany", "our client in Japan". */
function isOfEmployer(tokens: readonly Token[], index: number): boolean {
  if (near(tokens, index, -8, ourselves)) return true;
  const self = tokens
    .slice(Math.max(0, index - 6), index)
    .findIndex((token) => token.fold === 'we');
  return self >= 0 && tokens[Math.max(0, index - 6) + self + 1]?.fold === 'are';
}

/** "calls recorded in India", "street photos from Japan": the word before the preposition tells. */
function isOfData(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at > index - 3 && tokens[at]?.fold === 'the') at -= 1;
  if (!prepositions.has(tokens[at]?.fold ?? '')) return false;
  const before = tokens[at - 1];
  return before !== undefined && (dataWords.has(before.stem) || dataWords.has(before.fold));
}

function countryHits(clause: Clause): Hit<string>[] {
  const { tokens, section } = clause;
  const named = countryLexicon()
    .find(tokens)
    .filter((hit) => isName(tokens, hit));
  const taken = new Set(named.flatMap((hit) => range(hit)));
  const codes = tokens.flatMap((token, index): Hit<string>[] => {
    if (taken.has(index) || !/^[A-Z]{2}$/.test(token.text)) return [];
    const code = countryCode(token.text);
    // Elsewhere "IT" or "AI" is no country; "US" and "UK" always are.
    const told = section === 'countries' || token.text === 'US' || isListed(tokens, index);
    return code && told ? [{ value: code, from: index, to: index + 1 }] : [];
  });
  return [...named, ...codes].sort((a, b) => a.from - b.from);
}

function isListed(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.fold;
  return before === 'in' || before === 'from' || before === 'countries';
}

function isName(tokens: readonly Token[], hit: Hit<string>): boolean {
  const first = tokens[hit.from] as Token;
  const small = first.text === first.text.toLowerCase();
  const lone = hit.to - hit.from === 1;
  if (lone && small && (first.fold.length < 4 || ordinary.has(first.fold))) return false;
  // "English" and "America's" fold to other words; "New England" is no country.
  return !(first.fold === 'england' && tokens[hit.from - 1]?.fold === 'new');
}

function range(hit: Hit<string>): number[] {
  return Array.from({ length: hit.to - hit.from }, (_, offset) => hit.from + offset);
}

function noteRegions(clause: Clause, found: Findings): void {
  for (const hit of regions.find(clause.tokens)) {
    const told = clause.section === 'countries' || near(clause.tokens, hit.from, -5, residence);
    if (!told || isDeniedBefore(clause.tokens, hit.from)) continue;
    found.unmapped('text', 'Countries are set one by one, not by region', hit.value);
    found.warn(`${hit.value} is a region; name the countries that are meant.`);
  }
}
