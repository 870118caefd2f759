import { NotFoundError, ServerError, UnexpectedResponseError } from '../../core/api-error.ts';
import { ConnectionError, TimeoutError } from '../../core/connection-error.ts';

/** Whether nobody answered who speaks MCP. A server that refuses the key has been reached. */
export function isUnreachable(error: unknown): boolean {
  return [ConnectionError, TimeoutError, ServerError, NotFoundError, UnexpectedResponseError].some(
    (kind) => error instanceof kind,
  );
}
