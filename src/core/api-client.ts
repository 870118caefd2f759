import { ApiPromise } from './api-promise.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import type { HttpMethod } from './operation.ts';
import { redact } from './redact.ts';
import type { RequestOptions } from './request-options.ts';
import type { Transport } from './transport.ts';

/** What `request` sends, and whether it may be sent again. */
export interface RequestParts {
  /** Query parameters; a list becomes a parameter for each of its values. */
  query?: object | undefined;
  /** What is sent as JSON. */
  body?: object | undefined;
  /** True when a repeat does no harm: then the call is tried again, as a `GET` always is. */
  idempotent?: boolean | undefined;
}

/** What every client has beside its calls. */
export abstract class ApiClient {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Makes a call that this SDK does not know, such as one that is newer: with the client's key, timeout,
   * pace, hooks and errors. What comes back is not checked; a 204 yields `{}`. For what has a call of its
   * own, use that: it is typed, and knows what it may repeat.
   *
   * @param path from the base URL's end on, filled in and encoded: `/api/public/v1/jobs/job_1/notes`
   * @param parts.query query parameters
   * @param parts.body what is sent as JSON
   * @param parts.idempotent true when a repeat does no harm; what is no `GET` is sent once otherwise
   * @returns the parsed body, as the type that you say it has
   * @throws InvalidArgumentError when the path can't be right, or there is no key
   * @throws ApiError and the other errors of any call; its `operationId` is method and path
   *
   * @example
   * ```ts
   * const me = await ot.request<{ actor: { id: string } }>('GET', '/api/public/v1/auth/me');
   * console.log(me.actor.id);
   * ```
   */
  request<T = unknown>(
    method: HttpMethod,
    path: string,
    parts?: RequestParts,
    options?: RequestOptions,
  ): ApiPromise<T> {
    // Loaded on first use: most programs never ask.
    return new ApiPromise(
      import('./unknown-call.ts').then(({ unknownCall }) =>
        unknownCall<T>(this.#api, method, path, parts, options, InvalidArgumentError, redact),
      ),
    );
  }
}
