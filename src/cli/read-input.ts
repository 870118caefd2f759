import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { UsageError } from './usage-error.ts';

const mostBytes = 16 * 1024 * 1024;

/** The text of a file, or of stdin for `-`; no more is read of either than a command could use. */
export async function readText(file: string): Promise<string> {
  const name = file === '-' ? 'stdin' : file;
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of source as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > mostBytes) throw new UsageError(`${name} is larger than 16 MiB.`);
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** A JSON object from a file or stdin; nothing when no file is named. */
export async function readInput(file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const content = await readText(file);
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Told below; the parser's own message would quote the content.
  }
  throw new UsageError(`${file === '-' ? 'stdin' : file} holds no JSON object.`);
}
