import type { CursorStore } from './cursor-store.ts';

/**
 * Keeps cursors in this process, where they are forgotten when it ends: for tests, and for programs
 * that read the whole history at each start.
 *
 * @example
 * ```ts
 * const cursor = memoryCursor();
 * ```
 */
export function memoryCursor(): CursorStore {
  const cursors = new Map<string, string>();
  return {
    async load(name) {
      return cursors.get(name);
    },
    async save(name, cursor, previous) {
      if (cursors.get(name) !== previous) return false;
      cursors.set(name, cursor);
      return true;
    },
  };
}
