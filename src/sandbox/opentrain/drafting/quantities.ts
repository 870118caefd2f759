import type { Token } from './tokens.ts';

/** A number of a brief, or a range of which both ends are given. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** Index of its first token. */
  readonly from: number;
  /** Index after its last token. */
  readonly to: number;
  /** `about`, `at least` or `up to` when the brief hedges. */
  readonly hedge: 'about' | 'at least' | 'up to' | null;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const units = new Map<string, number>([
  ...small.split(' ').map((name, value) => [name, value] as const),
  ...tens.split(' ').map((name, index) => [name, (index + 2) * 10] as const),
]);
const multipliers = new Map<string, number>([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
const suffixes = new Map<string, number>([
  ['k', 1_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['mio', 1_000_000],
]);
const hedges = new Map<string, Quantity['hedge']>([
  ...'about around approximately approx roughly circa ca nearly almost ~ estimated'
    .split(' ')
    .map((name) => [name, 'about'] as const),
  ...'least over than minimum min'.split(' ').map((name) => [name, 'at least'] as const),
  ...'upto maximum max most'.split(' ').map((name) => [name, 'up to'] as const),
]);

interface Reading {
  value: number;
  to: number;
  scaled: boolean;
}

/** Reads one number, in digits or in words, that starts at `index`. */
function numberAt(tokens: readonly Token[], index: number): Reading | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  return first.kind === 'number' ? digitsAt(tokens, index, first) : wordsAt(tokens, index);
}

function digitsAt(tokens: readonly Token[], index: number, first: Token): Reading {
  let value = first.value;
  let to = index + 1;
  // "20 000": a group of three digits after a blank.
  while (
    to < index + 4 &&
    /^\d{1,3}$/.test(first.text) &&
    tokens[to]?.glued === false &&
    /^\d{3}$/.test(tokens[to]?.text ?? '') &&
    value >= 1
  ) {
    value = value * 1000 + (tokens[to] as Token).value;
    to += 1;
  }
  const next = tokens[to];
  const suffix = next?.glued ? suffixes.get(next.fold) : undefined;
  const scale = suffix ?? (next ? multipliers.get(next.fold) : undefined);
  if (scale) return { value: Number((value * scale).toPrecision(12)), to: to + 1, scaled: true };
  return { value, to, scaled: false };
}

function wordsAt(tokens: readonly Token[], index: number): Reading | undefined {
  let total = 0;
  let group: number | undefined;
  let to = index;
  let scaled = false;
  const article = tokens[index]?.fold === 'a' || tokens[index]?.fold === 'an';
  if (article) {
    if (!multipliers.has(tokens[index + 1]?.fold ?? '')) return undefined;
    group = 1;
    to += 1;
  }
  for (; to < index + 12; to += 1) {
    const token = tokens[to];
    const unit = units.get(token?.fold ?? '');
    const scale = multipliers.get(token?.fold ?? '');
    if (unit !== undefined && (group === undefined || continues(group, unit))) {
      group = (group ?? 0) + unit;
    } else if (scale !== undefined && group !== undefined) {
      scaled = true;
      if (scale <= 100) group *= scale;
      else {
        total += group * scale;
        group = 0;
      }
    } else if (token?.fold !== 'and' || !scaled || !units.has(tokens[to + 1]?.fold ?? '')) {
      break;
    }
  }
  return group === undefined ? undefined : { value: total + group, to, scaled };
}

/** Whether a number word goes on with the number so far: "twenty" "five", not "five" "six". */
function continues(group: number, unit: number): boolean {
  const open = group % 100;
  if (unit < 10 && open >= 20) return open % 10 === 0;
  return open === 0;
}

function hedgeBefore(tokens: readonly Token[], index: number): Quantity['hedge'] {
  const previous = tokens[index - 1];
  if (!previous) return null;
  if (previous.fold === 'to' && tokens[index - 2]?.fold === 'up') return 'up to';
  if (previous.fold === 'of') return hedges.get(tokens[index - 2]?.fold ?? '') ?? null;
  return hedges.get(previous.fold) ?? null;
}

/**
 * Finds every number of a clause, ranges taken together: "18-22", "three to five", "between 5 and 8",
 * "10-20k", "2 or 3".
 *
 * @param tokens tokens of one clause
 * @returns quantities from left to right
 */
export function quantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = numberAt(tokens, index);
    if (!first) continue;
    const signed = tokens[index - 1]?.kind === 'currency' ? index - 1 : index;
    const between = tokens[signed - 1]?.fold === 'between';
    const second = secondEnd(tokens, first, between);
    let low = first.value;
    let high = second?.value ?? low;
    // "10-20k" means ten to twenty thousand.
    if (second?.scaled && !first.scaled && low < 1000 && low * 1000 <= high) low *= 1000;
    if (high < low) [low, high] = [high, low];
    let to = second?.to ?? first.to;
    let hedge = hedgeBefore(tokens, signed);
    if (tokens[to]?.text === '+') {
      hedge = 'at least';
      to += 1;
    }
    found.push({ low, high, from: index, to, hedge });
    index = to - 1;
  }
  return found;
}

function secondEnd(
  tokens: readonly Token[],
  first: Reading,
  between: boolean,
): Reading | undefined {
  let at = first.to;
  if (tokens[at]?.kind === 'currency' || tokens[at]?.stem === 'dollar') at += 1;
  const joint = tokens[at]?.fold;
  if (joint !== '-' && joint !== 'to' && joint !== 'or' && !(between && joint === 'and')) return;
  at += 1;
  if (tokens[at]?.kind === 'currency') at += 1;
  const second = numberAt(tokens, at);
  if (!second || second.value === 0) return undefined;
  // "2 or 20000 images" are two numbers; a range has ends of one order.
  if (joint === 'or' && second.value > first.value * 10) return undefined;
  return second;
}
