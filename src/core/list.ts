import type { Call } from './operation.ts';
import { type FetchPage, ListPromise, Page, PaginationError } from './pagination.ts';
import type { RequestOptions } from './request-options.ts';
import type { Transport } from './transport.ts';
import type { CallArguments } from './write-request.ts';

/** Makes a call whose answer is a page, by what the spec says of its pagination. */
export function list<Item, Body extends object>(
  transport: Transport,
  operation: Call,
  args: CallArguments = {},
  options?: RequestOptions,
  pick?: (body: Body) => Item[],
): ListPromise<Item, Body> {
  const { items = 'items', cursor: parameter = 'cursor', next = '' } = operation.pagination ?? {};
  const read = pick ?? ((body: Body) => (body as Record<string, unknown>)[items] as Item[]);
  const fetch: FetchPage<Item, Body> = async (cursor, pageOptions) => {
    const query = cursor === undefined ? args.query : { ...args.query, [parameter]: cursor };
    const answer = await transport
      .call<Body>(operation, { ...args, query }, pageOptions)
      .withResponse();
    const body = Object(answer.data) as Body;
    const nextCursor = ((body as Record<string, unknown>)[next] as string | null) || null;
    let found: Item[] | undefined;
    try {
      found = read(body);
    } catch {
      // `pick` met a body of another form, which is told below.
    }
    if (!Array.isArray(found)) {
      throw new PaginationError(`${operation.id}: the answer has no list under "${items}".`);
    }
    const content = { items: found, nextCursor, body };
    // A walk's own signal ends with the walk; a page asked for by hand goes by the list's options.
    const fetchNext: FetchPage<Item, Body> = (cursor, own) => fetch(cursor, own ?? options);
    return { ...answer, data: new Page(content, fetchNext) };
  };
  return new ListPromise(fetch, options);
}
