import type { Brief, Clause } from '../brief.ts';
import { near } from '../context.ts';
import { Lexicon, phrases } from '../lexicon.ts';
import type { Quantity } from '../quantities.ts';
import type { Findings } from '../reading.ts';

const spans = new Set(['day', 'week', 'month', 'year']);
const projectCues = new Set(
  'project duration last take run span timeline engagement contract campaign length deadline'.split(
    ' ',
  ),
);
const spanCues = new Set('for over within in during next course'.split(' '));
const weekly = new Set(['week', 'weekly', 'day', 'daily', 'month', 'wk']);
const schedules = new Lexicon(
  phrases({
    'Full-time': 'full time',
    'Part-time': 'part time',
    Flexible: 'flexible hours | flexible schedule',
  }),
  'stem',
);
const lengths = new Lexicon(
  phrases({
    Ongoing: 'ongoing | long term | open ended',
    'One-off': 'one off | one time project | short term',
  }),
  'stem',
);

/** Reads how long the work lasts and how much time a week it asks for. */
export function readTime(brief: Brief, found: Findings): void {
  for (const clause of brief.clauses) {
    for (const quantity of free(clause)) readHours(clause, quantity, found);
  }
  // "The project runs for three months" before "you hear from us within two days".
  for (const cues of [projectCues, spanCues]) {
    for (const clause of brief.clauses) {
      for (const quantity of free(clause)) readSpan(clause, quantity, cues, found);
    }
  }
  for (const clause of brief.clauses) {
    const schedule = schedules.find(clause.tokens)[0];
    if (schedule) found.set('timeRequirement', schedule.value, clause.section === 'hours');
    const length = lengths.find(clause.tokens)[0];
    const speaks =
      clause.section === 'duration' || near(clause.tokens, length?.to ?? 0, 3, projectCues);
    if (length && speaks) found.set('projectDuration', length.value);
  }
}

/** The numbers of a clause that no rule has accounted for. */
function free(clause: Clause): Quantity[] {
  return clause.numbers.filter((quantity) => !clause.taken.has(quantity.from));
}

/** "20 hours per week", "10-15 hours a week", "4 hrs/day". */
function readHours(clause: Clause, quantity: Quantity, found: Findings): void {
  const { tokens } = clause;
  const unit = tokens[quantity.to]?.stem;
  if (unit !== 'hour' && unit !== 'hr' && unit !== 'h') return;
  const opener = tokens[quantity.to + 1];
  const span = tokens[quantity.to + 2];
  const perSpan = opener && ['per', 'a', 'an', '/', 'each', 'every'].includes(opener.fold);
  const adverb = opener && (opener.fold === 'weekly' || opener.fold === 'daily');
  const headed = clause.section === 'hours';
  if (!(perSpan && span && weekly.has(span.stem)) && !adverb && !headed) return;
  const last = perSpan ? quantity.to + 2 : adverb ? quantity.to + 1 : quantity.to;
  mark(clause, quantity.from, last);
  const period = adverb ? opener.fold : perSpan ? `per ${span?.stem}` : 'per week';
  found.set('timeRequirement', `${range(quantity)} hours ${period}`, perSpan || adverb || false);
}

/** "for three months", "a 6-week project", "over the next 2 weeks". */
function readSpan(
  clause: Clause,
  quantity: Quantity,
  cues: ReadonlySet<string>,
  found: Findings,
): void {
  const { tokens } = clause;
  const unit = tokens[quantity.to];
  if (!unit || !spans.has(unit.stem)) return;
  const speaks =
    clause.section === 'duration' ||
    near(tokens, quantity.from, -4, cues) ||
    near(tokens, quantity.to + 1, 2, cues);
  // "2 months, part-time."
  const bare = quantity.from === 0 && (tokens[quantity.to + 1]?.fold ?? ',') === ',';
  const aged = near(tokens, quantity.to + 1, 3, new Set(['experience', 'old', 'ago', 'of']));
  const repeated = ['per', '/', 'each'].includes(tokens[quantity.from - 1]?.fold ?? '');
  if (!(speaks || bare) || aged || repeated) return;
  mark(clause, quantity.from, quantity.to);
  const plural = quantity.high === 1 ? '' : 's';
  found.set('projectDuration', `${range(quantity)} ${unit.stem}${plural}`, speaks);
}

function range(quantity: Quantity): string {
  return quantity.low === quantity.high ? `${quantity.low}` : `${quantity.low}-${quantity.high}`;
}

function mark(clause: Clause, from: number, last: number): void {
  for (let at = from; at <= last; at += 1) clause.taken.add(at);
}
