/** A source of numbers from 0 up to 1, seeded by whoever gives it. */
export type Random = () => number;

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the values, each as likely. */
export function pick<T>(random: Random, values: readonly [T, ...T[]]): T;
export function pick<T>(random: Random, values: readonly T[]): T | undefined;
export function pick<T>(random: Random, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** `count` different values, in drawn order; all of them when there are fewer. */
export function sample<T>(random: Random, values: readonly T[], count: number): T[] {
  const left = [...values];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** An id such as `usr_4f0k2m9x1c`. */
export function drawId(random: Random, prefix: string): string {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
  let id = '';
  for (let at = 0; at < 12; at += 1) id += digits[Math.floor(random() * digits.length)];
  return `${prefix}_${id}`;
}
