import { calls } from '../../generated/platform/calls.ts';
import type { Install } from '../../generated/platform/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** The customer's consent that the token stands for. */
export class Installs {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads the install of the token: whether the token works, what it may do, and whether the customer
   * agreed to share Work Emails. Any token will do. Source: documented.
   *
   * @throws AuthenticationError when the token is unknown or revoked
   * @throws PermissionDeniedError when the install or the app is not active any more, or the
   *   customer's annotation-platform feature is off
   *
   * @example
   * ```ts
   * const { scopes, piiConsent } = await platform.installs.current();
   * ```
   */
  current(options?: RequestOptions): ApiPromise<Install> {
    return this.#api
      .call<{ install: Install }>(calls['installs.current'], { needs: 'install' }, options)
      .map(({ install }) => install);
  }
}
