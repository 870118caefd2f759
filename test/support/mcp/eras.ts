import { PassThrough } from 'node:stream';
import {
  Client,
  type ClientOptions,
  ReadBuffer,
  StreamableHTTPClientTransport,
  serializeMessage,
  type Transport,
} from '@modelcontextprotocol/client';
import type { ListeningMcp } from '../../../src/mcp/serving/serve-http.ts';
import type { McpServing } from '../../../src/mcp/serving/serving.ts';

/** The two ways a client opens: by handshake (up to 2025-11-25), or stateless (2026-07-28). */
export const eras = { handshake: 'legacy', stateless: { pin: '2026-07-28' } } as const;
export type Era = keyof typeof eras;

export interface Connection extends AsyncDisposable {
  readonly client: Client;
}

export type Connect = (
  serving: McpServing,
  era: Era,
  options?: ClientOptions,
  prepare?: (client: Client) => void,
) => Promise<Connection>;

function clientOf(era: Era, options: ClientOptions): Client {
  return new Client(
    { name: 'test', version: '1' },
    { ...options, versionNegotiation: { mode: eras[era] } },
  );
}

/** A client on the other end of a pipe, as over stdio but in this process. */
export const overStdio: Connect = async (serving, era, options = {}, prepare) => {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const served = serving.stdio({ input: toServer, output: fromServer });
  const client = clientOf(era, options);
  prepare?.(client);
  await client.connect(pipeTransport(toServer, fromServer));
  return {
    client,
    async [Symbol.asyncDispose]() {
      await client.close();
      await served;
    },
  };
};

/** A client of a port. */
export const overHttp: Connect = async (serving, era, options = {}, prepare) => {
  const server = await serving.http();
  const client = clientOf(era, options);
  prepare?.(client);
  await client.connect(transportTo(server));
  return {
    client,
    async [Symbol.asyncDispose]() {
      await client.close();
      await server.close();
    },
  };
};

/** The way to a port, with the token that it asks for. */
export function transportTo({
  url,
  bearer,
}: Pick<ListeningMcp, 'url' | 'bearer'>): StreamableHTTPClientTransport {
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  return new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
}

function pipeTransport(toServer: PassThrough, fromServer: PassThrough): Transport {
  const buffer = new ReadBuffer();
  const transport: Transport = {
    async start() {
      fromServer.on('data', (chunk: Buffer) => {
        buffer.append(chunk);
        for (let message = buffer.readMessage(); message; message = buffer.readMessage()) {
          transport.onmessage?.(message);
        }
      });
    },
    async send(message) {
      toServer.write(serializeMessage(message));
    },
    async close() {
      toServer.end();
      transport.onclose?.();
    },
  };
  return transport;
}
