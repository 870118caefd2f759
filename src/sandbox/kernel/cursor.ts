import type { Position } from './ordered-list.ts';
import { invalid } from './refusal.ts';

/** A position as the opaque text a client hands back. */
export function writeCursor({ sort, seq }: Position): string {
  return btoa(JSON.stringify([encodeURIComponent(sort), typeof sort === 'number' ? 0 : 1, seq]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @throws Gated, a 400 on `cursor`, when the text was not made by {@link writeCursor}. */
export function readCursor(text: string): Position {
  try {
    const parsed: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    const [sort, kind, seq] = parsed as [string, number, number];
    if (typeof sort === 'string' && Number.isInteger(seq)) {
      const value = decodeURIComponent(sort);
      if (kind === 1) return { sort: value, seq };
      if (Number.isFinite(Number(value))) return { sort: Number(value), seq };
    }
  } catch {
    // Falls through: whatever is wrong with it, the caller's answer is the same.
  }
  throw invalid('query', ['cursor'], 'Not a cursor of this list');
}
