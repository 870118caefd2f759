// Puts Trainyard beside its peers and writes docs/benchmarks.md, and of it a few lines into README.md:
// npm run build && npm ci --prefix test/bench && npm run bench [-- --short] [-- topic …]

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { markdown } from './markdown.ts';
import { withSummary } from './summary.ts';
import type { Table } from './topic.ts';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const directory = resolve(process.env.BENCH_PACKAGE ?? root);
const programs = join(here, 'node_modules/.cache/bench');
const args = process.argv.slice(2);
const short = args.includes('--short');
const asked = args.filter((arg) => !arg.startsWith('--'));
const topics = ['calls', 'pages', 'webhooks', 'weight', 'sandbox'];

if (!existsSync(join(directory, 'dist/index.js')) || !existsSync(join(here, 'node_modules'))) {
  console.error('Run npm run build and npm ci --prefix test/bench first.');
  process.exit(2);
}

// Compiled beforehand: what is measured must not run through a loader that rewrites it.
await build({
  entryPoints: [
    ...topics.map((topic) => join(here, `${topic}.bench.ts`)),
    join(here, 'sandbox-server.ts'),
  ],
  entryNames: '[name]',
  outdir: programs,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  tsconfigRaw: '{}',
  plugins: [
    {
      name: 'the built package',
      setup: ({ onResolve }) => onResolve({ filter: /^trainyard/ }, built),
    },
  ],
});

/** Where the package's exports lead, so that what is measured is what is shipped. */
function built({ path }: { path: string }) {
  const { exports } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const file: string = exports[path.replace('trainyard', '.')].import.default;
  return { path: pathToFileURL(join(directory, file)).href, external: true };
}

const tables: Table[] = [];
for (const topic of asked.length > 0 ? asked : topics) {
  console.error(`${topic} …`);
  const program = join(programs, `${topic}.bench.mjs`);
  const flags = [
    '--expose-gc',
    '--max-semi-space-size=128',
    program,
    ...(short ? ['--short'] : []),
  ];
  const { stdout, status } = spawnSync(process.execPath, flags, {
    cwd: here,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_DIRECTORY: here, BENCH_PACKAGE: directory },
  });
  if (status !== 0) {
    console.error(`${topic} failed.`);
    process.exit(1);
  }
  tables.push(...(JSON.parse(stdout) as Table[]));
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
});
const text = markdown(tables, { commit: commit.trim(), packages: join(here, 'package-lock.json') });
console.log(text);
// A part, or a run that proves only that everything runs, is not for the record.
if (!short && asked.length === 0) {
  writeFileSync(join(root, 'docs/benchmarks.md'), text);
  const readme = join(root, 'README.md');
  writeFileSync(readme, withSummary(readFileSync(readme, 'utf8'), tables));
}
