import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftFromCanonical } from '../../../../src/sandbox/opentrain/drafting/canonical.ts';
import { draftFromJsonLd } from '../../../../src/sandbox/opentrain/drafting/json-ld.ts';
import { validateDraft } from '../../../../src/sandbox/opentrain/drafting/validation.ts';
import { draftFromXml, type XmlKind } from '../../../../src/sandbox/opentrain/drafting/xml.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../../../../examples/data/${name}`, import.meta.url), 'utf8');

describe('the canonical format', () => {
  it('is taken as it is, and what it has no field for is listed', () => {
    const reading = draftFromCanonical(JSON.parse(sample('job-canonical.json')));
    expect(reading.fields).toMatchObject({
      jobTitle: 'Street scene bounding boxes',
      paymentType: 'PAY_PER_LABEL',
      pricePerLabel: 0.06,
      countries: ['MX', 'CO', 'PE'],
      labelingSoftware: 'CVAT',
      headcount: 12,
    });
    expect(reading.lowConfidenceFields).toEqual([]);
    expect(reading.unmappedFields).toEqual([
      { path: 'internalCostCentre', reason: 'No field has this name', valuePreview: 'vision-7' },
    ]);
    expect(validateDraft(reading.fields).validation.publishReady).toBe(true);
  });

  it('understands free spellings, with doubt, and reports values that fit no field', () => {
    const reading = draftFromCanonical({
      paymentType: 'hourly',
      rateAmount: '18',
      experienceLevel: 'Mid level',
      headcount: 'four',
      languages: 'es, Klingonese',
      countries: ['Atlantis', 'Peru'],
      dataVolume: { amount: 3 },
      title: null,
    });
    expect(reading.fields).toEqual({
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 18,
      experienceLevel: 'INTERMEDIATE',
      headcount: 4,
      languages: ['Spanish', 'Klingonese'],
      countries: ['PE'],
    });
    expect(reading.lowConfidenceFields.sort()).toEqual(
      ['experienceLevel', 'headcount', 'languages', 'paymentType'].sort(),
    );
    expect(reading.unmappedFields.map((entry) => entry.path)).toEqual(['countries', 'dataVolume']);
  });

  it('cannot place a rate without a payment type, nor one in another currency', () => {
    expect(draftFromCanonical({ rateAmount: 5 }).unmappedFields[0]?.path).toBe('rateAmount');
    const euros = { rateAmount: 5, rateCurrency: 'EUR', paymentType: 'PAY_PER_HOUR' };
    expect(draftFromCanonical(euros).fields).toEqual({ paymentType: 'PAY_PER_HOUR' });
  });

  it('is an object and nothing else', () => {
    for (const job of [null, [], 'job', 7]) {
      expect(() => draftFromCanonical(job)).toThrow(/JSON object/);
    }
  });

  it('leaves names of built-in properties alone', () => {
    const job = JSON.parse('{"__proto__": {"jobTitle": "x"}, "constructor": "y", "title": "z"}');
    const reading = draftFromCanonical(job);
    expect(reading.fields).toEqual({ jobTitle: 'z' });
    expect(({} as { jobTitle?: string }).jobTitle).toBeUndefined();
  });
});

describe('a schema.org JobPosting', () => {
  it('gives its properties, and its description the rest with doubt', () => {
    const reading = draftFromJsonLd(JSON.parse(sample('job-posting.jsonld')));
    expect(reading.fields).toMatchObject({
      jobTitle: 'Spanish medical transcriber',
      subjectMatter: 'Healthcare',
      headcount: 4,
      countries: ['ES', 'MX'],
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 16,
      budgetRange: '$16 to $20',
      experienceLevel: 'INTERMEDIATE',
      dataVolume: 300,
      dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
      languages: ['Spanish'],
    });
    expect(reading.fields.jobDescription).not.toMatch(/[<>]/);
    expect(reading.lowConfidenceFields).toEqual(
      expect.arrayContaining(['pricePerHour', 'experienceLevel', 'dataVolume', 'languages']),
    );
    expect(reading.lowConfidenceFields).not.toContain('countries');
  });

  it('is found in a graph or a list', () => {
    const posting = { '@type': ['Thing', 'https://schema.org/JobPosting'], title: 'Box cars' };
    for (const jsonLd of [posting, [posting], { '@graph': [{ '@type': 'Place' }, posting] }]) {
      expect(draftFromJsonLd(jsonLd).fields.jobTitle).toBe('Box cars');
    }
  });

  it('must be there', () => {
    for (const jsonLd of [null, {}, [], { '@type': 'Recipe' }, { '@graph': [null, 3] }]) {
      expect(() => draftFromJsonLd(jsonLd)).toThrow(/no schema.org JobPosting/);
    }
  });
});

describe('XML feeds', () => {
  it('reads a job of an Indeed feed', () => {
    const reading = draftFromXml(sample('job-indeed.xml'), 'indeed_xml');
    expect(reading.fields).toMatchObject({
      jobTitle: 'Image classification for an online shop',
      countries: ['PH'],
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 7,
      experienceLevel: 'ENTRY_LEVEL',
      headcount: 5,
      dataVolume: 50_000,
      labelingSoftware: 'Labelbox',
    });
    expect(reading.unmappedFields.map((entry) => entry.path)).toEqual(['job.company']);
  });

  it('reads an HR-XML opening, whatever its namespace prefix', () => {
    const xml = sample('job-hr.xml');
    const reading = draftFromXml(xml, 'hr_xml');
    expect(reading.fields).toMatchObject({
      jobTitle: 'German contract clause tagging',
      countries: ['DE'],
      languages: ['German'],
      headcount: 3,
      experienceLevel: 'EXPERT',
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 55,
    });
    const bare = xml.replaceAll('hr:', '').replace('xmlns:hr', 'xmlns');
    expect(draftFromXml(bare, 'hr_xml').fields).toEqual(reading.fields);
  });

  it('reads the first of several jobs and says so', () => {
    const xml = '<source><job><title>One</title></job><job><title>Two</title></job></source>';
    const reading = draftFromXml(xml, 'indeed_xml');
    expect(reading.fields.jobTitle).toBe('One');
    expect(reading.warnings).toEqual(['The document holds 2 jobs; the first was read.']);
  });

  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  );
  it.each<[string, string, string]>([
    ['a tag left open', '<job><title>x</job>', 'malformed'],
    ['no XML at all', 'hello', 'malformed'],
    ['nothing', '', 'malformed'],
    ['another document', '<html><body>x</body></html>', 'no_job'],
    [
      'entities in entities',
      `<!DOCTYPE job [<!ENTITY l0 "ha">${laughs.join('')}]><job>&l9;</job>`,
      'unsafe',
    ],
    [
      'a file from outside',
      '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><job><title>&f;</title></job>',
      'unsafe',
    ],
    ['deep nesting', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'malformed'],
    ['too much of it', `<job>${' '.repeat(200_001)}</job>`, 'too_long'],
  ])('refuses %s', (_name, xml, problem) => {
    for (const kind of ['indeed_xml', 'hr_xml'] satisfies XmlKind[]) {
      expect(() => draftFromXml(xml, kind)).toThrow(expect.objectContaining({ problem }));
    }
  });

  it('keeps an unknown entity as text and decodes the standard ones once', () => {
    const xml = '<job><title>Cats &amp;amp; dogs &amp; &lt;b&gt;</title></job>';
    expect(draftFromXml(xml, 'indeed_xml').fields.jobTitle).toContain('Cats &');
  });
});
