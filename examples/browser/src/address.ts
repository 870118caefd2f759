import type { JobSearchQuery } from 'trainyard/opentrain';

/** What one may look for. Facets tell of categories, too, but a search takes none. */
export type Filters = Pick<JobSearchQuery, 'q' | 'language' | 'country' | 'payType'>;

const names = ['q', 'language', 'country', 'payType'] as const;

/** The search that the page's address holds, or a form: anything in it may be made up. */
export function filtersIn(parameters: URLSearchParams | FormData): Filters {
  const filled = names.flatMap((name) => {
    const value = parameters.get(name);
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  // An unknown way to be paid is refused by the platform, in words that the page shows.
  return Object.fromEntries(filled) as Filters;
}

/** The address of a search; the same for the same search. */
export function addressOf(filters: Filters): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  return parameters.size === 0 ? location.pathname : `?${parameters}`;
}
