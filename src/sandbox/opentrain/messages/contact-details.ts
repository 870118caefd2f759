const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['email_address', /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z][\w.-]{0,62}/gi],
  // International; then the two ways of writing a national number that no quantity has.
  ['phone_number', /\+\d[\d .()-]{7,18}\d/g],
  ['phone_number', /\(\d{3,4}\) ?\d{3}[ .-]?\d{4}\b/g],
  ['phone_number', /(?<![\d.,-])\d{3}[.-]\d{3}[.-]\d{4}(?![\d.,-])/g],
  ['messenger', /\b(?:whats ?app|telegram|skype|wechat)\b[^.\n]{0,20}@\w{3,32}/gi],
  ['messenger', /\bt\.me\/\w{3,32}/gi],
];

/** Kinds of contact details that a text holds. */
export function contactDetailsIn(text: string): string[] {
  // `search` pays no heed to a global pattern's `lastIndex`.
  const found = patterns.filter(([, pattern]) => text.search(pattern) >= 0);
  return [...new Set(found.map(([kind]) => kind))];
}

/** The text with every contact detail replaced. */
export function withoutContactDetails(text: string): string {
  return patterns.reduce((rest, [, pattern]) => rest.replace(pattern, '[removed]'), text);
}
