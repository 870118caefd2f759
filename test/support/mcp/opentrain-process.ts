import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CallToolResult, Client, type ClientOptions } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type Era, eras } from './eras.ts';

const entry = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

/** What Node is started with for `trainyard mcp opentrain`, from the sources. */
export const binArgs = (flags: readonly string[] = []) => [
  ...['--import', 'tsx', entry, 'mcp', 'opentrain'],
  ...flags,
];

export interface OpenTrainProcess extends AsyncDisposable {
  readonly client: Client;
  /** Where credentials are kept. */
  readonly config: string;
  call(name: string, args?: Record<string, unknown>): Promise<CallToolResult>;
  /** What the credentials file holds. */
  credentials(): Promise<Record<string, unknown>>;
}

/** The server in a process of its own, as a client starts it, with a credentials file of its own. */
export async function startOpenTrain(
  baseUrl: string,
  settings: {
    token?: string;
    era?: Era;
    flags?: readonly string[];
    client?: ClientOptions;
    prepare?: (client: Client) => void;
  } = {},
): Promise<OpenTrainProcess> {
  const { token, era = 'handshake', flags } = settings;
  const config = await mkdtemp(join(tmpdir(), 'trainyard-mcp-'));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: binArgs(flags),
    env: {
      PATH: process.env.PATH ?? '',
      XDG_CONFIG_HOME: config,
      OPENTRAIN_API_BASE_URL: baseUrl,
      ...(token !== undefined && { OPENTRAIN_PERSONAL_API_TOKEN: token }),
    },
  });
  const client = new Client(
    { name: 'test', version: '1' },
    { ...settings.client, versionNegotiation: { mode: eras[era] } },
  );
  settings.prepare?.(client);
  await client.connect(transport);
  // So that the client knows the schemas, and checks every answer against them.
  await client.listTools();
  return {
    client,
    config,
    call: async (name, args = {}) =>
      (await client.callTool({ name: `opentrain_${name}`, arguments: args })) as CallToolResult,
    credentials: async () => JSON.parse(await readFile(join(config, 'opentrain/cli.json'), 'utf8')),
    async [Symbol.asyncDispose]() {
      await client.close();
      await rm(config, { recursive: true });
    },
  };
}
