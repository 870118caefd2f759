import type { PaymentType } from '../fields.ts';
import { quantities } from '../quantities.ts';
import type { Token } from '../tokens.ts';
import { hourWords, itemWords, otherTimes, wholeWords } from './pay-words.ts';

/** What a sum is paid for. */
export interface PayUnit {
  readonly type: PaymentType | 'OTHER';
  /** How many of the unit the sum pays: 1000 in "per 1,000 words". */
  readonly per: number;
  /** Index after the unit's last token; 0 when it stands elsewhere. */
  readonly to: number;
  readonly rank: number;
  readonly sure: boolean;
}

const openers = new Set(['per', '/', 'a', 'an', 'each', 'every', 'p', 'by', 'the']);
const fillers = new Set(['gross', 'net', 'usd', 'paid', 'for', '(', 'in', 'all', 'flat']);
const media = new Set(['audio', 'video', 'recorded', 'recording', 'footage', 'speech', 'media']);

/**
 * Reads the unit right after a sum: "/hour", "per 1,000 words", "for every accepted label", "flat".
 *
 * @param tokens tokens of the clause
 * @param index where the sum ends
 */
export function unitAfter(tokens: readonly Token[], index: number): PayUnit | undefined {
  let at = index;
  while (at < index + 3 && fillers.has(tokens[at]?.fold ?? '')) at += 1;
  const direct = tokens[at];
  if (!direct) return undefined;
  if (direct.stem === 'hourly' || direct.stem === 'ph') return hourly(at + 1, true);
  if (!openers.has(direct.fold)) return at > index ? whole(tokens, at) : undefined;
  at += 1;
  if (direct.fold === 'p' && tokens[at]?.text === '/') at += 1;
  return whole(tokens, at) ?? unitNoun(tokens, at) ?? centsEach(tokens, at);
}

/** "5 cents each": what is counted stands before the sum. A larger sum each may be one a person. */
function centsEach(tokens: readonly Token[], index: number): PayUnit | undefined {
  const [sum, each] = [tokens[index - 2], tokens[index - 1]];
  if (each?.fold !== 'each' || sum?.stem !== 'cent') return undefined;
  return { type: 'PAY_PER_LABEL', per: 1, to: index, rank: 2, sure: false };
}

function whole(tokens: readonly Token[], index: number): PayUnit | undefined {
  for (let at = index; at < index + 3; at += 1) {
    if (!wholeWords.has(tokens[at]?.stem ?? '')) continue;
    return { type: 'FIXED_PRICE', per: 1, to: at + 1, rank: 3, sure: true };
  }
  return undefined;
}

/** The first unit noun in the next few words, past "1,000", "accepted", "completed and approved". */
function unitNoun(tokens: readonly Token[], index: number): PayUnit | undefined {
  const reach = tokens.slice(index, index + 6);
  const count = quantities(reach)[0];
  const start = count?.from === 0 ? count.to : 0;
  const per = count?.from === 0 && count.low > 0 ? count.low : 1;
  for (let at = start; at < start + 4; at += 1) {
    const token = reach[at];
    if (token?.kind !== 'word') return undefined;
    const to = index + at + 1;
    if (hourWords.has(token.stem)) {
      const ofMedia = media.has(reach[at - 1]?.stem ?? '') || media.has(reach[at + 2]?.stem ?? '');
      return hourly(to, !ofMedia);
    }
    if (itemWords.has(token.stem)) {
      // "per bounding box", "per image annotation": the last noun is the unit, either way a label.
      return { type: 'PAY_PER_LABEL', per, to, rank: 3, sure: per === 1 };
    }
    if (otherTimes.has(token.stem)) return { type: 'OTHER', per: 1, to, rank: 3, sure: true };
  }
  return undefined;
}

/** An hour of audio takes longer than an hour to work through, so that such a rate is uncertain. */
function hourly(to: number, sure: boolean): PayUnit {
  return { type: 'PAY_PER_HOUR', per: 1, to, rank: 3, sure };
}
