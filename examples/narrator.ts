import assert from 'node:assert/strict';

// Colour is for people at a terminal; a pipe or NO_COLOR gets plain text.
const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);
const bold = paint(1);
const dim = paint(2);
const green = paint(32);
const cyan = paint(36);

let checks = 0;

/** A chapter of the story. */
export function chapter(title: string): void {
  console.log(`\n${bold(title)}`);
}

/** What happened. */
export function tell(text: string): void {
  console.log(`  ${text}`);
}

/** Something a person would click or type. */
export function show(label: string, value: string): void {
  console.log(`  ${dim(label)} ${cyan(value)}`);
}

/** States a fact and makes sure of it; the program ends with an error when it does not hold. */
export function check<T>(fact: string, actual: T, expected: T): void {
  assert.deepEqual(actual, expected, fact);
  checks += 1;
  console.log(`  ${green('✓')} ${fact}`);
}

/** How many facts were made sure of. */
export function checked(): number {
  return checks;
}
