import { operations } from '../../../../generated/trainar/operations.ts';
import type { Operation, ToolFacts } from '../../../core/operation.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { ownTools } from './own-tools.ts';

/** A tool to run. */
export interface ToolCall {
  tool: ToolFacts;
  args: Readonly<Record<string, unknown>>;
  key: string;
  signal: AbortSignal;
}

/** What a tool answers: the body of REST, its refusals flagged as errors (inferred). */
export interface ToolAnswer {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: true;
}

/** Runs a tool as the REST call it stands for: one state, one set of gates, one log. */
export async function callTool(kernel: Kernel, call: ToolCall): Promise<ToolAnswer> {
  const { operationId, name } = call.tool;
  const response =
    operationId === undefined
      ? await kernel.call(ownTools, name, request({ method: 'POST', body: 'json' }, '', call))
      : await kernel.call('trainar', operationId, rest(operationId, call));
  const text = await response.text();
  const content = [{ type: 'text' as const, text }];
  if (!response.ok) return { content, isError: true };
  const body: unknown = JSON.parse(text);
  return { content, ...(isObject(body) && { structuredContent: body }) };
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function rest(operationId: string, call: ToolCall): Request {
  const operation: Operation = operations[operationId as keyof typeof operations];
  const args = { ...call.args };
  const query = new URLSearchParams();
  for (const name of operation.query ?? []) {
    if (args[name] !== undefined) query.set(name, String(args[name]));
    delete args[name];
  }
  return request(operation, `?${query}`, { ...call, args });
}

function request(
  { method, body }: Pick<Operation, 'method' | 'body'>,
  query: string,
  { tool, args, key, signal }: ToolCall,
): Request {
  // Only for the log: the call goes by name.
  return new Request(`https://mcp.trainar.ai/sse/${tool.name}${query}`, {
    method,
    signal,
    headers: { authorization: `Bearer ${key}` },
    ...(body && { body: JSON.stringify(args) }),
  });
}
