import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder and of those below it, from there; not what is installed, which may lead back to where it stands. */
export function filesWithin(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || entry.name === 'node_modules') return [];
    return filesWithin(join(folder, entry.name)).map((file) => `${entry.name}/${file}`);
  });
}
