import type { Brief, Clause } from '../brief.ts';
import { isDenied, isOptional, lists, near } from '../context.ts';
import type { Hit } from '../lexicon.ts';
import type { Findings } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { isOrdinaryWord, languageLexicon } from '../words/languages.ts';
import { workers } from '../words/people.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that make a name a language and not a nationality. */
const cues = set(
  'native nativelevel fluent fluency fluently bilingual trilingual multilingual speak speaker speaking spoken language languages transcribe transcription transcriber transcriptionist translate translation translator linguist written writing read reading text audio speech proficient proficiency command mother tongue utterance conversation call transcript dialect accent subtitle recording sentence',
);
const vague = set('some basic little conversational working knowledge limited elementary passing');
const demands = set('required mandatory must skill only essential');
/** Nouns that a nationality goes with. */
const things = set(
  'company client startup hospital government law market car restaurant cuisine food art bank citizen citizenship resident passport id license licence plate street road city holiday history university firm team customer office border shepherd press flag brand people team residency doctor clinic court embassy shop store supermarket',
);

/** Reads the languages that the work needs. */
export function readLanguages(brief: Brief, found: Findings): void {
  const sure = new Set<string>();
  const doubtful = new Set<string>();
  for (const clause of brief.clauses) {
    const hits = languageLexicon()
      .find(clause.tokens)
      .filter((hit) => isLanguage(clause.tokens, hit));
    for (const list of lists(clause.tokens, hits)) {
      readList(clause, list, sure, doubtful, found);
    }
  }
  const all = [...sure, ...[...doubtful].filter((name) => !sure.has(name))];
  if (all.length > 0) found.set('languages', all, all.length === sure.size);
}

function readList(
  clause: Clause,
  list: { hits: readonly Hit<string>[]; from: number; to: number },
  sure: Set<string>,
  doubtful: Set<string>,
  found: Findings,
): void {
  const { tokens, section } = clause;
  const names = list.hits.map((hit) => hit.value);
  if (isDenied(tokens, list)) return;
  if (isOptional(tokens, list)) {
    found.warn(`${names.join(', ')} would be welcome but is not required, and was left out.`);
    return;
  }
  const cued =
    section === 'languages' ||
    near(tokens, list.to, 2, workers) ||
    near(tokens, list.to, 3, demands) ||
    near(tokens, list.to, 6, cues) ||
    near(tokens, list.from, -6, cues);
  const hedged = near(tokens, list.from, -3, vague);
  const translated = near(tokens, list.from, -2, set('into in from')) && near(tokens, 0, 40, cues);
  const target = (cued || translated) && !hedged ? sure : doubtful;
  for (const name of names) target.add(name);
  if (hedged) found.warn(`How well ${names.join(', ')} must be known is left open.`);
}

function isLanguage(tokens: readonly Token[], hit: Hit<string>): boolean {
  const first = tokens[hit.from] as Token;
  const small = first.text === first.text.toLowerCase();
  if (small && isOrdinaryWord(first.fold)) return false;
  const next = tokens[hit.to];
  return !(next && (things.has(next.stem) || things.has(next.fold)));
}
