import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Table, Target } from './topic.ts';

export interface Circumstances {
  commit: string;
  /** The lockfile that tells which version of each peer was measured. */
  packages: string;
}

/** The report of one run. It holds what that run measured and nothing else. */
export function markdown(tables: readonly Table[], { commit, packages }: Circumstances): string {
  const targets = tables.flatMap((table) => table.targets ?? []);
  return `${[
    '# Benchmarks',
    'Written by `npm run bench`; every line was measured in one and the same run. Do not edit.',
    `${machine()}, ${new Date().toISOString().slice(0, 10)}, commit ${commit}.`,
    `Peers: ${versions(packages)}. For openai, @workos-inc/node, svix and Prism these are the last lines that run on Node 20.`,
    'Contenders take turns in short rounds, in another order each time. A figure is that of a good round (a tenth of the rounds were faster), the ' +
      'median stands beside it: on a machine that does other work too, the two lie apart, and ratios within one table ' +
      'are worth more than its figures.',
    ...(targets.length > 0
      ? ['## Targets', rows(['', 'measured', ''], targets.map(targetRow))]
      : []),
    ...tables.flatMap(({ title, about, head, rows: body }) => [
      `## ${title}`,
      about,
      rows(head, body),
    ]),
  ].join('\n\n')}\n`;
}

function targetRow({ what, measured, met, why }: Target) {
  return [what, measured, met ? 'met' : `**missed**${why ? `: ${why}` : ''}`];
}

/** A table in Markdown, figures to the right. */
export function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, rule, ...body].map(line).join('\n');
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version} on ${process.platform} ${process.arch}, ${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB, load ${load} at the end`;
}

function versions(lockfile: string): string {
  const lock = JSON.parse(readFileSync(lockfile, 'utf8'));
  const names = Object.keys(lock.packages[''].devDependencies);
  return names.map((name) => `${name} ${lock.packages[`node_modules/${name}`].version}`).join(', ');
}
