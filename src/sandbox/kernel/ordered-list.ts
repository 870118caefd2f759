/** A place in an ordered list: the sort value, then the order of insertion. */
export interface Position {
  readonly sort: number | string;
  readonly seq: number;
}

interface Place {
  chunk: number;
  index: number;
}

/** Small enough to splice at no cost, large enough that a million items need few chunks. */
const chunkSize = 512;

/** Items kept in order of their position, in chunks: any change costs O(log n + chunk). */
export class OrderedList<Item> {
  #chunks: Item[][] = [];
  #size = 0;

  constructor(private readonly position: (item: Item) => Position) {}

  get size(): number {
    return this.#size;
  }

  get first(): Item | undefined {
    return this.#chunks[0]?.[0];
  }

  get last(): Item | undefined {
    return this.#chunks.at(-1)?.at(-1);
  }

  clear(): void {
    this.#chunks = [];
    this.#size = 0;
  }

  insert(item: Item): void {
    const { chunk, index } = this.#placeFor(item);
    const items = this.#chunks[chunk];
    this.#size += 1;
    if (!items) {
      this.#chunks.push([item]);
      return;
    }
    items.splice(index, 0, item);
    if (items.length <= chunkSize) return;
    // Full at its end, as every list is that grows in order: leave it full and begin another.
    const keep = index === chunkSize ? chunkSize : chunkSize / 2;
    this.#chunks.splice(chunk + 1, 0, items.splice(keep));
  }

  /** Removes the item at exactly this position. */
  remove(position: Position): void {
    const { chunk, index } = this.#lowerBound(position);
    const items = this.#chunks[chunk];
    const found = items?.[index];
    if (!items || found === undefined || compare(this.position(found), position) !== 0) return;
    items.splice(index, 1);
    this.#size -= 1;
    if (items.length === 0) this.#chunks.splice(chunk, 1);
  }

  /**
   * Items beyond `after` in the given direction, lazily; without `after`, from that direction's
   * start.
   */
  *walk(order: 'newest' | 'oldest', after?: Position): Generator<Item> {
    let { chunk, index } = this.#start(order, after);
    const step = order === 'oldest' ? 1 : -1;
    for (let items = this.#chunks[chunk]; items; items = this.#chunks[chunk]) {
      for (; index >= 0 && index < items.length; index += step) yield items[index] as Item;
      chunk += step;
      index = step === 1 ? 0 : (this.#chunks[chunk]?.length ?? 0) - 1;
    }
  }

  #start(order: 'newest' | 'oldest', after: Position | undefined): Place {
    if (order === 'oldest' && !after) return { chunk: 0, index: 0 };
    const end = { chunk: this.#chunks.length, index: 0 };
    const { chunk, index } = after ? this.#lowerBound(after) : end;
    if (order === 'newest') {
      if (index > 0) return { chunk, index: index - 1 };
      return { chunk: chunk - 1, index: (this.#chunks[chunk - 1]?.length ?? 0) - 1 };
    }
    const found = this.#chunks[chunk]?.[index];
    const exact = found !== undefined && after && compare(this.position(found), after) === 0;
    return { chunk, index: exact ? index + 1 : index };
  }

  #placeFor(item: Item): Place {
    const { last } = this;
    const position = this.position(item);
    // Nearly every row is the newest of its list.
    if (last !== undefined && compare(this.position(last), position) > 0) {
      return this.#lowerBound(position);
    }
    const chunk = Math.max(0, this.#chunks.length - 1);
    return { chunk, index: this.#chunks[chunk]?.length ?? 0 };
  }

  /** The first item not before `position`. */
  #lowerBound(position: Position): Place {
    const isBefore = (item: Item) => compare(this.position(item), position) < 0;
    const chunk = search(this.#chunks, (items) => isBefore(items.at(-1) as Item));
    return { chunk, index: search(this.#chunks[chunk] ?? [], isBefore) };
  }
}

/** Index of the first item of which `isBefore` does not hold. */
function search<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Position, b: Position): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  return a.seq - b.seq;
}
