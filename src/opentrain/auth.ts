import { calls } from '../../generated/opentrain/calls.ts';
import type { AuthMe } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** Who the token speaks for. */
export class Auth {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Tells the person, the token and the account behind a call. Any valid token may ask. Whether the
   * account is claimed is not in it; the token's scopes are the only hint. Source: documented.
   *
   * @throws AuthenticationError when the token is unknown, expired or revoked
   * @throws NotFoundError when the token's user is gone
   *
   * @example
   * ```ts
   * const { account, token } = await ot.auth.me();
   * console.log(account.kind, token.scopes);
   * ```
   */
  me(options?: RequestOptions): ApiPromise<AuthMe> {
    return this.#api.call(calls['auth.me'], {}, options);
  }
}
