/** A place in an ordered list: the sort value, then the order of insertion. */
export interface Position {
  readonly sort: number | string;
  readonly seq: number;
}

/** Items kept in order of their position. Finding a place costs O(log n). */
export class OrderedList<Item> {
  readonly #items: Item[] = [];

  constructor(private readonly position: (item: Item) => Position) {}

  get size(): number {
    return this.#items.length;
  }

  at(index: number): Item | undefined {
    return this.#items[index];
  }

  insert(item: Item): void {
    const { position } = this;
    const last = this.#items.at(-1);
    // Nearly every row is the newest of its list.
    if (last === undefined || compare(position(last), position(item)) < 0) this.#items.push(item);
    else this.#items.splice(this.lowerBound(position(item)), 0, item);
  }

  /** Removes the item at exactly this position. */
  remove(position: Position): void {
    const index = this.lowerBound(position);
    const found = this.#items[index];
    if (found !== undefined && compare(this.position(found), position) === 0) {
      this.#items.splice(index, 1);
    }
  }

  clear(): void {
    this.#items.length = 0;
  }

  /** Index of the first item not before `position`. */
  lowerBound(position: Position): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.position(this.#items[middle] as Item), position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Items beyond `after` in the given direction, lazily; without `after`, from that direction's
   * start.
   */
  *walk(order: 'newest' | 'oldest', after?: Position): Generator<Item> {
    let index = this.#start(order, after);
    const step = order === 'oldest' ? 1 : -1;
    for (let item = this.#items[index]; item !== undefined; item = this.#items[index]) {
      yield item;
      index += step;
    }
  }

  #start(order: 'newest' | 'oldest', after: Position | undefined): number {
    if (order === 'newest') return (after ? this.lowerBound(after) : this.#items.length) - 1;
    if (!after) return 0;
    const index = this.lowerBound(after);
    const found = this.#items[index];
    return found !== undefined && compare(this.position(found), after) === 0 ? index + 1 : index;
  }
}

function compare(a: Position, b: Position): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  return a.seq - b.seq;
}
