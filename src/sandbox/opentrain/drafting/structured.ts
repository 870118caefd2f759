import { type ExperienceLevel, maxTextLength, type PaymentType, priceKeys } from './fields.ts';
import type { Quantity } from './quantities.ts';
import { quantities } from './quantities.ts';
import type { Findings } from './reading.ts';
import { draftFromText } from './text.ts';
import { plainPunctuation, tokenize } from './tokens.ts';
import { countryCode } from './words/countries.ts';
import { languageName } from './words/languages.ts';

/** A JSON object whose values nobody has checked. */
export type Loose = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts out of a list, or out of one text with commas; nothing for anything else. */
export function textList(value: unknown): string[] | undefined {
  const entries = typeof value === 'string' ? value.split(/[,;|]/) : value;
  if (!Array.isArray(entries)) return undefined;
  const texts = entries.filter((entry): entry is string => typeof entry === 'string');
  return texts.length === entries.length
    ? texts.map((text) => text.trim()).filter(Boolean)
    : undefined;
}

/** A number out of a number or a text such as "20,000" or "about 40". */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return quantityOf(value)?.low;
}

function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value !== 'string' || value.length > 200) return undefined;
  return quantities(tokenize(plainPunctuation(value)))[0];
}

/** Sets countries given by name or code; names that no country has are reported. */
export function setCountries(found: Findings, path: string, names: readonly string[]): void {
  const codes = new Set<string>();
  for (const name of names) {
    const code = countryCode(name);
    if (code) codes.add(code);
    else found.unmapped(path, 'No country has this name', name);
  }
  if (codes.size > 0 || names.length === 0) found.set('countries', [...codes]);
}

/** Sets languages given by name or tag; unknown names are kept, with doubt. */
export function setLanguages(found: Findings, names: readonly string[]): void {
  const known = names.map(languageName);
  const all = names.map((name, index) => known[index] ?? name);
  if (all.length > 0) found.set('languages', [...new Set(all)], known.every(Boolean));
}

/** Sets a price under the key of its payment type; a range gives its lower end, with doubt. */
export function setPrice(
  found: Findings,
  type: PaymentType,
  amount: { low: number; high: number; currency: string; path: string },
): void {
  found.set('paymentType', type);
  const { low, high, currency, path } = amount;
  if (currency.toUpperCase() !== 'USD') {
    found.unmapped(path, `Pay is in US dollars, not ${currency.slice(0, 12)}`, String(low));
    found.warn('The pay is not in US dollars; set it in US dollars.');
    return;
  }
  if (low > 0) found.set(priceKeys[type], low, low === high);
  if (low !== high) found.set('budgetRange', `$${low} to $${high}`);
}

/** The enum value that a free spelling means: "hourly", "pay_per_hour", "Per Hour". */
export function paymentTypeOf(value: unknown): PaymentType | undefined {
  const text = words(value);
  if (/\b(?:hour|hourly|hr)\b/.test(text)) return 'PAY_PER_HOUR';
  if (/\b(?:label|annotation|item|task|piece|unit)\b/.test(text)) return 'PAY_PER_LABEL';
  return /\b(?:fixed|flat|project|lump)\b/.test(text) ? 'FIXED_PRICE' : undefined;
}

/** The enum value that a free spelling means: "Mid level", "senior", "2 years". */
export function experienceOf(value: unknown): ExperienceLevel | undefined {
  if (typeof value !== 'string' || value.length > 2_000) return undefined;
  return draftFromText(`Experience: ${value.replace(/\s+/g, ' ')}`).fields.experienceLevel;
}

/** The text of an HTML fragment: tags become breaks, the five XML entities their signs. */
export function plainText(html: string): string {
  return html
    .slice(0, maxTextLength * 2)
    .replace(/<li[^<>]{0,200}>/gi, '\n- ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '\n')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, maxTextLength);
}

/** Reads the prose of an import for what its structure left open. Whatever it adds is doubted. */
export function fillFromProse(found: Findings, text: string | undefined): void {
  if (!text) return;
  const reading = draftFromText(text);
  found.fillFrom(reading);
  for (const warning of reading.warnings) found.warn(warning);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200).toLowerCase().replace(/[_-]/g, ' ') : '';
}
