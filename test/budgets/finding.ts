/** One measurement, and whether it is within its budget. */
export interface Finding {
  what: string;
  measured: string;
  /** Absent for a figure that is shown and not limited. */
  budget?: string;
  within: boolean;
}

/** A finding about a number that must not grow. */
export function atMost(
  what: string,
  value: number,
  limit: number | undefined,
  unit: string,
  note = '',
): Finding {
  const show = (number: number) => `${number.toLocaleString('en')} ${unit}`;
  const measured = note ? `${show(value)} (${note})` : show(value);
  if (limit === undefined) return { what, measured, within: true };
  return { what, measured, budget: show(limit), within: value <= limit };
}

/**
 * Measures on where something is over, up to three times as long: others only ever add to a time, and the least counts.
 *
 * @param measure adds to what it has measured, and tells what that comes to
 */
export function patiently(measure: () => Finding[]): Finding[] {
  let findings = measure();
  for (let more = 0; more < 2 && findings.some(({ within }) => !within); more++) {
    findings = measure();
  }
  return findings;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
