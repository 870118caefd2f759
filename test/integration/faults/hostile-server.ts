import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** Request line and headers, untouched. */
  readonly head: string;
  readonly body: string;
  /** Which connection carried it, 1 for the first. */
  readonly connection: number;
  /** Resolves once that connection is closed, by whomever. */
  readonly closed: Promise<void>;
  /** How many requests came before it on any connection. */
  readonly index: number;
}

/** What is done with one request: bytes to send, or something worse. */
export type Misdeed = string | Uint8Array | ((socket: Socket, request: SeenRequest) => unknown);

interface ServerOptions {
  host?: string;
  port?: number;
  /** What is done with a connection before anything was read from it. */
  onConnection?: (socket: Socket) => void;
}

/**
 * A server that knows no manners: it writes raw bytes, or breaks, stalls and leaves, and counts what
 * it sees. One misdeed for each request in turn, the last one again and again. Gone after the test.
 */
export class HostileServer {
  readonly requests: SeenRequest[] = [];
  /** Connections accepted so far. */
  connections = 0;
  readonly #misdeeds: readonly Misdeed[];
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #host: string;
  readonly #watchers: { count: number; tell: () => void }[] = [];

  private constructor(misdeeds: readonly Misdeed[], { host, onConnection }: ServerOptions) {
    this.#misdeeds = misdeeds;
    this.#host = host ?? '127.0.0.1';
    this.#server = createServer((socket) => {
      this.connections++;
      this.#open.add(socket);
      socket.setNoDelay(true);
      // A client that resets the connection is what many tests are about.
      socket.on('error', () => {});
      socket.on('close', () => this.#open.delete(socket));
      if (onConnection) onConnection(socket);
      else this.#listen(socket, this.connections);
    });
  }

  static async start(options: ServerOptions, ...misdeeds: Misdeed[]): Promise<HostileServer> {
    const server = new HostileServer(misdeeds, options);
    const { port = 0, host = '127.0.0.1' } = options;
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject).listen(port, host, 1024, resolve);
    });
    onTestFinished(() => server.stop());
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://${this.#host.includes(':') ? `[${this.#host}]` : this.#host}:${this.port}`;
  }

  /** Ends every connection and listens no more. */
  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Resolves once this many requests have come. */
  seen(count: number): Promise<void> {
    if (this.requests.length >= count) return Promise.resolve();
    return new Promise((tell) => this.#watchers.push({ count, tell }));
  }

  /** Resolves once the connection of the last request is closed. */
  async left(): Promise<void> {
    await this.requests.at(-1)?.closed;
  }

  #listen(socket: Socket, connection: number): void {
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (;;) {
        const end = text.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = text.slice(0, end);
        const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
        if (text.length < end + 4 + length) return;
        const body = Buffer.from(text.slice(end + 4, end + 4 + length), 'latin1').toString();
        text = text.slice(end + 4 + length);
        this.#act(socket, { head, body, connection, closed });
      }
    });
  }

  #act(socket: Socket, came: Pick<SeenRequest, 'head' | 'body' | 'connection' | 'closed'>): void {
    const [method = '', target = ''] = came.head.split(' ', 2);
    const index = this.requests.length;
    const request = { ...came, method, target, index };
    this.requests.push(request);
    const misdeed = this.#misdeeds[Math.min(index, this.#misdeeds.length - 1)];
    if (typeof misdeed === 'function') misdeed(socket, request);
    else if (misdeed !== undefined) socket.write(misdeed);
    for (const { count, tell } of this.#watchers) if (this.requests.length >= count) tell();
  }
}

/** A server on 127.0.0.1 that does this to one request after the other. */
export function hostile(...misdeeds: Misdeed[]): Promise<HostileServer> {
  return HostileServer.start({}, ...misdeeds);
}

/** A port on which nobody listens. */
export async function deadPort(host = '127.0.0.1'): Promise<number> {
  const server = await HostileServer.start({ host });
  const { port } = server;
  await server.stop();
  return port;
}
