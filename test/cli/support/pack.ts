import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Unpacks the package where there is no other: the bin must need nothing beside itself.
 *
 * @returns what removes it again
 */
export default function setup(): () => void {
  if (!existsSync(join(root, 'dist/cli/main.js'))) {
    throw new Error('There is no bin: npm run build comes first.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'trainyard-cli-'));
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
  process.env.TRAINYARD_RUNS = join(folder, 'runs.jsonl');
  process.env.TRAINYARD_BIN = join(folder, 'package/dist/cli/main.js');
  return () => rmSync(folder, { recursive: true, force: true });
}
