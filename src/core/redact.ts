/** Keys, tokens and secrets of either platform, known by their prefixes, wherever they stand in a text. */
const secrets = /(tak_|ot_(?:pat|clm|cat|ptk)_|whsec_)[\w-]+/g;

/** `text` with every key, token and secret in it cut down to its prefix. */
export function redact(text: string): string {
  return text.replace(secrets, '$1***');
}

/** More than any platform sends, and little enough for the stack. */
const deepest = 32;

/** A copy of parsed JSON in which every string is redacted, and what is nested too deep left out. */
export function redactDeep<T>(value: T, depth = 0): T {
  if (typeof value === 'string') return redact(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '…' as T;
  if (Array.isArray(value)) return value.map((inner) => redactDeep(inner, depth + 1)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redact(key), redactDeep(inner, depth + 1)]),
  ) as T;
}
