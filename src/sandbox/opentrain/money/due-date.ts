/**
 * Reads a due date: a bare day is midnight UTC.
 *
 * @returns ISO text, or `undefined` when it is no date.
 */
export function dueDate(text: string): string | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d.*)?$/.exec(text) ?? [];
  const time = day === undefined ? Number.NaN : Date.parse(text);
  if (day === undefined || Number.isNaN(time)) return undefined;
  // 30 February parses, as 2 March: only a day that comes back as it went in exists.
  const midnight = new Date(`${day}T00:00:00.000Z`);
  if (midnight.toISOString().slice(0, 10) !== day) return undefined;
  return new Date(time).toISOString();
}
