import { type DraftReading, Findings } from './reading.ts';
import { DraftSourceError } from './source-error.ts';
import {
  experienceOf,
  fillFromProse,
  numberOf,
  plainText,
  setCountries,
  setLanguages,
} from './structured.ts';
import { draftFromText } from './text.ts';
import { setXmlPay } from './xml-pay.ts';
import { findElement, type Leaf, leavesOf, parseXml } from './xml-tree.ts';

/** The two XML formats that drafts are imported from. */
export type XmlKind = 'indeed_xml' | 'hr_xml';

/** What an element's text is about, by its local name in lower case. */
type Meaning =
  | 'title'
  | 'description'
  | 'overview'
  | 'country'
  | 'language'
  | 'experience'
  | 'pay'
  | 'headcount'
  | 'subject'
  | 'hours'
  | 'duration'
  | 'silent';

interface Format {
  readonly roots: ReadonlySet<string>;
  readonly elements: Readonly<Record<string, Meaning>>;
}

const formats: Readonly<Record<XmlKind, Format>> = {
  indeed_xml: {
    roots: new Set(['job']),
    elements: {
      title: 'title',
      description: 'description',
      country: 'country',
      experience: 'experience',
      salary: 'pay',
      category: 'subject',
      language: 'language',
      url: 'silent',
      date: 'silent',
      referencenumber: 'silent',
    },
  },
  hr_xml: {
    roots: new Set(['positionopening', 'jobpositionposting', 'positionprofile', 'jobposting']),
    elements: {
      positiontitle: 'title',
      jobpositiontitle: 'title',
      positionformatteddescription: 'description',
      content: 'description',
      formattedpositiondescription: 'description',
      jobpositionpurpose: 'description',
      summarytext: 'description',
      jobpositiondescription: 'description',
      responsibilities: 'overview',
      countrycode: 'country',
      languagecode: 'language',
      experiencelevel: 'experience',
      yearsofexperience: 'experience',
      numberofopenings: 'headcount',
      openings: 'headcount',
      openquantity: 'headcount',
      industrycode: 'subject',
      jobcategorycode: 'subject',
      hoursperweek: 'hours',
      duration: 'duration',
      '@schemeid': 'silent',
      '@lang': 'silent',
    },
  },
};

/**
 * Reads a posting in Indeed's feed format or in HR-XML. What its elements leave open is read from the
 * description, as uncertain.
 *
 * @param xml the document; one with a document type is refused
 * @param kind which of the formats it is in
 * @throws DraftSourceError when it is malformed, unsafe, too long or holds no posting
 */
export function draftFromXml(xml: string, kind: XmlKind): DraftReading {
  const format = formats[kind];
  const posting = findElement(parseXml(xml), format.roots);
  if (!posting) throw new DraftSourceError('no_job', 'There is no job posting in the XML.');
  const found = new Findings();
  if (posting.count > 1) {
    found.warn(`The document holds ${posting.count} jobs; the first was read.`);
  }
  const leaves = leavesOf(posting.element, [posting.name]);
  const rest = setXmlPay(found, leaves);
  const texts = new Map<Meaning, Leaf[]>();
  for (const leaf of rest) {
    const name = leaf.name === '@languageid' ? '@lang' : leaf.name;
    const meaning = Object.hasOwn(format.elements, name) ? format.elements[name] : undefined;
    if (!meaning) found.unmapped(leaf.path, 'No field takes this element', leaf.text);
    else texts.set(meaning, [...(texts.get(meaning) ?? []).slice(0, 100), leaf]);
  }
  apply(found, texts);
  return found.reading();
}

function apply(found: Findings, texts: ReadonlyMap<Meaning, readonly Leaf[]>): void {
  const all = (meaning: Meaning): string[] => (texts.get(meaning) ?? []).map((leaf) => leaf.text);
  const [title] = all('title');
  if (title) found.set('jobTitle', plainText(title).slice(0, 300));
  const description = plainText(all('description').join('\n\n'));
  if (description) found.set('jobDescription', description);
  const [overview] = all('overview');
  if (overview) found.set('labelingOverview', plainText(overview));
  const countries = all('country');
  if (countries.length > 0) setCountries(found, texts.get('country')?.[0]?.path ?? '', countries);
  setLanguages(found, all('language'));
  setExperience(found, texts.get('experience')?.[0]);
  const headcount = numberOf(all('headcount')[0]);
  if (headcount && Number.isInteger(headcount)) found.set('headcount', headcount);
  const [subject] = all('subject');
  if (subject) found.set('subjectMatter', subject);
  const [hours] = all('hours');
  if (hours) found.set('timeRequirement', /^\d+$/.test(hours) ? `${hours} hours per week` : hours);
  const [duration] = all('duration');
  if (duration) found.set('projectDuration', duration);
  const [pay] = texts.get('pay') ?? [];
  if (pay) setPayFromText(found, pay);
  fillFromProse(found, description);
}

function setExperience(found: Findings, leaf: Leaf | undefined): void {
  if (!leaf) return;
  const years = leaf.name === 'yearsofexperience' ? `${leaf.text} years` : leaf.text;
  const level = experienceOf(years);
  if (level) found.set('experienceLevel', level);
  else found.unmapped(leaf.path, 'The value was not understood', leaf.text);
}

/** Indeed's salary is free text: "$20 - $25 per hour". */
function setPayFromText(found: Findings, leaf: Leaf): void {
  const { fields, lowConfidenceFields, unmappedFields } = draftFromText(
    `Pay: ${leaf.text.slice(0, 300)}`,
  );
  for (const key of [
    'paymentType',
    'pricePerHour',
    'pricePerLabel',
    'fixedPrice',
    'budgetRange',
  ] as const) {
    const value = fields[key];
    if (value !== undefined) found.set(key, value, !lowConfidenceFields.includes(key));
  }
  for (const { reason, valuePreview } of unmappedFields)
    found.unmapped(leaf.path, reason, valuePreview);
  if (!fields.paymentType && unmappedFields.length === 0) {
    found.unmapped(leaf.path, 'The value was not understood', leaf.text);
  }
}
