const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds, or a number with a unit: `250ms`, `10s`, `30m`, `72h`, `7d`, also `1h30m`. */
export type Duration = number | string;

/**
 * @returns the duration in milliseconds.
 * @throws RangeError when it is negative, not finite or not readable.
 */
export function milliseconds(duration: Duration): number {
  const value = typeof duration === 'number' ? duration : parse(duration.trim());
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`Not a duration: ${duration}. Use milliseconds or text such as '72h'.`);
  }
  return value;
}

function parse(text: string): number {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return Number.NaN;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * units[unit as keyof typeof units];
  }
  return total;
}
