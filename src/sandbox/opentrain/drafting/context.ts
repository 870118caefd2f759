import type { Hit } from './lexicon.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const negations = words(
  'no not without never dont doesnt arent isnt wont cant cannot excluding except exclude excluded avoid neither nor',
);
const breaks = words('. ; : , ( ) but only just although though');
const unwanted = words(
  'required need needed necessary eligible accepted allowed important essential apply wanted involved expected mandatory must',
);
const extras = words('plus bonus optional preferred advantage desirable helpful beneficial asset');
const softeners = words('ideally preferably optionally bonus');
const listJoints = words(', and or nor / & the as well');
const reach = 7;

/** Whether the words before `index` deny it: "not in", "without any", "no need for". */
export function isDeniedBefore(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - reach; at -= 1) {
    const token = tokens[at] as Token;
    if (breaks.has(token.fold)) return false;
    if (!negations.has(token.fold)) continue;
    const next = tokens[at + 1]?.fold;
    return next !== 'only' && next !== 'just';
  }
  return false;
}

/** Whether the words from `index` on deny what stands before them: "is not required", "need not apply". */
export function isDeniedAfter(tokens: readonly Token[], index: number): boolean {
  let denied = false;
  let dismissed = false;
  for (let at = index; at < index + reach; at += 1) {
    const token = tokens[at];
    if (!token || breaks.has(token.fold)) break;
    denied ||= negations.has(token.fold) || token.fold === 'unnecessary';
    dismissed ||= unwanted.has(token.fold) || token.fold === 'unnecessary';
  }
  return denied && dismissed;
}

/** Whether a phrase is denied from either side. */
export function isDenied(tokens: readonly Token[], hit: { from: number; to: number }): boolean {
  return isDeniedBefore(tokens, hit.from) || isDeniedAfter(tokens, hit.to);
}

/** Whether a phrase is a wish and no requirement: "is a plus", "ideally". */
export function isOptional(tokens: readonly Token[], hit: { from: number; to: number }): boolean {
  if (near(tokens, hit.from, -3, softeners)) return true;
  for (let at = hit.to; at < hit.to + reach; at += 1) {
    const fold = tokens[at]?.fold ?? ';';
    if (extras.has(fold) || (fold === 'nice' && tokens[at + 1]?.fold === 'to')) return true;
    if (fold === ';' || fold === ',' || fold === 'but') return false;
  }
  return false;
}

/**
 * Whether any of `set` (in stem or fold form) is among the tokens next to `index`.
 *
 * @param distance how many tokens to look at: negative to the left, positive to the right
 */
export function near(
  tokens: readonly Token[],
  index: number,
  distance: number,
  set: ReadonlySet<string>,
): boolean {
  const [from, to] = distance < 0 ? [index + distance, index] : [index, index + distance];
  for (let at = Math.max(0, from); at < to; at += 1) {
    const token = tokens[at];
    if (token && (set.has(token.stem) || set.has(token.fold))) return true;
  }
  return false;
}

/**
 * Groups phrases that a brief lists together ("Mexico, Colombia or Peru"), so that words before or
 * after the list count for all of it.
 *
 * @returns the groups, each with the span it covers
 */
export function lists<T>(
  tokens: readonly Token[],
  hits: readonly Hit<T>[],
): { readonly hits: Hit<T>[]; readonly from: number; to: number }[] {
  const groups: { hits: Hit<T>[]; from: number; to: number }[] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last && isJoint(tokens, last.to, hit.from)) {
      last.hits.push(hit);
      last.to = hit.to;
    } else groups.push({ hits: [hit], from: hit.from, to: hit.to });
  }
  return groups;
}

function isJoint(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let at = from; at < to; at += 1) {
    if (!listJoints.has(tokens[at]?.fold ?? '')) return false;
  }
  return true;
}
