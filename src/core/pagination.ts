import { ApiPromise, type ApiResponse } from './api-promise.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import { follow } from './on-abort.ts';
import type { RequestOptions } from './request-options.ts';
import { TrainyardError } from './trainyard-error.ts';

/** The platform's cursors run in a circle, so that the walk would never end. */
export class PaginationError extends TrainyardError {
  static override readonly className: string = 'PaginationError';
}

/** One page of a list. */
export class Page<Item, Body = unknown> {
  /** What the page holds. */
  readonly items: Item[];
  /** Cursor of the next page; `null` on the last. */
  readonly nextCursor: string | null;
  /** The whole body, with whatever the platform sends beside the items. */
  readonly body: Body;
  readonly #fetch: FetchPage<Item, Body>;

  /** @internal */
  constructor(
    content: { items: Item[]; nextCursor: string | null; body: Body },
    fetch: FetchPage<Item, Body>,
  ) {
    this.items = content.items;
    this.nextCursor = content.nextCursor;
    this.body = content.body;
    this.#fetch = fetch;
  }

  /** Whether there is more. */
  hasNextPage(): boolean {
    return this.nextCursor !== null;
  }

  /**
   * Fetches the next page.
   *
   * @throws InvalidArgumentError when this is the last one; ask `hasNextPage()` first.
   */
  async nextPage(options?: RequestOptions): Promise<Page<Item, Body>> {
    if (this.nextCursor === null) {
      throw new InvalidArgumentError('nextPage', 'this is the last page; ask hasNextPage() first.');
    }
    return (await this.#fetch(this.nextCursor, options)).data;
  }
}

/** @internal Fetches the page at a cursor; `undefined` for the first. */
export type FetchPage<Item, Body> = (
  cursor: string | undefined,
  options?: RequestOptions,
) => Promise<ApiResponse<Page<Item, Body>>>;

/**
 * A list: await it for one page, or iterate it for every item. Iterating fetches the next page
 * while the current one is consumed, and stops cleanly on `break`.
 *
 * @example
 * ```ts
 * for await (const job of ot.jobs.search({ q: 'audio' })) console.log(job.title);
 * const page = await ot.jobs.listMine({ limit: 10 });
 * const first200 = await ot.jobs.search().toArray({ limit: 200 });
 * ```
 */
export class ListPromise<Item, Body = unknown>
  extends ApiPromise<Page<Item, Body>>
  implements AsyncIterable<Item>
{
  readonly #fetch: FetchPage<Item, Body>;
  readonly #options: RequestOptions | undefined;

  /** @internal */
  constructor(fetch: FetchPage<Item, Body>, options: RequestOptions | undefined) {
    super(fetch(undefined, options));
    this.#fetch = fetch;
    this.#options = options;
  }

  /** Every item, page after page. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }

  /** Every page. */
  pages(): AsyncGenerator<Page<Item, Body>, void, undefined> {
    return this.#walk(() => true);
  }

  /**
   * Collects the items of all pages.
   *
   * @param options.limit most items to collect; no page beyond them is fetched. Default: all there are.
   * @throws InvalidArgumentError when `limit` is below 0, or no number.
   */
  async toArray(options: { limit?: number | undefined } = {}): Promise<Item[]> {
    const limit = options.limit ?? Number.POSITIVE_INFINITY;
    if (!(limit >= 0)) throw new InvalidArgumentError('limit', 'a number, 0 or more.');
    const all: Item[] = [];
    for await (const page of this.#walk((items) => all.length + items.length < limit)) {
      for (const item of page.items) all.push(item);
      if (all.length >= limit) break;
    }
    return limit < all.length ? all.slice(0, limit) : all;
  }

  async *#walk(wantsMore: (items: Item[]) => boolean): AsyncGenerator<Page<Item, Body>, void> {
    const stop = new AbortController();
    const { signal } = stop;
    const seen = new Set<string>();
    let page: Page<Item, Body> = await (this as Promise<Page<Item, Body>>);
    const callOff = follow(this.#options?.signal, stop);
    try {
      for (;;) {
        const cursor = page.nextCursor;
        const more = cursor !== null && wantsMore(page.items);
        const circles = more && seen.has(cursor);
        const ahead =
          more && !circles ? this.#fetch(cursor, { ...this.#options, signal }) : undefined;
        // Awaited below, or given up with the walk; either way its failure is not a stray one.
        ahead?.catch(() => {});
        yield page;
        if (circles) {
          throw new PaginationError(
            'The next page’s cursor was already seen; the same pages would come for ever.',
          );
        }
        if (ahead === undefined) return;
        seen.add(cursor as string);
        page = (await ahead).data;
      }
    } finally {
      callOff();
      stop.abort();
    }
  }
}
