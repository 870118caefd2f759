import { readCursor, writeCursor } from './cursor.ts';
import { OrderedList, type Position } from './ordered-list.ts';

/** A secondary index: rows grouped under a key, in order within each group. */
export interface IndexDefinition<Row> {
  /** The group or groups a row belongs to; `undefined` leaves it out. */
  on: (row: Row) => string | readonly string[] | undefined;
  /** Sort value within the group. Default: order of insertion. */
  sort?: (row: Row) => number | string;
}

/** How a table finds its rows. */
export interface TableDefinition<Row, Index extends string = string> {
  /** The primary key. */
  key: (row: Row) => string;
  indexes?: Record<Index, IndexDefinition<Row>>;
}

/** Which rows a page holds. */
export interface PageQuery<Row, Index extends string> {
  /** The index to walk, with `key`; without it all rows in order of insertion. */
  index?: Index;
  key?: string;
  /** Default `newest` first. */
  order?: 'newest' | 'oldest';
  limit: number;
  /** A `nextCursor` of this table, or a position to start beyond. */
  after?: string | Position | undefined;
  /** Rows to leave out cost one step each: index what is filtered often. */
  where?: (row: Row) => boolean;
}

/** Some rows, and where the next ones start. */
export interface Page<Row> {
  rows: Row[];
  /** `null` when nothing is left. */
  nextCursor: string | null;
}

/** A table as JSON. */
export interface TableSnapshot {
  seq: number;
  rows: [seq: number, row: unknown][];
}

interface Entry<Row> {
  readonly seq: number;
  row: Row;
}

/**
 * Rows by primary key, with ordered indexes that are kept on every write. Rows are values: to change
 * one, `update` it, never assign to it.
 */
export class Table<Row extends object, Index extends string = never> {
  readonly #entries = new Map<string, Entry<Row>>();
  readonly #inserted = new OrderedList<Entry<Row>>(({ seq }) => ({ sort: 0, seq }));
  readonly #groups = new Map<string, Map<string, OrderedList<Entry<Row>>>>();
  readonly #indexes: [string, IndexDefinition<Row>][];
  #seq = 0;
  #writes = 0;

  constructor(
    readonly name: string,
    private readonly definition: TableDefinition<Row, Index>,
  ) {
    this.#indexes = Object.entries(definition.indexes ?? {});
    for (const [index] of this.#indexes) this.#groups.set(index, new Map());
  }

  /** How many changes there were since the table was made. */
  get writes(): number {
    return this.#writes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Readonly<Row> | undefined {
    return this.#entries.get(key)?.row;
  }

  /** @throws when the key is taken: ids are made by the sandbox, so that is a bug. */
  insert(row: Row): Readonly<Row> {
    const key = this.definition.key(row);
    if (this.#entries.has(key)) throw new Error(`${this.name} already has a row ${key}`);
    this.#seq += 1;
    this.#add(key, { seq: this.#seq, row: Object.freeze(row) });
    return row;
  }

  /** Replaces some fields of a row; its place in insertion order stays. */
  update(
    key: string,
    change: Partial<Row> | ((row: Readonly<Row>) => Partial<Row>),
  ): Readonly<Row> {
    const entry = this.#entries.get(key);
    if (!entry) throw new Error(`${this.name} has no row ${key}`);
    const fields = typeof change === 'function' ? change(entry.row) : change;
    const row = Object.freeze({ ...entry.row, ...fields });
    if (this.definition.key(row) !== key) throw new Error(`${this.name}: a key never changes`);
    const before = this.#places(entry.row, entry.seq);
    const after = this.#places(row, entry.seq);
    const left = before.filter((place) => !after.some((other) => same(place, other)));
    const entered = after.filter((place) => !before.some((other) => same(place, other)));
    // Out while the old row still tells where it stands, in once the new one does.
    for (const place of left) this.#leave(place);
    this.#writes += 1;
    entry.row = row;
    for (const place of entered) this.#group(place).insert(entry);
    return row;
  }

  /** @returns whether there was such a row. */
  delete(key: string): boolean {
    const entry = this.#entries.get(key);
    if (!entry) return false;
    for (const place of this.#places(entry.row, entry.seq)) this.#leave(place);
    this.#writes += 1;
    this.#inserted.remove({ sort: 0, seq: entry.seq });
    return this.#entries.delete(key);
  }

  /** How many rows an index holds under a key. */
  count(index: Index, key: string): number {
    return this.#groups.get(index)?.get(key)?.size ?? 0;
  }

  /** The oldest row of a group: the row, where an index is unique. */
  first(index: Index, key: string): Readonly<Row> | undefined {
    return this.#groups.get(index)?.get(key)?.first?.row;
  }

  /** The newest row of a group. */
  last(index: Index, key: string): Readonly<Row> | undefined {
    return this.#groups.get(index)?.get(key)?.last?.row;
  }

  /** Rows of a group, lazily. Don't write to the table while walking: collect first. */
  *walk(
    index: Index,
    key: string,
    order: 'newest' | 'oldest' = 'oldest',
  ): Generator<Readonly<Row>> {
    const group = this.#groups.get(index)?.get(key);
    if (group) for (const { row } of group.walk(order)) yield row;
  }

  /** Every row, lazily, oldest first. */
  *all(): Generator<Readonly<Row>> {
    for (const { row } of this.#inserted.walk('oldest')) yield row;
  }

  /**
   * One page of a group: O(log n + page).
   *
   * @throws Gated (a 400 on `cursor`) when `after` is no cursor of this table.
   */
  page(query: PageQuery<Row, Index>): Page<Readonly<Row>> {
    const { index, key = '', order = 'newest', limit, where } = query;
    const sort = index === undefined ? undefined : this.definition.indexes?.[index].sort;
    const after = typeof query.after === 'string' ? readCursor(query.after) : query.after;
    const list = index === undefined ? this.#inserted : this.#groups.get(index)?.get(key);
    const page: Page<Readonly<Row>> = { rows: [], nextCursor: null };
    let last: Entry<Row> | undefined;
    for (const entry of list?.walk(order, after) ?? []) {
      if (where && !where(entry.row)) continue;
      if (last && page.rows.length >= limit) {
        page.nextCursor = writeCursor({ sort: sort?.(last.row) ?? 0, seq: last.seq });
        break;
      }
      page.rows.push(entry.row);
      last = entry;
    }
    return page;
  }

  /** This row's position in an index (or in insertion order), for `page({ after })`. */
  position(key: string, index?: Index): Position | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const sort = index === undefined ? undefined : this.definition.indexes?.[index].sort;
    return { sort: sort?.(entry.row) ?? 0, seq: entry.seq };
  }

  snapshot(): TableSnapshot {
    const rows: TableSnapshot['rows'] = [];
    for (const { seq, row } of this.#inserted.walk('oldest')) rows.push([seq, row]);
    return { seq: this.#seq, rows };
  }

  restore(snapshot: TableSnapshot | undefined): void {
    this.#entries.clear();
    this.#inserted.clear();
    for (const groups of this.#groups.values()) groups.clear();
    this.#seq = 0;
    const { rows, seq: last } = snapshot ?? { rows: [], seq: 0 };
    if (!Array.isArray(rows)) throw new TypeError(`${this.name} has no rows`);
    for (const [seq, row] of rows) {
      const key = isObject(row) ? this.definition.key(row as Row) : undefined;
      if (typeof key !== 'string' || this.#entries.has(key) || !(seq > this.#seq)) {
        throw new TypeError(`row ${seq} of ${this.name} is none`);
      }
      this.#seq = seq;
      this.#add(key, { seq, row: Object.freeze(row as Row) });
    }
    this.#seq = Math.max(this.#seq, last);
  }

  #add(key: string, entry: Entry<Row>): void {
    this.#writes += 1;
    this.#entries.set(key, entry);
    this.#inserted.insert(entry);
    for (const place of this.#places(entry.row, entry.seq)) this.#group(place).insert(entry);
  }

  #places(row: Row, seq: number): Place[] {
    return this.#indexes.flatMap(([index, { on, sort }]) => {
      const keys = on(row);
      if (keys === undefined) return [];
      const position = { sort: sort?.(row) ?? 0, seq };
      const list = typeof keys === 'string' ? [keys] : [...new Set(keys)];
      return list.map((key) => ({ index, key, position }));
    });
  }

  #group({ index, key }: Place): OrderedList<Entry<Row>> {
    const groups = this.#groups.get(index) as Map<string, OrderedList<Entry<Row>>>;
    let group = groups.get(key);
    if (!group) {
      const sort = this.definition.indexes?.[index as Index].sort;
      group = new OrderedList(({ seq, row }) => ({ sort: sort?.(row) ?? 0, seq }));
      groups.set(key, group);
    }
    return group;
  }

  #leave({ index, key, position }: Place): void {
    const groups = this.#groups.get(index);
    groups?.get(key)?.remove(position);
    if (groups?.get(key)?.size === 0) groups.delete(key);
  }
}

interface Place {
  index: string;
  key: string;
  position: Position;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function same(a: Place, b: Place): boolean {
  return a.index === b.index && a.key === b.key && a.position.sort === b.position.sort;
}
