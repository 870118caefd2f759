import { once } from 'node:events';

/** Writes a line to stdout, no faster than it is read. */
export async function writeLine(text: string): Promise<void> {
  if (process.stdout.write(`${text}\n`)) return;
  await once(process.stdout, 'drain');
}
