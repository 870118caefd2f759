import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallToolResult, Client, ClientOptions } from '@modelcontextprotocol/client';
import {
  createOpenTrainMcp,
  type OpenTrainMcpOptions,
} from '../../../src/mcp/opentrain/create-opentrain-mcp.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type Connect, type Era, overStdio } from './eras.ts';

export interface PipedOpenTrain extends AsyncDisposable {
  readonly client: Client;
  call(
    name: string,
    args?: Record<string, unknown>,
    options?: Parameters<Client['callTool']>[1],
  ): Promise<CallToolResult>;
}

/** The server in this process, in the sandbox's time, with no port and no file of anybody else's. */
export async function pipeOpenTrain(
  sandbox: Sandbox,
  settings: {
    token?: string;
    era?: Era;
    connect?: Connect;
    options?: OpenTrainMcpOptions;
    client?: ClientOptions;
    prepare?: (client: Client) => void;
  } = {},
): Promise<PipedOpenTrain> {
  const { token, era = 'handshake', connect = overStdio, options } = settings;
  const config = await mkdtemp(join(tmpdir(), 'trainyard-mcp-'));
  const serving = createOpenTrainMcp({
    env: { XDG_CONFIG_HOME: config, ...(token && { OPENTRAIN_PERSONAL_API_TOKEN: token }) },
    fetch: sandbox.fetch,
    clock: sandbox.clock,
    ...options,
  });
  const connection = await connect(serving, era, settings.client, settings.prepare);
  const { client } = connection;
  // So that the client knows the schemas, and checks every answer against them.
  await client.listTools();
  return {
    client,
    call: async (name, args = {}, callOptions) =>
      (await client.callTool(
        { name: `opentrain_${name}`, arguments: args },
        callOptions,
      )) as CallToolResult,
    async [Symbol.asyncDispose]() {
      await connection[Symbol.asyncDispose]();
      await rm(config, { recursive: true });
    },
  };
}
