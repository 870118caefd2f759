import { homedir } from 'node:os';
import { sep } from 'node:path';

/** A path as people write it: what lies in their own folder begins with `~`. */
export function shortPath(path: string): string {
  const home = homedir();
  return path.startsWith(`${home}${sep}`) ? `~${path.slice(home.length)}` : path;
}
