import {
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type Tool,
} from '@modelcontextprotocol/server';
import { tools } from '../../../../generated/trainar/tools.ts';
import { version } from '../../../../package.json';
import type { ToolFacts } from '../../../core/operation.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { callTool } from './call-tool.ts';
import { StreamTransport } from './stream-transport.ts';

/** One client's session. */
export interface Session {
  endpoint: string;
  key: string;
  /** Lists only the tools that these scopes allow. */
  scopes: readonly string[] | undefined;
  ended(): void;
}

const served: readonly ToolFacts[] = Object.values(tools).filter((tool) => !('restOnly' in tool));

/** Answers one client over a stream of its own. */
export async function connectServer(kernel: Kernel, session: Session): Promise<StreamTransport> {
  const transport = new StreamTransport(session.endpoint);
  const server = new Server(
    { name: 'trainyard-sandbox-trainar', version },
    { capabilities: { tools: {} } },
  );
  server.onclose = session.ended;
  server.setRequestHandler('tools/list', () => ({
    tools: served
      .filter(({ scope }) => scope.every((needed) => (session.scopes ?? scope).includes(needed)))
      .map(describe),
  }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    const tool = served.find(({ name }) => name === params.name);
    if (!tool) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    }
    try {
      const { key } = session;
      return (await callTool(kernel, {
        tool,
        args: params.arguments ?? {},
        key,
        signal,
      })) as CallToolResult;
    } catch (error) {
      // A fault broke the connection beneath the call, so the client's breaks too.
      if (error instanceof TypeError) transport.drop(error);
      throw error;
    }
  });
  await server.connect(transport);
  return transport;
}

/** A tool as it is listed, with what of it the vendor does not say. */
function describe(tool: ToolFacts): Tool {
  const { name, title, description, ours, readOnly, destructive, idempotent, openWorld } = tool;
  return {
    name,
    title,
    description: ours
      ? `${description} (Not a name of the vendor's: the sandbox's own.)`
      : description,
    inputSchema: tool.inputSchema,
    annotations: {
      title,
      readOnlyHint: readOnly,
      destructiveHint: destructive,
      idempotentHint: idempotent,
      openWorldHint: openWorld,
    },
    _meta: {
      'trainyard/name': ours ? 'ours' : 'documented',
      'trainyard/arguments': 'inferred',
      'trainyard/result': 'inferred',
    },
  };
}
