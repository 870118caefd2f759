import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { isLoopback, servesHost } from './loopback.ts';

/** Answers requests; `ip` is the address of the caller. */
export type FetchHandler = (request: Request, from: { ip: string }) => Promise<Response>;

/** A handler on a port. */
export interface ServedFetch {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * How long a connection may idle. Node's own 5 s end just when clients reach for the connection again, and a write
 * that meets its end is lost.
 */
const idleMs = 75_000;

/**
 * Serves a handler over HTTP. Bound to this machine's own address, it answers no request that was meant
 * for another host.
 *
 * @throws when the port is taken
 */
export async function serveFetch(
  handler: FetchHandler,
  { port, host }: { port: number; host: string },
): Promise<ServedFetch> {
  const server = createServer((incoming, outgoing) => {
    answer(handler, incoming, outgoing, host).catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = idleMs;
  await listening(server, port, host);
  const bound = (server.address() as AddressInfo).port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close() {
      closed ??= ended(server);
      return closed;
    },
  };
}

async function answer(
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  boundTo: string,
): Promise<void> {
  if (isLoopback(boundTo) && !servesHost(incoming.headers.host, boundTo)) {
    outgoing.writeHead(421).end('This server answers its own machine only.');
    return;
  }
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  let request: Request;
  try {
    request = toRequest(incoming, gone.signal);
  } catch {
    outgoing.writeHead(400).end('The address, the method or a header of this request is none.');
    return;
  }
  const response = await handler(request, { ip: incoming.socket.remoteAddress ?? '' });
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', headers: given, rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  }
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(addressOf(incoming.url ?? '/', given.host), {
    method,
    headers,
    signal,
    ...(!bodiless && { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: 'half' }),
  });
}

/**
 * The host is what the `Host` header says, whatever the path begins with: resolved as a link is, `//evil.test/` would be
 * another host, and a page of that host of the same origin as what it asks for.
 */
function addressOf(target: string, host = 'localhost'): URL {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  return new URL(`http://${host}${path.startsWith('/') ? '' : '/'}${path}`);
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function ended(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
