import { calls } from '../../generated/opentrain/calls.ts';
import type {
  ApiToken,
  ApiTokenCreate,
  ApiTokenList,
  CreatedApiToken,
  RevokedApiToken,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** Personal tokens of the account. To replace one: create, switch over, revoke the old one last. */
export class Tokens {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists active, expired and revoked tokens, never their secrets; all in one answer. Any valid token
   * may ask. Source: documented.
   */
  list(options?: RequestOptions): ListPromise<ApiToken, ApiTokenList> {
    return list(this.#api, calls['tokens.list'], {}, options);
  }

  /**
   * Creates a token that can do no more than the caller's. Its secret, `token`, is shown only here.
   * At most 25 can be active. Never repeated by itself: each call makes another. Source: documented;
   * what the 26th answers is inferred.
   *
   * @param body.scopes default: all the caller's; `x:write` covers `x:read`
   * @param body.expiresAt ISO 8601, in the future; default: never
   * @throws BadRequestError when a scope is unknown, the name empty or over 120 characters, or the date past
   * @throws PermissionDeniedError when a scope goes beyond the caller's
   * @throws ConflictError when 25 are active (inferred)
   *
   * @example
   * ```ts
   * const { token, metadata } = await ot.tokens.create({ name: 'nightly', scopes: ['jobs:read'] });
   * ```
   */
  create(body: ApiTokenCreate = {}, options?: RequestOptions): ApiPromise<CreatedApiToken> {
    return this.#api.call(calls['tokens.create'], { body }, options);
  }

  /**
   * Ends a token at once and for good. A token may end itself. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  revoke(tokenId: string, options?: RequestOptions): ApiPromise<ApiToken> {
    return this.#api
      .call<RevokedApiToken>(calls['tokens.revoke'], { path: { tokenId }, needs: 'token' }, options)
      .map(({ token }) => token);
  }
}
