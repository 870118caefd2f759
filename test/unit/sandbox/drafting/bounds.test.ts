import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Brief, readBrief } from '../../../../src/sandbox/opentrain/drafting/brief.ts';
import { checkFieldValue } from '../../../../src/sandbox/opentrain/drafting/field-value.ts';
import type { FieldKey } from '../../../../src/sandbox/opentrain/drafting/fields.ts';
import { Findings } from '../../../../src/sandbox/opentrain/drafting/reading.ts';
import { draftFromText, rules } from '../../../../src/sandbox/opentrain/drafting/text.ts';
import { tokenize } from '../../../../src/sandbox/opentrain/drafting/tokens.ts';

const patterns = [
  '1,',
  '$',
  '1 ',
  '1-',
  '1.000.',
  'one hundred ',
  '5 annotators ',
  '5 annotators and ',
  '$20 per hour ',
  'Spanish, ',
  'Mexico or ',
  'from the ',
  'not ',
  'image ',
  '2 years experience ',
  'no experience ',
  'a.b.',
  '(((',
  '<',
  'A ',
];

/** A brief whose tokens count how often a rule looks at them. */
function counted(brief: Brief): { brief: Brief; looks: () => number } {
  let looks = 0;
  const clauses = brief.clauses.map((clause) => ({
    ...clause,
    taken: new Set<number>(),
    tokens: new Proxy(clause.tokens, {
      get(tokens, key, receiver) {
        if (typeof key === 'string' && key !== 'length') looks += 1;
        return Reflect.get(tokens, key, receiver);
      },
    }),
  }));
  return { brief: { ...brief, clauses }, looks: () => looks };
}

function looksOfAllRules(text: string): number {
  const { brief, looks } = counted(readBrief(text));
  const found = new Findings();
  for (const rule of rules) rule(brief, found);
  return looks();
}

describe('a hostile text', () => {
  it.each(patterns)(
    'of many "%s" costs no more than twice as much when twice as long',
    (pattern) => {
      const short = looksOfAllRules(pattern.repeat(300));
      const long = looksOfAllRules(pattern.repeat(600));
      expect(long).toBeLessThan(short * 2.2 + 300);
    },
  );

  it.each(['$', '1-', 'one hundred ', 'Spanish, ', '\n', '- \n', 'Pay: $1\n', '9', '🦊'])(
    'of 60,000 characters of "%s" is read to the end',
    (pattern) => {
      const text = pattern.repeat(60_000 / pattern.length);
      expect(tokenize(text).length).toBeLessThanOrEqual(text.length);
      const reading = draftFromText(text);
      expect(reading.warnings.length).toBeLessThanOrEqual(50);
      expect(reading.unmappedFields.length).toBeLessThanOrEqual(50);
    },
    30_000,
  );

  it('of any kind gives only values that its fields take', () => {
    const words = fc.constantFrom(
      ...patterns,
      'We need ',
      'per label ',
      '.\n',
      '## Pay\n',
      'k',
      '€',
      '0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (brief) => {
        const { fields, lowConfidenceFields } = draftFromText(brief);
        for (const [key, value] of Object.entries(fields)) {
          expect(checkFieldValue(key, value), `${key} = ${value}`).toBeUndefined();
        }
        for (const key of lowConfidenceFields)
          expect(Object.keys(fields)).toContain(key as FieldKey);
      }),
      { numRuns: 300 },
    );
  });
});
