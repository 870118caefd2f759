import { type Command, InvalidArgumentError, Option } from 'commander';
import { bearerVariable } from '../../../mcp/serving/bearer.ts';
import type { McpServing } from '../../../mcp/serving/serving.ts';
import { openPort } from '../../open-port.ts';
import { UsageError } from '../../usage-error.ts';

/** The flags of every server: how it is served, and which tools it offers. */
export interface ServeFlags {
  http?: number;
  /** False with `--no-auth`. */
  auth: boolean;
  toolsets?: string[];
  tools?: string[];
  exclude?: string[];
  readOnly?: boolean;
}

/** Adds them to a command. */
export function addServeFlags(command: Command): Command {
  return command
    .option(
      '--http <port>',
      `serve over Streamable HTTP at /mcp on this port, to this machine alone and to clients with the token in ${bearerVariable}, else with one that it prints; default: over stdio`,
      readPort,
    )
    .option(
      '--no-auth',
      'with --http: ask for no token, and let every program of this machine use the server',
    )
    .option('--toolsets <names>', 'offer only these groups of tools, separated by commas', names)
    .option('--tools <names>', 'offer only these tools; beside --toolsets, these too', names)
    .option('--exclude <names>', 'leave these tools out', names)
    .option('--read-only', 'offer only tools that change nothing');
}

/** A flag whose value is a number above 0. */
export function countFlag(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count > 0) return count;
    throw new InvalidArgumentError('It has to be a whole number above 0.');
  });
}

function names(text: string, before: string[] = []): string[] {
  const given = text.split(',').map((name) => name.trim());
  return [...before, ...given.filter((name) => name !== '')];
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}

/** Serves until the client is gone, or the process is told to end. */
export async function serve(
  name: string,
  serving: McpServing,
  { http, auth }: ServeFlags,
): Promise<void> {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  if (http === undefined) {
    if (!auth)
      throw new UsageError('--no-auth goes with --http: over stdio no token is asked for.');
    // Stdout belongs to the protocol.
    const log = (line: string) => process.stderr.write(`${line}\n`);
    return serving.stdio({ signal: ended.signal, log });
  }
  const server = await openPort('http', http, () =>
    serving.http({ port: http, ...(!auth && { bearer: false }) }),
  );
  const { url, bearer } = server;
  // A token that was given is known where it is needed, and printed nowhere.
  if (bearer && !process.env[bearerVariable]) process.stderr.write(`${told(name, url, bearer)}\n`);
  process.stdout.write(`${url}\n`);
  await new Promise((resolve) => ended.signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
}

/** A token that was just made, in the form in which most clients are configured. */
function told(name: string, url: string, bearer: string): string {
  const headers = { Authorization: `Bearer ${bearer}` };
  const settings = { mcpServers: { [name]: { type: 'http', url, headers } } };
  return [
    `For the settings of a client; the token is of this run, ${bearerVariable} makes it stay the same:`,
    JSON.stringify(settings),
  ].join('\n');
}
