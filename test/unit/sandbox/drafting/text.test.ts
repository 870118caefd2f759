import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldKey } from '../../../../src/sandbox/opentrain/drafting/fields.ts';
import { draftFromText } from '../../../../src/sandbox/opentrain/drafting/text.ts';
import { validateDraft } from '../../../../src/sandbox/opentrain/drafting/validation.ts';
import { headed, sentences } from './sentences.ts';

describe('a job in plain English', () => {
  it.each([...sentences, ...headed].map((entry) => [entry.text.split('\n')[0], entry] as const))(
    'reads "%s"',
    (_name, { text, fields, low = [], open = [] }) => {
      const reading = draftFromText(text);
      const keys = Object.keys(fields) as FieldKey[];
      const read = Object.fromEntries(keys.map((key) => [key, reading.fields[key]]));
      expect(read).toEqual(fields);
      const doubted = reading.lowConfidenceFields.filter((key) => keys.includes(key));
      expect([...doubted].sort()).toEqual([...low].sort());
      for (const key of open) expect(reading.fields[key], key).toBeUndefined();
    },
  );
});

describe('what a brief leaves out', () => {
  it('keeps the whole text as the description and says nothing of the rest', () => {
    const { fields, lowConfidenceFields } = draftFromText(
      'Come and help us with our new project, please.',
    );
    expect(fields).toEqual({ jobDescription: 'Come and help us with our new project, please.' });
    expect(lowConfidenceFields).toEqual([]);
  });

  it('makes nothing of nothing', () => {
    for (const text of ['', '   \n\t', '!!!', '?']) expect(draftFromText(text).fields).toEqual({});
  });

  it('names pay in another currency in place of taking it for dollars', () => {
    const { unmappedFields, warnings } = draftFromText('The pay is €25 an hour.');
    expect(unmappedFields).toEqual([
      { path: 'text', reason: 'Pay is in US dollars, not EUR', valuePreview: '€25 an hour' },
    ]);
    expect(warnings.join(' ')).toContain('EUR');
  });

  it('names excluded countries and regions, which no field can hold', () => {
    const { unmappedFields } = draftFromText('Annotators from Europe, but not in India.');
    expect(unmappedFields.map((entry) => entry.valuePreview).sort()).toEqual(['Europe', 'India']);
  });

  it('refuses a text above the documented length', () => {
    expect(() => draftFromText('a'.repeat(60_001))).toThrow(/60000 characters/);
    expect(() => draftFromText('a'.repeat(60_000))).not.toThrow();
  });
});

describe('a brief as people write them', () => {
  const brief = readFileSync(
    new URL('../../../../examples/data/job-brief.md', import.meta.url),
    'utf8',
  );
  const reading = draftFromText(brief);

  it('is read past wrapped lines, asides and the employer’s own numbers', () => {
    const { jobDescription, labelingOverview, datasetDescription, ...rest } = reading.fields;
    expect(jobDescription?.length).toBeGreaterThan(1500);
    expect(labelingOverview).toMatch(/^You listen .* within two days\.$/s);
    expect(datasetDescription).toMatch(/^The calls were recorded/);
    expect(rest).toEqual({
      jobTitle: 'Multilingual call-centre audio annotation',
      paymentType: 'PAY_PER_HOUR',
      headcount: 15,
      languages: ['Spanish', 'Portuguese', 'English'],
      countries: ['MX', 'CO', 'BR', 'PT', 'GB'],
      dataType: 'AUDIO',
      dataVolume: 400,
      dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
      labelTypes: ['TRANSCRIPTION', 'DIARIZATION', 'EMOTION_RECOGNITION', 'CLASSIFICATION'],
      subjectMatter: 'Customer Service',
      labelingSoftware: 'Label Studio',
      timeRequirement: '15-20 hours per week',
      projectDuration: '3 months',
      aiInterviewRequirements: expect.stringContaining('accents'),
    });
  });

  it('leaves two gaps, each with what is needed to fill it', () => {
    const { validation, missingFields } = validateDraft(reading.fields);
    expect(validation.missingFields).toEqual(['experienceLevel', 'pricePerHour']);
    expect(validation.publishReady).toBe(false);
    const filled = {
      ...reading.fields,
      experienceLevel: 'INTERMEDIATE' as const,
      pricePerHour: 18,
    };
    expect(missingFields.map((gap) => gap.updateKeys)).toEqual([
      ['experienceLevel'],
      ['pricePerHour'],
    ]);
    expect(validateDraft(filled).validation.publishReady).toBe(true);
  });
});
