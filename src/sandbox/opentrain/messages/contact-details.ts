const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['email_address', /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z][\w.-]{0,62}/gi],
  [
    'phone_number',
    /(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?)?\d{2,4}[ .-]\d{3,4}[ .-]\d{3,5}(?![\w])|\+\d{9,14}(?!\d)/g,
  ],
  [
    'messenger',
    /\b(?:whats ?app|telegram|skype|wechat|signal)\b[^.\n]{0,20}(?:@\w{3,32}|\+?\d{6,14})|\bt\.me\/\w{3,32}/gi,
  ],
];

/** Kinds of contact details that a text holds. */
export function contactDetailsIn(text: string): string[] {
  // `search` ignores `lastIndex`, which `test` of a global pattern would keep.
  return patterns.flatMap(([kind, pattern]) => (text.search(pattern) >= 0 ? [kind] : []));
}

/** The text with every contact detail replaced. */
export function withoutContactDetails(text: string): string {
  return patterns.reduce((rest, [, pattern]) => rest.replace(pattern, '[removed]'), text);
}
