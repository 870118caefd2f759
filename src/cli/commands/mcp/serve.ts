import { type Command, InvalidArgumentError, Option } from 'commander';
import type { McpServing } from '../../../mcp/serving/serving.ts';
import { openPort } from '../../open-port.ts';

/** The flags of every server: how it is served, and which tools it offers. */
export interface ServeFlags {
  http?: number;
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
      'serve over Streamable HTTP at /mcp on this port, to this machine alone; default: over stdio',
      readPort,
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
export async function serve(serving: McpServing, { http }: ServeFlags): Promise<void> {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  if (http === undefined) {
    // Stdout belongs to the protocol.
    const log = (line: string) => process.stderr.write(`${line}\n`);
    return serving.stdio({ signal: ended.signal, log });
  }
  const server = await openPort('http', http, () => serving.http({ port: http }));
  process.stdout.write(`${server.url}\n`);
  await new Promise((resolve) => ended.signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
}
