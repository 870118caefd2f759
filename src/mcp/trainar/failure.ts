import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/server';
import { redact } from '../../core/redact.ts';
import { afterFailure } from '../serving/outcome.ts';

/** A failure that an agent can do something about: our errors say what. */
export function failure(error: unknown, annotations?: ToolAnnotations): CallToolResult {
  const what = error instanceof Error ? error.message : String(error);
  const next = afterFailure(error, annotations);
  const text = next ? `${what}\nNext: ${next}` : what;
  return { isError: true, content: [{ type: 'text', text: redact(text) }] };
}
