import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Snapshot } from '../kernel/kernel.ts';
import { keepInFile } from './state-file.ts';
import { isLoopback, servesHost } from './trusted-host.ts';

/** What of a sandbox a server needs. */
export interface ServedSandbox {
  handle(request: Request, from: { ip: string }): Promise<Response>;
  readonly revision: number;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

/** Options of `listen`. */
export interface ListenOptions {
  /** @defaultValue 0: any free port */
  port?: number;
  /** Address to bind. On another than this machine's own, anyone who reaches it may drive the sandbox. @defaultValue `127.0.0.1` */
  host?: string;
  /** Keeps the state here between runs: read at the start, written shortly after each change and at the end. */
  file?: string;
}

/** A sandbox on a port. */
export interface ListeningSandbox extends AsyncDisposable {
  /** `http://127.0.0.1:4010`; TrainAR is under `/v1`, OpenTrain under `/api`. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections, saves the state and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP.
 *
 * @throws when the port is taken, or `file` holds something else than a sandbox's state.
 * @example
 * ```ts
 * const server = await listen(createSandbox({ time: 'real' }), { port: 4010, file: 'sandbox.json' });
 * process.env.TRAINAR_BASE_URL = `${server.url}/v1`;
 * ```
 */
export async function listen(
  sandbox: ServedSandbox,
  { port = 0, host = '127.0.0.1', file }: ListenOptions = {},
): Promise<ListeningSandbox> {
  const state = file === undefined ? undefined : await keepInFile(sandbox, file);
  const server = createServer((incoming, outgoing) => {
    answer(sandbox, incoming, outgoing, host).catch(() => outgoing.destroy());
  });
  await listening(server, port, host);
  const bound = (server.address() as AddressInfo).port;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= ended(server).then(() => state?.close());
    return closed;
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function answer(
  sandbox: ServedSandbox,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  boundTo: string,
): Promise<void> {
  if (isLoopback(boundTo) && !servesHost(incoming.headers.host, boundTo)) {
    outgoing.writeHead(421).end('This sandbox answers its own machine only.');
    return;
  }
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const request = toRequest(incoming, gone.signal);
  const response = await sandbox.handle(request, { ip: incoming.socket.remoteAddress ?? '' });
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
  const url = new URL(incoming.url ?? '/', `http://${given.host ?? 'localhost'}`);
  return new Request(url, {
    method,
    headers,
    signal,
    ...(!bodiless && { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: 'half' }),
  });
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
