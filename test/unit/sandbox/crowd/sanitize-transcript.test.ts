import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sanitizeText,
  sanitizeTranscript,
} from '../../../../src/sandbox/opentrain/crowd/sanitize-transcript.ts';

describe('a transcript for employers', () => {
  it.each([
    ['Thank you. [[END_INTERVIEW]]', 'Thank you.'],
    ['<|im_start|>Hello<|im_end|>', 'Hello'],
    ['Next one. [NEXT_QUESTION]', 'Next one.'],
    ['Score: {{score:8}} fine', 'Score: fine'],
    ['a\u0000b\u200bc\u202ed', 'abcd'],
    ['Write to maria.gomez+jobs@mail.example.co.uk please', 'Write to (removed) please'],
    ['me (at) example.com', '(removed)'],
    ['Call +34 612 345 678 or (0221) 555-0199.', 'Call (removed) or (removed).'],
    ['See https://example.com/me?x=1 for more', 'See (removed) for more'],
    [
      'I labelled 20,000 images in 2024, 3.5 a minute',
      'I labelled 20,000 images in 2024, 3.5 a minute',
    ],
    ['I am Maria Gomez, GOMEZ with z', 'I am Maria G., G. with z'],
  ])('turns %j into %j', (text, clean) => {
    expect(sanitizeText(text, ['Gomez'])).toBe(clean);
  });

  it('keeps roles and times, drops what says nothing, and never is empty', () => {
    const messages = [
      { role: 'interviewer' as const, content: '[[BEGIN]]', secondsIn: 0 },
      { role: 'candidate' as const, content: 'Hello', secondsIn: 4 },
    ];
    expect(sanitizeTranscript(messages)).toEqual([messages[1]]);
    const empty = [{ role: 'interviewer', content: 'Interview completed.' }];
    expect(sanitizeTranscript([])).toEqual(empty);
    expect(sanitizeTranscript([messages[0]!])).toEqual(empty);
  });

  it('holds nothing to reach a person by, whatever was said around it, and stays as it is', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '[[',
        ']]',
        '<|',
        '|>',
        '{{',
        '}}',
        '[END_CALL]',
        '@',
        ' ',
        'at',
        '+',
        '(',
        '-',
      ),
      fc.emailAddress(),
      fc.integer({ min: 1_000_000, max: 99_999_999 }).map(String),
      fc.string({ maxLength: 8 }),
      fc.lorem({ maxCount: 3 }),
    );
    const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        const clean = sanitizeText(said, ['Gomez']);
        expect(clean).not.toMatch(/[\w.+-]+@[\w-]+/);
        expect(clean).not.toMatch(/\d{7}/);
        expect(clean).not.toMatch(/\[\[[^[\]]{0,80}\]\]|<\|[^<>|]{0,80}\|>|\{\{[^{}]{0,80}\}\}/);
        expect(clean).not.toMatch(/\p{Cc}/u);
        expect(sanitizeText(clean, ['Gomez'])).toBe(clean);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives up on nests after a few rounds and takes all brackets out', () => {
    const nest = `x ${'[['.repeat(20_000)}${']]'.repeat(20_000)}`;
    expect(sanitizeText(nest)).toBe('x');
  });
});
