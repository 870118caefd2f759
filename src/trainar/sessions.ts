import type { Session, SessionList, SessionListArguments } from '../../generated/trainar/types.ts';
import { type FetchPage, ListPromise, Page } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { LoadTools } from './late-tools.ts';

/** Training sessions on the glasses. */
export class Sessions {
  readonly #load: LoadTools;

  /** @internal */
  constructor(load: LoadTools) {
    this.#load = load;
  }

  /**
   * Lists training sessions. Needs `read:sessions` (inferred).
   *
   * REST has no call for this: the vendor's pages send you to the tool `list_sessions` of its MCP server, which is what
   * this calls. Neither what the tool takes nor what it answers is documented: `status`, `role` and `limit` are inferred, and
   * so is every field of a session. `page.body` holds what the tool really answered.
   *
   * @throws ToolError when the tool refused, with code `INSUFFICIENT_PERMISSIONS` without the scope (inferred)
   * @throws PaginationError when the answer holds no list of sessions in a form that is known
   * @throws AuthenticationError, PermissionDeniedError when the MCP server does not let the key in
   *
   * @example
   * ```ts
   * for await (const session of trainar.sessions.list({ status: 'completed' })) console.log(session.summary);
   * ```
   */
  list(args?: SessionListArguments, options?: RequestOptions): ListPromise<Session, SessionList> {
    const fetch: FetchPage<Session, SessionList> = async (_, own) => {
      const { response, ...content } = await (await this.#load()).sessions(args, own);
      return { data: new Page(content, fetch), response, requestId: undefined };
    };
    return new ListPromise(fetch, options);
  }
}
