import type { Brief, Clause } from '../brief.ts';
import { isDenied, near } from '../context.ts';
import type { ExperienceLevel } from '../fields.ts';
import { Lexicon, phrases } from '../lexicon.ts';
import type { Findings } from '../reading.ts';

type Level = ExperienceLevel | 'NONE_NEEDED' | 'VAGUE';

/** Phrases that name a level outright, wherever they stand. */
const named = new Lexicon<Level>(
  phrases<Level>({
    NONE_NEEDED:
      'no experience | no prior experience | no previous experience | no annotation experience | no special experience | without experience | no experience at all | training provided | training is provided | we will train you | beginners welcome',
    ANY_EXPERIENCE_LEVEL:
      'any experience | any level | all levels | any experience level | all experience levels | any level of experience | all levels of experience | every level | experience does not matter | experience doesnt matter | regardless of experience | any seniority | any expertise',
    ENTRY_LEVEL:
      'entry level | junior | beginner | beginner level | novice | entry to the field | newcomer | entry',
    INTERMEDIATE:
      'intermediate | intermediate level | mid level | midlevel | medium level | medium experience | moderate experience | moderately experienced',
    EXPERT:
      'expert | expert level | senior | highly experienced | very experienced | advanced level | deep experience | extensive experience | specialist | advanced | phd | md | board certified',
    VAGUE:
      'experienced | some experience | prior experience | previous experience | relevant experience | proven experience',
  }),
  'stem',
);
const order: readonly ExperienceLevel[] = ['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'];
const years = new Set(['year', 'yr']);
const months = new Set(['month']);
const experience = new Set(['experience', 'experienced', 'practice', 'background', 'worked']);

/** Reads the experience asked for, from a level's name or from years. */
export function readExperience(brief: Brief, found: Findings): void {
  const levels = new Set<ExperienceLevel>();
  let vague = false;
  let straddles = false;
  for (const clause of brief.clauses) {
    const span = yearsOf(clause);
    if (span) {
      levels.add(levelOfYears(span.low));
      // One to three years are one level, two to five are two.
      straddles ||= levelOfYears(span.low) !== levelOfYears(Math.max(span.low, span.high - 0.1));
    }
    for (const hit of named.find(clause.tokens)) {
      const level = hit.value;
      if (level === 'NONE_NEEDED') levels.add('ENTRY_LEVEL');
      else if (isDenied(clause.tokens, hit)) continue;
      else if (level === 'VAGUE') vague ||= !span;
      else if (level !== 'ENTRY_LEVEL' || isLevel(clause, hit)) levels.add(level);
    }
  }
  if (levels.has('ANY_EXPERIENCE_LEVEL')) {
    found.set('experienceLevel', 'ANY_EXPERIENCE_LEVEL', levels.size === 1);
    return;
  }
  const lowest = order.find((level) => levels.has(level));
  if (lowest) {
    found.set('experienceLevel', lowest, levels.size === 1 && !straddles);
    if (levels.size > 1) found.warn('Several experience levels are named; the lowest was taken.');
  } else if (vague) found.set('experienceLevel', 'INTERMEDIATE', false);
}

/** "entry" alone is a level only where levels are spoken of. */
function isLevel(clause: Clause, hit: { from: number; to: number }): boolean {
  const only = hit.to - hit.from === 1 && clause.tokens[hit.from]?.stem === 'entry';
  return !only || clause.section === 'experience';
}

/** Years of experience in a clause; a project's length is no such thing. */
function yearsOf(clause: Clause): { low: number; high: number } | undefined {
  for (const quantity of clause.numbers) {
    const unit = clause.tokens[quantity.to];
    if (!unit || clause.taken.has(quantity.from)) continue;
    const scale = years.has(unit.stem) ? 1 : months.has(unit.stem) ? 1 / 12 : 0;
    const speaks =
      clause.section === 'experience' ||
      near(clause.tokens, quantity.to, 8, experience) ||
      near(clause.tokens, quantity.from, -5, experience);
    if (scale === 0 || !speaks) continue;
    for (let at = quantity.from; at <= quantity.to; at += 1) clause.taken.add(at);
    const less =
      clause.tokens[quantity.from - 1]?.fold === 'than' &&
      clause.tokens[quantity.from - 2]?.fold === 'less';
    const low = less || quantity.hedge === 'up to' ? 0 : quantity.low * scale;
    return { low, high: less ? 0 : quantity.hedge === 'up to' ? low : quantity.high * scale };
  }
  return undefined;
}

/** Entry is under one year, intermediate one to three, expert from three on. */
function levelOfYears(count: number): ExperienceLevel {
  if (count < 1) return 'ENTRY_LEVEL';
  return count < 3 ? 'INTERMEDIATE' : 'EXPERT';
}
