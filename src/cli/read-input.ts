import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

const mostBytes = 16 * 1024 * 1024;

/** The text of a file, or of stdin for `-`. */
export async function readText(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    const content = await readFile(file);
    if (content.length > mostBytes) throw new UsageError(`${file} is larger than 16 MiB.`);
    return content.toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`);
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
