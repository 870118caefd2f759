/** Something to be done at a time. */
export interface Due {
  readonly at: number;
  /** Order among those of the same time. */
  readonly seq: number;
  cancelled?: boolean;
}

/** A binary heap, earliest first. Cancelled entries fall out when they come up. */
export class TimeQueue<Entry extends Due> {
  readonly #heap: Entry[] = [];

  push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      if (!before(entry, heap[parent] as Entry)) break;
      heap[index] = heap[parent] as Entry;
      index = parent;
    }
    heap[index] = entry;
  }

  peek(): Entry | undefined {
    while (this.#heap[0]?.cancelled) this.#removeFirst();
    return this.#heap[0];
  }

  pop(): Entry | undefined {
    const first = this.peek();
    if (first) this.#removeFirst();
    return first;
  }

  /** Entries still to come, in order. */
  list(): Entry[] {
    return this.#heap.filter((entry) => !entry.cancelled).sort((a, b) => (before(a, b) ? -1 : 1));
  }

  clear(): void {
    this.#heap.length = 0;
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const right = heap[child + 1];
      if (right && before(right, heap[child] as Entry)) child += 1;
      const next = heap[child];
      if (!next || !before(next, last)) break;
      heap[index] = next;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: Due, b: Due): boolean {
  return a.at !== b.at ? a.at < b.at : a.seq < b.seq;
}
