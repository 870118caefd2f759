import type { ToolAnnotations } from '@modelcontextprotocol/server';
import { TrainyardError } from '../../core/trainyard-error.ts';

/**
 * What an agent should do about a call that failed and may have happened all the same; nothing where it surely did
 * not, or changes nothing. Of a tool that says nothing of itself the worst is assumed.
 */
export function afterFailure(
  error: unknown,
  { readOnlyHint, idempotentHint }: ToolAnnotations = {},
): string | undefined {
  if (!(error instanceof TrainyardError) || !error.mayHaveHappened || readOnlyHint)
    return undefined;
  return idempotentHint
    ? 'it may have happened all the same. Call it again with the same arguments: a repeat does no harm.'
    : 'it may have happened all the same. Read the state before you call it again, and don’t repeat what is done.';
}
