import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  DraftFields,
  ExperienceLevel,
} from '../../../../src/sandbox/opentrain/drafting/fields.ts';
import { draftFromText } from '../../../../src/sandbox/opentrain/drafting/text.ts';

const languageNames = ['Spanish', 'German', 'Hindi', 'Swahili', 'Japanese', 'Cantonese', 'Polish'];
const countryNames = {
  MX: 'Mexico',
  CO: 'Colombia',
  DE: 'Germany',
  IN: 'India',
  KE: 'Kenya',
  CI: 'Ivory Coast',
  GB: 'the United Kingdom',
  BA: 'Bosnia and Herzegovina',
} as const;
const labels = {
  BOUNDING_BOX: 'bounding boxes',
  POLYGON: 'polygons',
  KEYPOINT: 'keypoints',
  POLYLINE: 'polylines',
} as const;
const levels: Readonly<Record<ExperienceLevel, readonly string[]>> = {
  ENTRY_LEVEL: ['entry level', 'no experience needed', 'for beginners'],
  INTERMEDIATE: ['intermediate level', 'with two years of experience', 'mid-level'],
  EXPERT: ['expert level', 'with 5+ years of experience', 'senior people only'],
  ANY_EXPERIENCE_LEVEL: ['any experience level', 'all levels welcome'],
};
const counts = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>): T[] =>
  Object.keys(table) as T[];
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: 1, maxLength: 3 });
const listed = (names: readonly string[], joint: 'and' | 'or'): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${joint} ${names[names.length - 1]}`;

/** A job with one way, out of many, to say each of its facts. */
const said = fc
  .record({
    headcount: fc.integer({ min: 2, max: 400 }),
    inWords: fc.boolean(),
    languages: some(languageNames),
    countries: some(keysOf(countryNames)),
    labelTypes: some(keysOf(labels)),
    volume: fc.integer({ min: 3, max: 9_999_999 }),
    volumeStyle: fc.constantFrom('plain', 'grouped', 'spaced'),
    pay: fc.oneof(
      fc.record({
        type: fc.constant('PAY_PER_HOUR' as const),
        amount: fc.integer({ min: 3, max: 200 }),
        say: fc.constantFrom('$N an hour', '$N/hr', 'USD N per hour', 'N dollars per hour'),
      }),
      fc.record({
        type: fc.constant('PAY_PER_LABEL' as const),
        amount: fc.integer({ min: 1, max: 99 }).map((cents) => cents / 100),
        say: fc.constantFrom('$N per label', 'N USD for each accepted label', '$N/annotation'),
      }),
      fc.record({
        type: fc.constant('FIXED_PRICE' as const),
        amount: fc.integer({ min: 50, max: 90_000 }),
        say: fc.constantFrom(
          'a fixed price of $N',
          'a flat fee of USD N',
          '$N for the whole project',
        ),
      }),
    ),
    level: fc.constantFrom(...keysOf(levels)),
    levelStyle: fc.nat(2),
    shape: fc.constantFrom('sentence', 'sentences', 'headed'),
  })
  .map((job) => {
    const headcount =
      job.inWords && job.headcount <= 12 ? counts[job.headcount - 1] : String(job.headcount);
    const volume =
      job.volumeStyle === 'grouped'
        ? job.volume.toLocaleString('en-US')
        : job.volumeStyle === 'spaced'
          ? job.volume.toLocaleString('en-US').replaceAll(',', ' ')
          : String(job.volume);
    const spoken = listed(job.languages, 'and');
    const where = listed(
      job.countries.map((code) => countryNames[code]),
      'or',
    );
    const drawn = listed(
      job.labelTypes.map((type) => labels[type]),
      'and',
    );
    const pay = job.pay.say.replace('N', String(job.pay.amount));
    const level = levels[job.level][job.levelStyle % levels[job.level].length];
    const texts = {
      sentence: `We need ${headcount} native ${spoken} speakers from ${where} to draw ${drawn} on ${volume} street photos for ${pay}, ${level}.`,
      sentences: `Looking for ${headcount} annotators. They live in ${where}. Everyone is fluent in ${spoken}. The task: ${drawn} on ${volume} images. We pay ${pay}. We hire ${level}.`,
      headed: `Photo boxes\n\nHeadcount: ${headcount}\nCountries: ${where}\nLanguages: ${spoken}\nLabel types: ${drawn}\nVolume: ${volume} images\nPay: ${pay}\nExperience: ${level}`,
    };
    const prices = {
      PAY_PER_HOUR: 'pricePerHour',
      PAY_PER_LABEL: 'pricePerLabel',
      FIXED_PRICE: 'fixedPrice',
    } as const;
    const fields: DraftFields = {
      headcount: job.headcount,
      languages: job.languages,
      countries: job.countries,
      labelTypes: job.labelTypes,
      dataType: 'IMAGE',
      dataVolume: job.volume,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      paymentType: job.pay.type,
      [prices[job.pay.type]]: job.pay.amount,
      experienceLevel: job.level,
    };
    return { text: texts[job.shape as keyof typeof texts], fields };
  });

describe('a job put into words', () => {
  it('is read back to the same fields, none of them in doubt', () => {
    fc.assert(
      fc.property(said, ({ text, fields }) => {
        const reading = draftFromText(text);
        const keys = Object.keys(fields) as (keyof DraftFields)[];
        expect(Object.fromEntries(keys.map((key) => [key, reading.fields[key]]))).toEqual(fields);
        expect(reading.lowConfidenceFields.filter((key) => keys.includes(key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
