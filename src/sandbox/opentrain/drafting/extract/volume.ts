import type { Brief, Clause } from '../brief.ts';
import { near } from '../context.ts';
import type { DataVolumeUnit } from '../fields.ts';
import { Lexicon } from '../lexicon.ts';
import type { Quantity } from '../quantities.ts';
import type { Findings } from '../reading.ts';
import type { Token } from '../tokens.ts';
import {
  fileWords,
  hourWords,
  lastWords,
  mediaWords,
  minuteWords,
  notFiles,
  partWords,
  timeWords,
  wordWords,
} from './volume-words.ts';

interface Volume {
  readonly low: number;
  readonly high: number;
  readonly unit: DataVolumeUnit;
  readonly sure: boolean;
}

const reach = 5;
const stops = new Set(
  '. ; : , of in per for to from with who that at on by a an / and or'.split(' '),
);
const vagueAmounts = new Set([
  'hundreds',
  'thousands',
  'millions',
  'dozens',
  'several',
  'many',
  'some',
]);
const open = new Lexicon(
  [
    'not specified',
    'unspecified',
    'unknown',
    'not yet known',
    'tbd',
    'to be determined',
    'to be confirmed',
    'open ended',
    'not known yet',
    'varies',
  ].map((phrase) => [phrase, true] as const),
  'stem',
);
const amountWords = new Set(['volume', 'amount', 'quantity', 'size']);

/** Reads how much data there is, in the platform's units. */
export function readVolume(brief: Brief, found: Findings): void {
  const { clauses } = brief;
  const volumes = clauses.flatMap((clause) =>
    clause.numbers.flatMap((quantity) => volumeAt(clause, quantity) ?? []),
  );
  const best = volumes.find((volume) => volume.sure) ?? volumes[0];
  if (best) {
    const rivals = volumes.filter(
      (other) => other.sure === best.sure && (other.low !== best.low || other.unit !== best.unit),
    );
    const sure = best.sure && best.low === best.high && rivals.length === 0;
    found.set('dataVolume', best.low, sure);
    found.set('dataVolumeUnit', best.unit, best.sure);
    if (best.low !== best.high)
      found.warn('The amount of data is a range; its lower end was taken.');
    if (rivals.length > 0) found.warn('Several amounts of data are named; the first was taken.');
    return;
  }
  readOpenVolume(clauses, found);
}

function volumeAt(clause: Clause, quantity: Quantity): Volume | undefined {
  const { tokens, taken, section } = clause;
  for (let at = quantity.from; at < quantity.to; at += 1) if (taken.has(at)) return undefined;
  if (quantity.low <= 0) return undefined;
  const unit = unitAt(tokens, quantity.to, section === 'volume' || section === 'dataset');
  if (!unit) return undefined;
  const rate = isRate(tokens, unit.to);
  if (rate) return undefined;
  const before = tokens[quantity.from - 1];
  if (before && ['per', 'each', 'every', '/'].includes(before.fold)) return undefined;
  if (near(tokens, quantity.from, -3, lastWords)) return undefined;
  const part = near(tokens, quantity.from, -4, partWords) && section !== 'volume';
  return {
    low: Number((quantity.low * unit.scale).toFixed(2)),
    high: Number((quantity.high * unit.scale).toFixed(2)),
    unit: unit.name,
    // One or two of something is rarely the whole of the data.
    sure:
      !part &&
      tokens[unit.to]?.fold !== 'each' &&
      (quantity.low > 2 || unit.name === 'HOURS_OF_RECORDING_AUDIO_VIDEO'),
  };
}

/** The unit after a number, past adjectives: "20,000 street-level images", "40 hours of audio". */
function unitAt(
  tokens: readonly Token[],
  index: number,
  headed: boolean,
): { name: DataVolumeUnit; scale: number; to: number } | undefined {
  for (let at = index; at < index + reach; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'number' || stops.has(token.fold)) return undefined;
    const hours = hourWords.has(token.stem) ? 1 : minuteWords.has(token.stem) ? 1 / 60 : 0;
    if (hours > 0) {
      const ofMedia =
        near(tokens, at + 1, 6, mediaWords) || near(tokens, index, at - index, mediaWords);
      const told = ofMedia || near(tokens, index, -4, mediaWords) || headed;
      return told
        ? { name: 'HOURS_OF_RECORDING_AUDIO_VIDEO', scale: hours, to: at + 1 }
        : undefined;
    }
    if (wordWords.has(token.stem)) return { name: 'NUMBER_OF_WORDS', scale: 1, to: at + 1 };
    // The last of several nouns counts: "5,000 call recordings", "20,000 audio files".
    if (isFile(token) && !isFile(tokens[at + 1]) && !hourWords.has(tokens[at + 1]?.stem ?? '')) {
      return { name: 'NUMBER_OF_FILES', scale: 1, to: at + 1 };
    }
  }
  return undefined;
}

function isFile(token: Token | undefined): boolean {
  return token !== undefined && fileWords.has(token.stem) && !notFiles.has(token.stem);
}

/** "300 images per day" is a pace and no volume. */
function isRate(tokens: readonly Token[], index: number): boolean {
  const opener = tokens[index]?.fold;
  const span = tokens[index + 1];
  const opens =
    opener === 'per' || opener === '/' || opener === 'a' || opener === 'each' || opener === 'every';
  if (opener === 'daily' || opener === 'weekly') return true;
  return opens && span !== undefined && timeWords.has(span.stem);
}

/** An amount that is said to be open, or only hinted at ("thousands of photos"). */
function readOpenVolume(clauses: readonly Clause[], found: Findings): void {
  for (const clause of clauses) {
    const { tokens } = clause;
    const hit = open.find(tokens)[0];
    if (!hit) continue;
    if (clause.section !== 'volume' && !near(tokens, hit.from, -6, amountWords)) continue;
    found.set('dataVolumeUnit', 'UNKNOWN_NOT_SPECIFIED');
    return;
  }
  for (const { tokens } of clauses) {
    for (const [index, token] of tokens.entries()) {
      if (!vagueAmounts.has(token.fold)) continue;
      const start = tokens[index + 1]?.fold === 'of' ? index + 2 : index + 1;
      const unit = unitAt(tokens, start, false);
      if (!unit) continue;
      found.set('dataVolumeUnit', unit.name, false);
      found.warn('The amount of data is only hinted at.');
      return;
    }
  }
}
