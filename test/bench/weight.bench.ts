import { execFileSync } from 'node:child_process';
import { weigh } from '../budgets/bundle.ts';
import { quantile } from './race.ts';
import { number, report, short } from './topic.ts';

const [here, trainyard] = [process.env.BENCH_DIRECTORY, process.env.BENCH_PACKAGE] as [
  string,
  string,
];
const rounds = short ? 1 : 15;

const contenders: { name: string; module: string; pick: string; directory: string }[] = [
  { name: 'openapi-fetch', module: 'openapi-fetch', pick: 'default', directory: here },
  { name: 'trainyard/trainar', module: 'trainyard/trainar', pick: 'TrainAR', directory: trainyard },
  {
    name: 'trainyard/opentrain',
    module: 'trainyard/opentrain',
    pick: 'OpenTrain',
    directory: trainyard,
  },
  {
    name: 'trainyard/platform',
    module: 'trainyard/platform',
    pick: 'OpenTrainPlatform',
    directory: trainyard,
  },
  { name: 'stripe', module: 'stripe', pick: 'default', directory: here },
  { name: 'openai', module: 'openai', pick: 'default', directory: here },
  { name: '@octokit/core', module: '@octokit/core', pick: 'Octokit', directory: here },
  { name: '@workos-inc/node', module: '@workos-inc/node', pick: 'WorkOS', directory: here },
];
const verifiers: typeof contenders = [
  {
    name: 'trainyard/webhooks',
    module: 'trainyard/webhooks',
    pick: 'verifyWebhook',
    directory: trainyard,
  },
  { name: 'standardwebhooks', module: 'standardwebhooks', pick: 'Webhook', directory: here },
  { name: 'svix', module: 'svix', pick: 'Webhook', directory: here },
  {
    name: '@octokit/webhooks-methods',
    module: '@octokit/webhooks-methods',
    pick: 'verify',
    directory: here,
  },
];

function importOnce(module: string, directory: string): number {
  const program = `
    await import('data:text/javascript,');
    const start = performance.now();
    await import('${module}');
    console.log(performance.now() - start);`;
  const args = ['--input-type=module', '--eval', program];
  return Number(execFileSync(process.execPath, args, { cwd: directory, encoding: 'utf8' }));
}

async function rowsOf(all: typeof contenders): Promise<string[][]> {
  const taken = all.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { module, directory }] of all.entries()) {
      taken[at]?.push(importOnce(module, directory));
    }
  }
  const rows: string[][] = [];
  for (const [at, { name, module, pick, directory }] of all.entries()) {
    const program = `import { ${pick} as kept } from '${module}'; globalThis.kept = kept;`;
    const size = await weigh(program, directory).then(
      ({ atOnce, single }) => [`${number(atOnce / 1000)} kB`, `${number(single / 1000)} kB`],
      () => ['does not bundle for browsers', ''],
    );
    const times = taken[at] ?? [];
    rows.push([
      name,
      ...size,
      `${number(Math.min(...times))} ms`,
      `${number(quantile(times, 0.5))} ms`,
    ]);
  }
  return rows;
}

const head = ['', 'loaded at once', 'as one file', 'import, fastest', 'median'];
const about =
  'Minified and gzipped by esbuild for a browser; and the time one import takes in a running Node process, each in a fresh one.';
report(
  { title: 'Weight of a client', about, head, rows: await rowsOf(contenders) },
  { title: 'Weight of webhook verification', about, head, rows: await rowsOf(verifiers) },
);
