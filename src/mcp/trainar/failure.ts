import type { CallToolResult } from '@modelcontextprotocol/server';
import { redact } from '../../core/redact.ts';

/** A failure that an agent can do something about: our errors say what. */
export function failure(error: unknown): CallToolResult {
  const text = error instanceof Error ? error.message : String(error);
  return { isError: true, content: [{ type: 'text', text: redact(text) }] };
}
