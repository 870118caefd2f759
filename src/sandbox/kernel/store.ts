import type { KernelPart } from './kernel-part.ts';
import { Table, type TableDefinition, type TableSnapshot } from './table.ts';

/** All state of the sandbox as JSON. */
export interface StoreSnapshot {
  tables: Record<string, TableSnapshot>;
  counters: Record<string, number>;
}

/** What the store needs of a table, whatever its rows are. */
type Stored = Pick<Table<object>, 'size' | 'writes' | 'snapshot' | 'restore'>;

/** Every product's tables and counters. What lives here is in the snapshot; nothing else needs to be. */
export class Store implements KernelPart<StoreSnapshot> {
  readonly #tables = new Map<string, Stored>();
  readonly #counters = new Map<string, number>();
  #counted = 0;

  /**
   * Declares a table, once per sandbox. Names start with the product: `opentrain.jobs`.
   *
   * @example
   * const jobs = store.table('opentrain.jobs', {
   *   key: (job: JobRow) => job.id,
   *   indexes: { account: { on: (job) => job.accountId } },
   * });
   * jobs.page({ index: 'account', key: accountId, limit: 25, after: cursor });
   */
  table<Row extends object, Index extends string = never>(
    name: string,
    definition: TableDefinition<Row, Index>,
  ): Table<Row, Index> {
    if (this.#tables.has(name)) throw new Error(`table ${name} is declared twice`);
    const table = new Table(name, definition);
    this.#tables.set(name, table);
    return table;
  }

  /** The next number of a counter: 1, 2, 3, … */
  next(counter: string): number {
    const value = (this.#counters.get(counter) ?? 0) + 1;
    this.#counters.set(counter, value);
    this.#counted += 1;
    return value;
  }

  /** The last number given out, 0 before the first. */
  current(counter: string): number {
    return this.#counters.get(counter) ?? 0;
  }

  /** How many writes there were. */
  get revision(): number {
    let writes = this.#counted;
    for (const table of this.#tables.values()) writes += table.writes;
    return writes;
  }

  /** Rows per table. */
  sizes(): Record<string, number> {
    return Object.fromEntries([...this.#tables].map(([name, table]) => [name, table.size]));
  }

  snapshot(): StoreSnapshot {
    return {
      tables: Object.fromEntries(
        [...this.#tables].map(([name, table]) => [name, table.snapshot()]),
      ),
      counters: Object.fromEntries(this.#counters),
    };
  }

  /** Tables that the snapshot has not are empty then. */
  restore({ tables, counters }: StoreSnapshot): void {
    for (const name of Object.keys(tables)) {
      if (!this.#tables.has(name)) throw new TypeError(`there is no table ${name}`);
    }
    for (const [name, table] of this.#tables) table.restore(tables[name]);
    this.#counters.clear();
    for (const [name, value] of Object.entries(counters)) {
      if (!Number.isSafeInteger(value)) throw new TypeError(`${name} counts to ${value}`);
      this.#counters.set(name, value);
    }
  }
}
