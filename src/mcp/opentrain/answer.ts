import type { CallToolResult } from '@modelcontextprotocol/server';
import { operations } from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../core/operation.ts';
import { redact, redactDeep } from '../../core/redact.ts';
import { fitting } from './check.ts';
import type { Answer, OpenTrainTool } from './tool.ts';

/**
 * What a client gets: a sentence for a reader, the answer as JSON for clients that know no structured content,
 * and as structured content. No key or token is in it but those the tool is there to show.
 */
export function success(tool: OpenTrainTool, answer: Answer, note?: string): CallToolResult {
  const shown = Object.fromEntries((tool.reveals ?? []).map((key) => [key, answer[key]]));
  const safe = { ...redactDeep(answer), ...shown };
  const { fit, left } = fitting(tool, safe);
  const drift =
    left.length > 0 ? `${left.join(', ')}: not as expected, so only in the JSON below.` : undefined;
  const sentences = [tool.tell?.(safe) ?? told(tool, safe), note, drift];
  return {
    content: [
      { type: 'text', text: sentences.filter((one) => one !== undefined).join(' ') },
      { type: 'text', text: JSON.stringify(safe) },
    ],
    structuredContent: fit as Record<string, unknown>,
  };
}

/** A failure that the agent can do something about. */
export function failure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: redact(text) }] };
}

/** The answer in a sentence, where the tool has none of its own. */
function told(tool: OpenTrainTool, answer: Answer): string {
  const { pagination }: Operation = operations[tool.operation];
  if (!pagination) return `${tool.title}: done.`;
  const [name, list] = Object.entries(answer).find(([, value]) => Array.isArray(value)) ?? [];
  const count = `${(list as unknown[] | undefined)?.length ?? 0} ${name ?? pagination.items}`;
  const more = answer.nextCursor && answer.hasMore !== false;
  return more ? `${count}; there may be more: pass cursor ${answer.nextCursor}.` : `${count}.`;
}
