const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['email_address', /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z][\w.-]{0,62}/i],
  // International; then the two ways of writing a national number that no quantity has.
  ['phone_number', /\+\d[\d .()-]{7,18}\d/],
  ['phone_number', /\(\d{3,4}\) ?\d{3}[ .-]?\d{4}\b/],
  ['phone_number', /(?<![\d.,-])\d{3}[.-]\d{3}[.-]\d{4}(?![\d.,-])/],
  ['messenger', /\b(?:whats ?app|telegram|skype|wechat)\b[^.\n]{0,20}@\w{3,32}/i],
  ['messenger', /\bt\.me\/\w{3,32}/i],
];

/** Kinds of contact details that a text holds. */
export function contactDetailsIn(text: string): string[] {
  const found = patterns.filter(([, pattern]) => pattern.test(text));
  return [...new Set(found.map(([kind]) => kind))];
}
