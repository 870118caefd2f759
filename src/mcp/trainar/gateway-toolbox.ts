import { type CallToolResult, ProtocolError, type Tool } from '@modelcontextprotocol/server';
import { McpError } from '../../trainar/mcp/errors.ts';
import type { Tools } from '../../trainar/mcp/tools.ts';
import type { McpTool } from '../../trainar/mcp/types.ts';
import type { Toolbox, ToolCall } from '../serving/offer.ts';
import { checkFilter, passes, type ToolFilter } from '../serving/tool-filter.ts';
import { UnknownToolError } from '../serving/unknown-tool-error.ts';
import { failure } from './failure.ts';
import { hideKey } from './hide-key.ts';
import type { ProgressRelay } from './progress-relay.ts';
import type { RestToolbox } from './rest-toolbox.ts';
import { isUnreachable } from './unreachable.ts';
import type { UpstreamWatch } from './upstream-watch.ts';

/** What a gateway is made of. */
export interface GatewayParts {
  upstream: Tools;
  /** Offered while the upstream can't be reached. */
  rest: RestToolbox;
  progress: ProgressRelay;
  filter: ToolFilter;
  /** The gateway's own, which no answer may repeat. */
  key: string;
  /** Milliseconds a listing may take. */
  listTimeoutMs: number;
  /** Milliseconds a call may take. */
  callTimeoutMs: number;
  /** Knows whether the upstream can be reached, also between two listings. */
  watch: UpstreamWatch;
}

/** The tools of the tenant's own MCP server as they are, or those of REST while it can't be reached. */
export class GatewayToolbox implements Toolbox {
  readonly #parts: GatewayParts;
  /** Tools that the filter lets through; `undefined` until the upstream has been asked. */
  #allowed: ReadonlyMap<string, Tool> | undefined;
  #isChecked = false;
  #isOnRest = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  async list(): Promise<readonly Tool[]> {
    const { upstream, filter, listTimeoutMs, watch } = this.#parts;
    let listed: McpTool[];
    // While it is gone, whoever watches it says when it is back.
    if (watch.isReached === false) return this.#restList();
    try {
      listed = await upstream.list({ timeoutMs: listTimeoutMs });
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      watch.found(false);
      return this.#restList();
    }
    this.#isOnRest = false;
    watch.found(true);
    const all = listed.map((tool) => ({ tool: asOffered(tool) }));
    if (!this.#isChecked) checkFilter(filter, all);
    this.#isChecked = true;
    const passed = all.filter((one) => passes(one, filter)).map(({ tool }) => tool);
    this.#allowed = new Map(passed.map((tool) => [tool.name, tool]));
    return passed;
  }

  async call(
    name: string,
    args: Readonly<Record<string, unknown>>,
    call: ToolCall,
  ): Promise<CallToolResult> {
    const { rest } = this.#parts;
    if (!this.#allowed && !this.#isOnRest) await this.list();
    // As long as the client has not been shown another list, the names mean what they meant.
    if (this.#isOnRest && rest.has(name)) return rest.call(name, args, call);
    // What is not on the list is nobody's, or was filtered away, or came since: then a listing tells.
    if (this.#isOnRest || !this.#allowed?.has(name)) await this.list();
    if (this.#isOnRest) return failure(`${name}: the tenant's MCP server can't be reached now.`);
    if (!this.#allowed?.has(name)) throw new UnknownToolError(name);
    return this.#pass(name, args, call);
  }

  #restList(): Promise<Tool[]> {
    this.#isOnRest = true;
    return this.#parts.rest.list();
  }

  async #pass(
    name: string,
    args: Readonly<Record<string, unknown>>,
    { context }: ToolCall,
  ): Promise<CallToolResult> {
    const { upstream, progress, key, callTimeoutMs } = this.#parts;
    const { signal } = context.mcpReq;
    const relayed = progress.open(context);
    try {
      const question = {
        operationId: name,
        method: 'tools/call',
        params: { name, arguments: args, ...relayed.params },
        idempotent: false,
      };
      const { result } = await upstream.remote.ask(question, { signal, timeoutMs: callTimeoutMs });
      return { content: [], ...hideKey(Object(result), key) };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof McpError) throw new ProtocolError(error.code, error.reason, error.data);
      return failure(error, this.#allowed?.get(name)?.annotations);
    } finally {
      relayed.close();
    }
  }
}

/** What a tenant's tools take and give is the server's word; that it is an object is the protocol's. */
function asOffered(tool: McpTool): Tool {
  const { inputSchema, outputSchema } = tool;
  return {
    ...tool,
    inputSchema: { ...inputSchema, type: 'object' },
    ...(outputSchema && { outputSchema: { ...outputSchema, type: 'object' } }),
  };
}
