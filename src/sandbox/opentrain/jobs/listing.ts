import type { DraftFields } from '../drafting/fields.ts';
import { fold, plainPunctuation, singular } from '../drafting/tokens.ts';
import { countryCode } from '../drafting/words/countries.ts';
import { displayText } from '../drafting/words/kinds.ts';

/** How the marketplace shows and finds a job. */
export interface Listing {
  readonly category: string | null;
  readonly dataType: string | null;
  readonly languages: readonly string[];
  /** Two-letter codes; empty for anywhere. */
  readonly countries: readonly string[];
  readonly payType: string | null;
  /** What a search may ask for, each with a prefix that says what it is. */
  readonly terms: ReadonlySet<string>;
}

const mostWords = 400;

// Fields never change once stored, so what follows from them is worked out once.
const known = new WeakMap<DraftFields, Listing>();

/** The listing of these fields. */
export function listingOf(fields: DraftFields): Listing {
  let listing = known.get(fields);
  if (!listing) {
    listing = makeListing(fields);
    known.set(fields, listing);
  }
  return listing;
}

function makeListing(fields: DraftFields): Listing {
  const dataType = fields.dataType ? displayText(fields.dataType) : null;
  const languages = [...new Set(fields.languages ?? [])];
  const countries = [...new Set((fields.countries ?? []).map((name) => countryCode(name) ?? name))];
  const payType = fields.paymentType ?? null;
  const words = wordsOf(`${fields.jobTitle ?? ''}\n${fields.jobDescription ?? ''}`);
  return {
    category: dataType && `${dataType} Annotation`,
    dataType,
    languages,
    countries,
    payType,
    terms: new Set([
      ...words.slice(0, mostWords).map(wordTerm),
      ...languages.map(languageTerm),
      ...(countries.length > 0 ? countries.map(countryTerm) : [anywhereTerm]),
      ...(payType === null ? [] : [payTypeTerm(payType)]),
    ]),
  };
}

/** The words of a text without accents and plural endings, each once. */
export function wordsOf(text: string): string[] {
  const words = plainPunctuation(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? [];
  return [...new Set(words.map((word) => singular(fold(word))).filter(Boolean))];
}

export const wordTerm = (word: string) => `word:${word}`;
export const languageTerm = (language: string) => `language:${fold(language.trim())}`;
export const payTypeTerm = (payType: string) => `pay:${payType}`;
/** Jobs that are open to every country. */
export const anywhereTerm = 'country:*';
export const countryTerm = (country: string) =>
  `country:${countryCode(country) ?? country.trim().toUpperCase()}`;
