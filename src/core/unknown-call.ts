import type { RequestParts } from './api-client.ts';
import type { ApiResponse } from './api-promise.ts';
import type { InvalidArgumentError } from './invalid-argument-error.ts';
import type { Call, HttpMethod } from './operation.ts';
import type { RequestOptions } from './request-options.ts';
import type { Transport } from './transport.ts';

// A path that begins otherwise could lead to another host, and dots out of the base URL's own path.
const wellFormed = /^\/(?!(.*\/)?(\.|%2e){1,2}(\/|$))[^\s?#{}\\]*$/i;
const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies HttpMethod[];

/** See `request` of a client. */
export function unknownCall<T>(
  api: Transport,
  method: HttpMethod,
  path: string,
  { query, body, idempotent }: RequestParts = {},
  options: RequestOptions | undefined,
  // Handed in: imported here, where all is loaded late, they would be cut out of the client's own file.
  Refusal: typeof InvalidArgumentError,
  mask: (text: string) => string,
): Promise<ApiResponse<T>> {
  const refuse = (argument: string, why: string) => new Refusal(argument, why);
  if (!methods.includes(method)) throw refuse('method', `one of ${methods.join(', ')}.`);
  if (!wellFormed.test(path)) {
    const why = 'it begins with "/", is filled in and encoded, and leaves its query to { query }.';
    throw refuse('path', why);
  }
  if (body && method === 'GET') throw refuse('body', 'a GET sends none; use { query }.');
  const id = mask(`${method} ${path}`);
  const operation: Call = { id, method, path, mayBeEmpty: true, ...(idempotent && { idempotent }) };
  return api.call<T>(operation, { query, body }, options).withResponse();
}
