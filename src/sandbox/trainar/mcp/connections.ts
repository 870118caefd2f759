import type { Kernel } from '../../kernel/kernel.ts';
import type { StreamTransport } from './stream-transport.ts';

/** Who connects. */
export interface Connecting {
  key: string;
  keyId: string;
  tenantId: string;
  /** Lists only the tools that these scopes allow; all of them when left out. */
  scopes: readonly string[] | undefined;
  /** Path that messages are to be posted to. */
  messages: string;
  signal: AbortSignal;
}

/** A client whose stream is open. */
export interface Connection {
  readonly key: string;
  readonly keyId: string;
  readonly tenantId: string;
  /** @returns false when it is no JSON-RPC message */
  receive(message: unknown): boolean;
}

type Open = Connection & { transport: StreamTransport };

/** MCP sessions by id. They are connections, not state: a snapshot leaves them out. */
export class Connections {
  readonly #open = new Map<string, Open>();

  constructor(private readonly kernel: Kernel) {}

  get(sessionId: string): Connection | undefined {
    return this.#open.get(sessionId);
  }

  /** Starts a session; what it returns is the session's event stream. */
  async open(client: Connecting): Promise<ReadableStream<Uint8Array>> {
    // Loaded on first use: most sandboxes never see an MCP client.
    const { connectServer } = await import('./server.ts');
    const sessionId = this.#freeId();
    const { key, keyId, tenantId, scopes, signal } = client;
    const transport = await connectServer(this.kernel, {
      endpoint: `${client.messages}?sessionId=${sessionId}`,
      key,
      scopes,
      ended: () => this.#open.delete(sessionId),
    });
    const receive = (message: unknown) => transport.receive(message);
    this.#open.set(sessionId, { key, keyId, tenantId, transport, receive });
    signal.addEventListener('abort', () => transport.drop(signal.reason), { once: true });
    return transport.stream;
  }

  /** A restore takes chance back, but not the streams that are open: no two may have one name. */
  #freeId(): string {
    const id = this.kernel.random.stream('trainar.mcp').uuid();
    return this.#open.has(id) ? this.#freeId() : id;
  }

  /** Breaks streams as a network does: without a word. */
  drop(tenantId: string | undefined): number {
    const dropped = [...this.#open.values()].filter(
      (connection) => tenantId === undefined || connection.tenantId === tenantId,
    );
    for (const { transport } of dropped) transport.drop(new TypeError('terminated'));
    return dropped.length;
  }
}
