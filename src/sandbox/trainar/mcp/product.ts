import type { Operation } from '../../../core/operation.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import type { Inbound } from '../../kernel/product.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { access } from '../access.ts';
import type { TrainARActor, World } from '../world.ts';
import { Connections } from './connections.ts';
import { mountOwnTools } from './own-tools.ts';

const messages = '/messages';

/** The legacy HTTP+SSE transport. That it is SSE at `/sse` is documented; where messages are posted is not. */
const operations = {
  'mcp.connect': { id: 'mcp.connect', method: 'GET', path: '/sse', success: [200] },
  'mcp.message': {
    id: 'mcp.message',
    method: 'POST',
    path: messages,
    body: 'json',
    success: [202],
  },
} as const satisfies Record<string, Operation>;

/** Serves the tenant MCP server; returns what tests do to it. */
export function createMcp(world: World) {
  const connections = new Connections(world.kernel);
  mountOwnTools(world);

  const connect: Handler<TrainARActor> = async ({ actor, request, url }) => {
    if (request.method === 'HEAD') return reply(200);
    const tenant = world.tables.tenants.get(actor.tenantId);
    const stream = await connections.open({
      key: keyOf(request, url) ?? '',
      keyId: actor.id,
      tenantId: actor.tenantId,
      scopes: tenant?.mcpListsAll === false ? actor.scopes : undefined,
      messages,
      signal: request.signal,
    });
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  };

  const message: Handler<TrainARActor> = ({ actor, query, body }) => {
    const connection = connections.get(query.required('sessionId'));
    if (!connection) throw new Refusal(404, 'NOT_FOUND', 'There is no such MCP session.');
    if (connection.keyId !== actor.id) {
      throw new Refusal(403, 'FORBIDDEN', 'This MCP session belongs to another key.');
    }
    if (!connection.receive(body)) {
      throw new Refusal(400, 'BAD_REQUEST', 'The body is no JSON-RPC message.');
    }
    return reply(202, 'Accepted');
  };

  world.kernel.mount<TrainARActor>({
    id: 'trainar.mcp',
    mounts: [
      { origin: 'https://mcp.trainar.ai', base: '' },
      { origin: 'local', base: '', owns: '/sse' },
    ],
    operations,
    handlers: { 'mcp.connect': connect, 'mcp.message': message },
    token: ({ request, url }: Inbound) =>
      // Who connected by `api_key` need not repeat it: the session's id stands for the key.
      keyOf(request, url) ?? connections.get(url.searchParams.get('sessionId') ?? '')?.key,
    ...access(world),
  });

  return {
    /**
     * Breaks open MCP streams, of one tenant or of all, as a network does.
     *
     * @returns how many there were
     */
    dropMcpStreams: (tenantId?: string): number => connections.drop(tenantId),
  };
}

/** The header wins over `api_key` (inferred). */
function keyOf({ headers }: Request, url: URL): string | undefined {
  const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer ?? url.searchParams.get('api_key') ?? undefined;
}
