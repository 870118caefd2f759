import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('./suites/package.json'));
/** What the suites need is newer than what the package itself runs on. */
const node = join(home, 'node_modules/node/bin/node');

/** What a program of the suites left. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program that is installed here, on the Node that is. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(home, 'node_modules', script), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ran: Ran = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      ran.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      ran.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}
