import type { JobFacets } from '../../../../generated/opentrain/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Listing } from './listing.ts';

const dimensions = ['categories', 'languages', 'countries', 'payTypes'] as const;
type Dimension = (typeof dimensions)[number];

interface FacetRow {
  readonly dimension: Dimension;
  readonly value: string;
  readonly count: number;
}

/** How many open jobs have each value, kept as jobs come and go: reading never counts. */
export class Facets {
  readonly #table;

  constructor(kernel: Kernel) {
    this.#table = kernel.store.table('opentrain.facets', {
      key: ({ dimension, value }: FacetRow) => keyOf(dimension, value),
      indexes: { dimension: { on: (facet) => facet.dimension, sort: (facet) => facet.count } },
    });
  }

  /** Accounts for a listing that changed, appeared (no `before`) or went (no `after`). */
  move(before: Listing | undefined, after: Listing | undefined): void {
    if (before === after) return;
    for (const dimension of dimensions) {
      for (const value of valuesOf(before, dimension)) this.#add(dimension, value, -1);
      for (const value of valuesOf(after, dimension)) this.#add(dimension, value, 1);
    }
  }

  /** Every value with its count, largest first. */
  read(): Pick<JobFacets, Dimension> {
    const list = (dimension: Dimension) =>
      [...this.#table.walk('dimension', dimension, 'newest')].map(({ value, count }) => ({
        value,
        count,
      }));
    return {
      categories: list('categories'),
      languages: list('languages'),
      countries: list('countries'),
      payTypes: list('payTypes'),
    };
  }

  #add(dimension: Dimension, value: string, by: number): void {
    const key = keyOf(dimension, value);
    const count = (this.#table.get(key)?.count ?? 0) + by;
    if (count <= 0) this.#table.delete(key);
    else if (count === by) this.#table.insert({ dimension, value, count });
    else this.#table.update(key, { count });
  }
}

const keyOf = (dimension: Dimension, value: string) => `${dimension}|${value}`;

function valuesOf(listing: Listing | undefined, dimension: Dimension): readonly string[] {
  if (!listing) return [];
  switch (dimension) {
    case 'categories':
      return listing.category === null ? [] : [listing.category];
    case 'payTypes':
      return listing.payType === null ? [] : [listing.payType];
    default:
      return listing[dimension];
  }
}
