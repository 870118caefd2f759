import type {
  Session,
  SessionList,
  SessionListArguments,
} from '../../../generated/trainar/types.ts';
import { UnexpectedResponseError } from '../../core/api-error.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import { PaginationError } from '../../core/pagination.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import type { Answer } from './connection.ts';
import { ToolError } from './errors.ts';
import { RemoteMcp } from './remote-mcp.ts';
import type { RemoteOptions } from './remote-options.ts';
import type { CallToolOptions, McpTool, ToolResult } from './types.ts';

/** The tools of a server, asked for in MCP's words and answered in ours. */
export class Tools {
  readonly remote: RemoteMcp;

  /** @throws InvalidArgumentError when it can't be told where the server is */
  constructor(options: RemoteOptions) {
    this.remote = new RemoteMcp(options);
  }

  /** Every page, in the server's order. */
  async list(options?: RequestOptions): Promise<McpTool[]> {
    const operationId = 'mcp.listTools';
    const all: McpTool[] = [];
    const seen = new Set<unknown>();
    for (let cursor: unknown; ; ) {
      const params = cursor === undefined ? {} : { cursor };
      const question = { operationId, method: 'tools/list', params, idempotent: true };
      const answer = await this.remote.ask(question, options);
      const { tools, nextCursor } = Object(answer.result);
      if (!Array.isArray(tools)) throw unexpected(operationId, answer, 'The answer has no tools.');
      all.push(...(tools as McpTool[]));
      if (nextCursor === undefined || nextCursor === null) return all;
      if (seen.has(nextCursor)) {
        throw new PaginationError(`${operationId}: the server sends the same page again.`);
      }
      seen.add(nextCursor);
      cursor = nextCursor;
    }
  }

  /** @throws ToolError when the tool failed */
  async call(
    name: string,
    args?: Readonly<Record<string, unknown>>,
    options?: CallToolOptions,
  ): Promise<ToolResult> {
    if (typeof name !== 'string' || name === '') {
      throw new InvalidArgumentError('name', 'the name of a tool is needed.');
    }
    return (await this.#call('mcp.callTool', name, args, options)).result;
  }

  /** @throws PaginationError when the answer has no known form */
  async sessions(args: SessionListArguments | undefined, options?: RequestOptions) {
    const operationId = 'sessions.list';
    const own = { ...options, idempotent: true };
    const { response, result } = await this.#call(operationId, 'list_sessions', { ...args }, own);
    const body = (result.structuredContent ?? parse(result.content[0]?.text)) as SessionList;
    const items: Session[] = Array.isArray(body) ? body : Object(body).sessions;
    if (!Array.isArray(items)) {
      throw new PaginationError(`${operationId}: the answer has no list under "sessions".`);
    }
    return { items, nextCursor: null, body, response };
  }

  async #call(
    operationId: string,
    name: string,
    args: Readonly<Record<string, unknown>> = {},
    options: CallToolOptions = {},
  ): Promise<Answer<ToolResult>> {
    const idempotent = options.idempotent === true;
    const params = { name, arguments: args };
    const question = { operationId, method: 'tools/call', params, idempotent };
    const answer = await this.remote.ask(question, options);
    const { isError, ...result } = Object(answer.result);
    // Servers older than the revision that has `content` always may leave it out.
    const { content = [] } = result;
    if (!Array.isArray(content))
      throw unexpected(operationId, answer, 'The answer has no content.');
    if (isError === true) throw new ToolError(name, content);
    return { ...answer, result: { ...result, content } };
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function unexpected(operationId: string, { response }: Answer, message: string) {
  const { status, headers } = response;
  return new UnexpectedResponseError({ operationId, message, status, headers });
}
