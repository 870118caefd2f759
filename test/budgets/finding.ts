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

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
