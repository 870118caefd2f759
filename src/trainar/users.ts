import { calls } from '../../generated/trainar/calls.ts';
import type { User, UserInvite, UserList } from '../../generated/trainar/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** People who may sign in to the tenant's dashboard. */
export class Users {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists users. Needs `read:users`. `limit` (1 to 100, an assumed maximum) bounds the whole answer:
   * the platform has no known cursor.
   *
   * @throws MissingScopeError without `read:users`
   */
  list(
    query?: { limit?: number | undefined },
    options?: RequestOptions,
  ): ListPromise<User, UserList> {
    return list(this.#api, calls['users.list'], { query }, options, (body) =>
      Array.isArray(body) ? body : body.users,
    );
  }

  /**
   * Invites a person by e-mail; this makes a dashboard user and takes no seat. Needs `manage:users`.
   * Evidence: the vendor's own connector; the form of the answer is inferred.
   *
   * @param body `roles` accepts `['admin']` only, as far as the connector tells
   * @throws MissingScopeError without `manage:users`
   *
   * @example
   * ```ts
   * await trainar.users.invite({ email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin'] });
   * ```
   */
  invite(body: UserInvite, options?: RequestOptions): ApiPromise<User> {
    return this.#api.call(calls['users.invite'], { body }, options);
  }
}
