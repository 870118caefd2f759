import { randomUUID } from 'node:crypto';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { createServer } from './create-server.ts';
import { type ServingLimits, withDefaults } from './limits.ts';
import type { Offer } from './offer.ts';

interface Session {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  close(): Promise<void>;
}

/**
 * Clients of the handshake era over HTTP: one server each, kept by session id, so that the server can ask
 * its client (elicitation) and tell it of changes. The one unused for longest makes room for a new one.
 */
export class Sessions {
  readonly #offer: Offer;
  readonly #limits: ReturnType<typeof withDefaults>;
  /** In the order of their last use. */
  readonly #open = new Map<string, Session>();

  constructor(offer: Offer, limits: ServingLimits = {}) {
    this.#offer = offer;
    this.#limits = withDefaults(limits);
  }

  async handle(request: Request): Promise<Response> {
    const id = request.headers.get('mcp-session-id');
    if (id === null) return this.#begin(request);
    const session = this.#open.get(id);
    // 404 is what makes a client begin anew.
    if (!session) return refuse(404, -32001, 'Session not found; initialize a new one.');
    this.#open.delete(id);
    this.#open.set(id, session);
    return session.transport.handleRequest(request);
  }

  async close(): Promise<void> {
    const sessions = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(sessions.map((session) => session.close()));
  }

  /** The transport refuses what does not initialize; then nothing of it is kept. */
  async #begin(request: Request): Promise<Response> {
    const server = createServer(this.#offer, true);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      maxRequestBodySize: this.#limits.maxMessageBytes,
      onsessioninitialized: (id) => {
        this.#makeRoom();
        this.#open.set(id, { transport, close: () => server.close() });
      },
      onsessionclosed: (id) => {
        this.#open.delete(id);
      },
    });
    await server.connect(transport);
    const response = await transport.handleRequest(request);
    if (transport.sessionId === undefined) await server.close();
    return response;
  }

  #makeRoom(): void {
    for (const [id, session] of this.#open) {
      if (this.#open.size < this.#limits.maxSessions) return;
      this.#open.delete(id);
      void session.close();
    }
  }
}

function refuse(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status });
}
