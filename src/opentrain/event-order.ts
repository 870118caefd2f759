/** Whether an event comes after a cursor; ids are decimal numbers that may outgrow a double. */
export function isAfter(id: string, cursor: string | undefined): boolean {
  if (cursor === undefined) return true;
  return isDecimal(id) && isDecimal(cursor) ? BigInt(id) > BigInt(cursor) : id !== cursor;
}

/** Oldest first. Events whose ids are no numbers stay where they are. */
export function byId(a: { id: string }, b: { id: string }): number {
  if (a.id === b.id || !isDecimal(a.id) || !isDecimal(b.id)) return 0;
  return isAfter(a.id, b.id) ? 1 : -1;
}

const isDecimal = (id: string) => /^\d+$/.test(id);
