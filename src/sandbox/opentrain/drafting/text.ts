import { type Brief, readBrief } from './brief.ts';
import { readCountries } from './extract/countries.ts';
import { readExperience } from './extract/experience.ts';
import { readHeadcount } from './extract/headcount.ts';
import { readDataType, readLabelTypes, readSoftware, readSubject } from './extract/kinds.ts';
import { readLanguages } from './extract/languages.ts';
import { readPay } from './extract/pay.ts';
import { readDescription, readParts, readTitle } from './extract/prose.ts';
import { readTime } from './extract/time.ts';
import { readVolume } from './extract/volume.ts';
import { maxTextLength } from './fields.ts';
import { type DraftReading, Findings } from './reading.ts';
import { DraftSourceError } from './source-error.ts';

/**
 * The rules in order. Pay, experience and time come first: they account for their numbers, so that
 * no rule after them takes "$20", "3 years" or "20 hours a week" for people or data.
 */
export const rules: readonly ((brief: Brief, found: Findings) => void)[] = [
  readPay,
  readExperience,
  readTime,
  readHeadcount,
  readVolume,
  readLanguages,
  readCountries,
  readDataType,
  readLabelTypes,
  readSubject,
  readSoftware,
  readParts,
  readDescription,
  readTitle,
];

/**
 * Reads a job out of plain English, by rules.
 *
 * @param text the brief, at most 60,000 characters
 * @returns what was found; what was not is simply absent (see `validateDraft`)
 * @throws DraftSourceError when the text is longer
 * @example draftFromText('Two annotators to box cars in 500 photos, $15 an hour.').fields.headcount // 2
 */
export function draftFromText(text: string): DraftReading {
  if (text.length > maxTextLength) {
    throw new DraftSourceError('too_long', `A job text has at most ${maxTextLength} characters.`);
  }
  const brief = readBrief(text);
  const found = new Findings();
  for (const rule of rules) rule(brief, found);
  return found.reading();
}
