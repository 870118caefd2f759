import type { RequestOptions } from '../core/request-options.ts';
import type { LoadTools } from './late-tools.ts';
import type { CallToolOptions, McpTool, ToolResult } from './mcp/types.ts';

/**
 * The tenant's MCP server: the vendor's tools for agents, about seventy by its own count, of which its public pages
 * name two.
 *
 * Connected to on first use, over server-sent events with the key in the header, and let go of a second after the
 * last call. `pace` and `onDrift` are for REST calls only.
 */
export class Mcp {
  readonly #load: LoadTools;

  /** @internal */
  constructor(load: LoadTools) {
    this.#load = load;
  }

  /**
   * Lists the server's tools, all pages of them. Whether the server leaves out those that the key has no scope for is
   * not documented.
   *
   * @throws AuthenticationError, PermissionDeniedError when the server does not let the key in
   * @throws InvalidArgumentError when it can't be told from `baseUrl` where the server is
   *
   * @example
   * ```ts
   * for (const tool of await trainar.mcp.listTools()) console.log(tool.name, tool.description);
   * ```
   */
  async listTools(options?: RequestOptions): Promise<McpTool[]> {
    return (await this.#load()).list(options);
  }

  /**
   * Calls a tool. What it takes and answers is the server's to say: see `listTools()`.
   *
   * Sent once, unless `idempotent` says that a repeat does no harm.
   *
   * @param name `list_sessions`, `execute_skill`, or another of the server's tools
   * @throws ToolError when the tool failed or refused
   * @throws McpError when there is no such tool, or the arguments don't fit it
   * @throws AuthenticationError, PermissionDeniedError when the server does not let the key in
   * @throws ConnectionError when the connection broke before there was an answer
   *
   * @example
   * ```ts
   * const { content } = await trainar.mcp.callTool('list_sessions', {}, { idempotent: true });
   * ```
   */
  async callTool(
    name: 'list_sessions' | 'execute_skill' | (string & {}),
    args?: Readonly<Record<string, unknown>>,
    options?: CallToolOptions,
  ): Promise<ToolResult> {
    return (await this.#load()).call(name, args, options);
  }

  /** Ends the connection at once. The next call makes a new one. */
  async close(): Promise<void> {
    (await this.#load()).remote.close();
  }
}
