/**
 * JSON in which nothing steers a terminal: what JSON itself leaves as it is, of the eight-bit control characters and of
 * those that turn the order of letters around, is spelled out, which every reader undoes.
 */
export function asJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
