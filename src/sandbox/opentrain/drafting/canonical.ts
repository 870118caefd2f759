import { isFieldValue } from './field-value.ts';
import { type FieldKey, fieldSpec, type PaymentType } from './fields.ts';
import { type DraftReading, Findings } from './reading.ts';
import { DraftSourceError } from './source-error.ts';
import {
  experienceOf,
  isObject,
  type Loose,
  numberOf,
  paymentTypeOf,
  setCountries,
  setLanguages,
  setPrice,
  textList,
} from './structured.ts';

/** Keys of the canonical format that are called otherwise in a PATCH. The mapping is inferred. */
const renamed: Readonly<Record<string, FieldKey>> = {
  title: 'jobTitle',
  description: 'jobDescription',
  overview: 'labelingOverview',
  numberOfTrainers: 'headcount',
  duration: 'projectDuration',
};
const priceOnly = new Set(['rateAmount', 'rateCurrency', 'currency']);

/**
 * Reads OpenTrain's own job format. PATCH keys are taken as well; what fits no field is listed in
 * `unmappedFields`.
 *
 * @param job the `job` object of the request
 * @throws DraftSourceError when it is no object
 * @example draftFromCanonical({ title: 'Box cars', rateAmount: 12, paymentType: 'PAY_PER_HOUR' })
 */
export function draftFromCanonical(job: unknown): DraftReading {
  if (!isObject(job)) throw new DraftSourceError('no_job', 'A canonical job is a JSON object.');
  const found = new Findings();
  for (const [name, value] of Object.entries(job)) {
    if (value === null || value === undefined || priceOnly.has(name)) continue;
    readKey(found, name, value);
  }
  readRate(found, job);
  return found.reading();
}

function readKey(found: Findings, name: string, value: unknown): void {
  const key = Object.hasOwn(renamed, name) ? renamed[name] : fieldSpec(name)?.key;
  const list = textList(value);
  if (name === 'tools' && list) {
    if (list.length > 0) found.set('labelingSoftware', list.join(', '));
  } else if (key === undefined) {
    found.unmapped(name, name === 'tools' ? 'Not a list' : 'No field has this name', value);
  } else if (key === 'countries' && list) setCountries(found, name, list);
  else if (key === 'languages' && list) setLanguages(found, list);
  else readValue(found, key, name, value);
}

function readValue(found: Findings, key: FieldKey, name: string, value: unknown): void {
  const meant = meaningOf(key, value);
  if (isFieldValue(key, meant)) found.set(key, meant, meant === value);
  else found.unmapped(name, `Not a value of ${key}`, value);
}

/** A value in the form the field takes, where a free spelling leaves no doubt. */
function meaningOf(key: FieldKey, value: unknown): unknown {
  if (isFieldValue(key, value)) return value;
  if (key === 'paymentType') return paymentTypeOf(value);
  if (key === 'experienceLevel') return experienceOf(value);
  const type = fieldSpec(key)?.type;
  if (type === 'array') return textList(value);
  return type === 'number' || type === 'integer' ? numberOf(value) : undefined;
}

/** `rateAmount` becomes the price of the payment type; without one it cannot be placed. */
function readRate(found: Findings, job: Loose): void {
  const { rateAmount } = job;
  if (rateAmount === undefined || rateAmount === null) return;
  const low = numberOf(rateAmount);
  const type: PaymentType | undefined = found.fields.paymentType;
  const named = job.rateCurrency ?? job.currency;
  const currency = typeof named === 'string' ? named : 'USD';
  if (low === undefined) found.unmapped('rateAmount', 'Not a number', rateAmount);
  else if (!type) found.unmapped('rateAmount', 'There is no payment type it belongs to', low);
  else setPrice(found, type, { low, high: low, currency, path: 'rateAmount' });
}
