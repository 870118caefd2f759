import type { Brief, Clause } from '../brief.ts';
import { isDenied, near } from '../context.ts';
import type { Quantity } from '../quantities.ts';
import type { Findings } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { perhapsWorkers, seeking, workers } from '../words/people.ts';

interface Count {
  readonly low: number;
  readonly high: number;
  readonly sure: boolean;
  /** Whether the words around it ask for people. */
  readonly asked: boolean;
  readonly to: number;
  readonly from: number;
}

const between = 7;
const stops = new Set(
  '. ; : ( ) of in per for to from with who that at on by between about is are image photo file hour call video recording word document year'.split(
    ' ',
  ),
);
const ours = new Set(['our', 'existing', 'current', 'already', 'inhouse']);
const parts = new Set([
  'including',
  'whom',
  'least',
  'each',
  'per',
  'between',
  'with',
  'where',
  'multiple',
]);
const vague = new Set(['several', 'few', 'some', 'many', 'multiple', 'various', 'numerous']);

/** Reads how many people are hired. */
export function readHeadcount(brief: Brief, found: Findings): void {
  const counts = brief.clauses.flatMap((clause) => joined(clause, countsOf(clause)));
  const best = counts.find((count) => count.asked) ?? counts[0];
  if (!best) {
    if (brief.clauses.some(isVague)) found.warn('People are asked for, but not how many.');
    return;
  }
  const differs = counts.some((count) => count.asked && count.low !== best.low);
  const ranged = best.low !== best.high;
  found.set('headcount', best.low, best.sure && best.asked && !ranged && !differs);
  for (const warning of [
    ranged && `The headcount is a range; its lower end, ${best.low}, was taken.`,
    differs && `Several headcounts are named; ${best.low} was taken.`,
  ]) {
    if (warning) found.warn(warning);
  }
}

function countsOf(clause: Clause): Count[] {
  const { tokens } = clause;
  const asks =
    clause.section === 'headcount' ||
    clause.section === 'people' ||
    near(tokens, 0, tokens.length, seeking);
  const counts = clause.numbers.flatMap((quantity) => countAt(clause, quantity, asks) ?? []);
  if (counts.length > 0) return counts;
  const single = asks ? articleCount(tokens) : undefined;
  return single ? [single] : [];
}

function countAt(clause: Clause, quantity: Quantity, asks: boolean): Count | undefined {
  const { tokens, section } = clause;
  const whole = Number.isInteger(quantity.low) && Number.isInteger(quantity.high);
  if (!whole || quantity.low < 1 || quantity.high > 100_000) return undefined;
  for (let at = quantity.from; at < quantity.to; at += 1)
    if (clause.taken.has(at)) return undefined;
  const noun = personAfter(tokens, quantity.to);
  const teamOf = isTeamOf(tokens, quantity.from);
  const headed = section === 'headcount';
  if (noun === undefined && !teamOf && !headed) return undefined;
  if (noun === undefined && headed && tokens.length > 12) return undefined;
  if (near(tokens, quantity.from, -3, ours)) return undefined;
  const to = noun === undefined ? quantity.to : noun + 1;
  const word = noun === undefined ? undefined : tokens[noun];
  const perhaps = word && perhapsWorkers.has(word.stem) && !workers.has(word.stem);
  const part = near(tokens, quantity.from, -2, parts) && quantity.hedge !== 'at least';
  if (part || tokens[to]?.fold === 'per') return undefined;
  if (perhaps && !asks) return undefined;
  if (isDenied(tokens, { from: quantity.from, to })) return undefined;
  for (let at = quantity.from; at < quantity.to; at += 1) clause.taken.add(at);
  return {
    low: quantity.low,
    high: quantity.high,
    sure: quantity.hedge === null && tokens[to]?.fold !== 'each',
    asked: asks || teamOf || (word !== undefined && !perhaps),
    from: quantity.from,
    to,
  };
}

/** The people a number counts: "12 native Spanish and Portuguese speakers". */
function personAfter(tokens: readonly Token[], index: number): number | undefined {
  let person: number | undefined;
  for (let at = index; at < index + between; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'number' || stops.has(token.fold) || stops.has(token.stem)) break;
    const known = workers.has(token.stem) || perhapsWorkers.has(token.stem);
    if (!known) {
      if (person !== undefined) break;
      continue;
    }
    person = at;
  }
  return person;
}

function isTeamOf(tokens: readonly Token[], index: number): boolean {
  const unhedged = ['about', 'around', 'roughly'].includes(tokens[index - 1]?.fold ?? '');
  const of = unhedged ? index - 2 : index - 1;
  const noun = tokens[of - 1]?.stem;
  return tokens[of]?.fold === 'of' && (noun === 'team' || noun === 'headcount' || noun === 'group');
}

/** "looking for an experienced radiologist": one person, though it may be meant of many. */
function articleCount(tokens: readonly Token[]): Count | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const article = tokens[at]?.fold;
    if (article !== 'a' && article !== 'an') continue;
    const noun = personAfter(tokens, at + 1);
    const word = noun === undefined ? undefined : tokens[noun];
    // Only a singular noun: "a team of annotators" is a team.
    if (noun === undefined || !word || word.fold !== word.stem) continue;
    if (!near(tokens, at, -6, seeking)) continue;
    return { low: 1, high: 1, sure: false, asked: true, from: at, to: noun + 1 };
  }
  return undefined;
}

/** "5 Spanish speakers and 3 Portuguese speakers" are eight people. */
function joined(clause: Clause, counts: readonly Count[]): Count[] {
  const sums: Count[] = [];
  for (const count of counts) {
    const last = sums.at(-1);
    if (last && isJoined(clause, last.to, count.from)) {
      const sum = { low: last.low + count.low, high: last.high + count.high };
      sums[sums.length - 1] = { ...last, ...sum, to: count.to };
    } else sums.push(count);
  }
  return sums;
}

function isJoined(clause: Clause, from: number, to: number): boolean {
  const gap = to - from > 2 ? [] : clause.tokens.slice(from, to).map((token) => token.fold);
  return gap.length > 0 && gap.every((word) => word === 'and' || word === ',' || word === 'plus');
}

function isVague(clause: Clause): boolean {
  return clause.tokens.some(
    (token, index) => vague.has(token.fold) && personAfter(clause.tokens, index + 1) !== undefined,
  );
}
