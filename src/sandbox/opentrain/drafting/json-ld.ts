import { type DraftReading, Findings } from './reading.ts';
import { DraftSourceError } from './source-error.ts';
import {
  experienceOf,
  fillFromProse,
  isObject,
  type Loose,
  numberOf,
  paymentTypeOf,
  plainText,
  setCountries,
  setLanguages,
  setPrice,
  textList,
} from './structured.ts';

type Reader = (found: Findings, value: unknown, path: string) => boolean;

const mostNodes = 200;

/** One row a property of schema.org's JobPosting; a reader answers whether it could use the value. */
const readers: Readonly<Record<string, Reader>> = {
  title: text('jobTitle'),
  description: (found, value) => {
    if (typeof value !== 'string') return false;
    found.set('jobDescription', plainText(value));
    return true;
  },
  responsibilities: text('labelingOverview'),
  workHours: text('timeRequirement'),
  industry: text('subjectMatter'),
  totalJobOpenings: (found, value) => {
    const count = numberOf(value);
    if (count === undefined || !Number.isInteger(count) || count < 1) return false;
    found.set('headcount', count);
    return true;
  },
  knowsLanguage: languages,
  baseSalary: salary,
  estimatedSalary: salary,
  jobLocation: locations,
  applicantLocationRequirements: locations,
  experienceRequirements: experience,
  jobLocationType: (_found, value) => value === 'TELECOMMUTE',
};

/** Properties that say nothing about the work and are no loss. */
const silent = new Set(['@context', '@type', '@id', 'url', 'directApply']);

/**
 * Reads a schema.org JobPosting. What its structure leaves open is read from the description, as
 * uncertain.
 *
 * @param jsonLd the JSON-LD object: the posting itself, or a graph or list that holds one
 * @throws DraftSourceError when there is no JobPosting in it
 */
export function draftFromJsonLd(jsonLd: unknown): DraftReading {
  const posting = findPosting(jsonLd);
  if (!posting) throw new DraftSourceError('no_job', 'There is no schema.org JobPosting in it.');
  const found = new Findings();
  for (const [name, value] of Object.entries(posting)) {
    if (silent.has(name) || value === null || value === undefined) continue;
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) found.unmapped(name, 'No field takes this property', value);
    else if (!reader(found, value, name))
      found.unmapped(name, 'The value was not understood', value);
  }
  fillFromProse(found, found.fields.jobDescription);
  return found.reading();
}

function findPosting(jsonLd: unknown): Loose | undefined {
  const graph = isObject(jsonLd) ? jsonLd['@graph'] : jsonLd;
  const nodes = [jsonLd, ...(Array.isArray(graph) ? graph.slice(0, mostNodes) : [])];
  return nodes.filter(isObject).find((node) => {
    const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
    return types.some((type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/.test(type));
  });
}

function text(key: 'jobTitle' | 'labelingOverview' | 'timeRequirement' | 'subjectMatter'): Reader {
  return (found, value) => {
    if (typeof value !== 'string' || value.trim() === '') return false;
    found.set(key, plainText(value));
    return true;
  };
}

function languages(found: Findings, value: unknown): boolean {
  const names = oneOrMore(value).map((entry) => (isObject(entry) ? entry.name : entry));
  const list = textList(names);
  if (!list) return false;
  setLanguages(found, list);
  return list.length > 0;
}

/** MonetaryAmount: `{ currency, value: { value | minValue, maxValue, unitText } }`. */
function salary(found: Findings, value: unknown, path: string): boolean {
  if (!isObject(value)) return false;
  const inner: Loose = isObject(value.value) ? value.value : value;
  const low = numberOf(inner.minValue ?? inner.value ?? inner.maxValue);
  const high = numberOf(inner.maxValue) ?? low;
  const type = paymentTypeOf(inner.unitText ?? value.unitText);
  if (low === undefined || high === undefined || !type) return false;
  const currency = typeof value.currency === 'string' ? value.currency : 'USD';
  setPrice(found, type, { low, high, currency, path });
  return true;
}

/** Place, Country or plain names; one or several. */
function locations(found: Findings, value: unknown, path: string): boolean {
  const names = oneOrMore(value).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if (!isObject(entry)) return [];
    const address = isObject(entry.address) ? entry.address.addressCountry : undefined;
    const country = address ?? entry.addressCountry ?? entry.name;
    const name = isObject(country) ? country.name : country;
    return typeof name === 'string' ? [name] : [];
  });
  if (names.length === 0) return false;
  const known = found.fields.countries ?? [];
  delete found.fields.countries;
  setCountries(found, path, [...known, ...names]);
  return true;
}

/** A text, or OccupationalExperienceRequirements with `monthsOfExperience`. */
function experience(found: Findings, value: unknown): boolean {
  const months = isObject(value) ? numberOf(value.monthsOfExperience) : undefined;
  const level = experienceOf(months === undefined ? value : `${months} months`);
  if (level) found.set('experienceLevel', level);
  return level !== undefined;
}

function oneOrMore(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, mostNodes) : [value];
}
