import type { Json } from '../generate/document.ts';

/** `breaking`, `added` by them and harmless, or `other`: worth a look. */
export type Level = 'breaking' | 'added' | 'other';

/** A difference as the library finds it. */
export interface Change {
  /** The library's own verdict. */
  readonly type: string;
  readonly action: string;
  readonly way: readonly string[];
  readonly before: Json;
  readonly after: Json;
}

/**
 * How bad a difference is. The library's verdict stands but for types and enums, which it judges alike
 * whether they are sent or read, and for what can't be sent any more.
 */
export function levelOf(change: Change): Level {
  const { type, action, way, before, after } = change;
  const isRead = way.includes('responses');
  const last = way.at(-1);
  if (last === 'type' && action === 'replace') {
    // What is read may become narrower, what is sent wider.
    const fits = isRead ? within(after, before) : within(before, after);
    return fits ? 'other' : 'breaking';
  }
  if (way.at(-2) === 'enum') {
    // Open enums: a value more is not a surprise for readers; one that is sent no more is.
    if (isRead) return action === 'remove' ? 'other' : 'added';
    return action === 'remove' || action === 'replace' ? 'breaking' : 'added';
  }
  if (!isRead && action === 'remove' && way.at(-2) === 'properties') return 'breaking';
  if (type === 'breaking') return 'breaking';
  return action === 'add' ? 'added' : 'other';
}

/** Whether every value of one type is a value of another. */
function within(narrow: Json, wide: Json): boolean {
  const types = [wide].flat();
  return [narrow].flat().every((type) => {
    return types.includes(type) || (type === 'integer' && types.includes('number'));
  });
}
