import { describe, expect, it } from 'vitest';
import {
  checkFields,
  checkFieldValue,
} from '../../../../src/sandbox/opentrain/drafting/field-value.ts';
import {
  draftEnums,
  fieldSpecs,
  updateKeys,
} from '../../../../src/sandbox/opentrain/drafting/fields.ts';
import { validateDraft } from '../../../../src/sandbox/opentrain/drafting/validation.ts';

const ready = {
  jobTitle: 'Box cars',
  jobDescription: 'Draw boxes around cars.',
  paymentType: 'PAY_PER_LABEL',
  pricePerLabel: 0.05,
  experienceLevel: 'INTERMEDIATE',
  dataVolumeUnit: 'NUMBER_OF_FILES',
} as const;

describe('the table of fields', () => {
  it('holds every documented key once', () => {
    expect([...updateKeys].sort()).toEqual(
      [
        'aiInterviewRequirements budgetRange countries dataType dataVolume dataVolumeUnit datasetDescription',
        'experienceLevel fixedPrice freelancerType headcount jobDescription jobTitle labelTypes labelingOverview',
        'labelingSoftware languages paymentType pricePerHour pricePerLabel projectDuration projectScope',
        'subjectMatter timeRequirement visibility workloadDesc',
      ]
        .join(' ')
        .split(' '),
    );
  });

  it('has an example for each key that the key itself takes', () => {
    for (const { key, type, example } of fieldSpecs) {
      const value = type === 'number' || type === 'integer' ? Number(example) : example;
      expect(
        checkFieldValue(key, type === 'array' ? example.split(', ') : value),
        key,
      ).toBeUndefined();
    }
  });
});

describe('checking a value', () => {
  it.each([
    ['jobTitle', 7, 'invalid_type'],
    ['jobTitle', null, 'invalid_type'],
    ['jobDescription', 'a'.repeat(60_001), 'too_big'],
    ['paymentType', 'pay_per_hour', 'invalid_value'],
    ['experienceLevel', ['EXPERT'], 'invalid_value'],
    ['pricePerHour', '18', 'invalid_type'],
    ['pricePerHour', Number.NaN, 'invalid_type'],
    ['fixedPrice', -1, 'too_small'],
    ['dataVolume', 1e15, 'too_big'],
    ['headcount', 1.5, 'invalid_type'],
    ['languages', 'Spanish', 'invalid_type'],
    ['languages', ['Spanish', 4], 'invalid_type'],
    ['countries', [''], 'too_small'],
    ['labelTypes', Array(251).fill('BOX'), 'too_big'],
    ['status', 'OPEN', 'unrecognized_keys'],
    ['__proto__', {}, 'unrecognized_keys'],
    ['toString', 'x', 'unrecognized_keys'],
  ])('refuses %s = %j', (key, value, code) => {
    expect(checkFieldValue(key, value)?.code).toBe(code);
  });

  it('takes a subject as a text or as a list, and an empty list of countries', () => {
    const body = { subjectMatter: ['Law'], countries: [], headcount: 3 };
    expect(checkFields(body)).toEqual([]);
    expect(checkFieldValue('subjectMatter', 'Law')).toBeUndefined();
  });

  it('reports every wrong key of a body, with the path to it', () => {
    const issues = checkFields({ languages: ['Spanish', 1], colour: 'red', jobTitle: 'fine' });
    expect(issues.map((issue) => issue.path)).toEqual([['languages', 1], ['colour']]);
  });
});

describe('what keeps a draft from being published', () => {
  it('is nothing once all that is required is set', () => {
    expect(validateDraft(ready)).toEqual({
      validation: {
        publishReady: true,
        issueCount: 0,
        missingFieldCount: 0,
        missingFields: [],
        issues: [],
      },
      missingFields: [],
    });
  });

  it('is told with the question, the choices and the key that fills the gap', () => {
    const { experienceLevel: _, ...rest } = ready;
    expect(validateDraft(rest).missingFields).toEqual([
      {
        field: 'experienceLevel',
        label: 'Experience level',
        message: 'Experience level is required before the job can be published.',
        code: 'missing_required_field',
        prompt: 'How experienced must the AI trainers be?',
        type: 'enum',
        enumValues: [...draftEnums.experienceLevel],
        updateKeys: ['experienceLevel'],
        example: 'INTERMEDIATE',
        hint: expect.stringContaining('one to three'),
      },
    ]);
  });

  it.each([
    ['PAY_PER_HOUR', 'pricePerHour'],
    ['PAY_PER_LABEL', 'pricePerLabel'],
    ['FIXED_PRICE', 'fixedPrice'],
  ] as const)('asks for the price of %s, whatever other price is set', (paymentType, key) => {
    const prices = { pricePerHour: 1, pricePerLabel: 1, fixedPrice: 1 };
    const { [key]: _, ...others } = prices;
    const gaps = validateDraft({
      ...ready,
      pricePerLabel: 0,
      ...others,
      paymentType,
      [key]: undefined,
    });
    expect(gaps.validation.missingFields).toEqual([key]);
  });

  it('counts a price of nothing as an issue, not as a gap', () => {
    const { validation } = validateDraft({ ...ready, pricePerLabel: 0 });
    expect(validation).toMatchObject({ publishReady: false, issueCount: 1, missingFieldCount: 0 });
    expect(validation.issues[0]?.field).toBe('pricePerLabel');
  });

  it('takes blanks for no answer, and can require other fields', () => {
    const { validation } = validateDraft(
      { ...ready, jobTitle: '  ', languages: [] },
      { required: ['jobTitle', 'languages', 'headcount'] },
    );
    expect(validation.missingFields).toEqual(['jobTitle', 'headcount']);
    expect(validation.missingFieldCount).toBe(2);
  });
});
