import { execFileSync } from 'node:child_process';
import { atMost, type Finding, median, patiently } from './finding.ts';

const rounds = 15;
const modules = [
  'trainyard/trainar',
  'trainyard/opentrain',
  'trainyard/platform',
  'trainyard/webhooks',
];
const budgetMs = 15;
/** Imported in the same turns, to know what an import costs on a machine that is slow or busy. */
const yardstick = 'openapi-fetch';
const timesYardstick = 4;

/** What importing costs a running process in time of the processor, each time measured in a fresh one. */
export function importTimes(directory: string): Finding[] {
  const taken = new Map([yardstick, ...modules].map((name) => [name, [] as number[]]));
  return patiently(() => {
    for (let turn = 0; turn < rounds; turn++) {
      for (const [name, times] of taken) times.push(importOnce(name, directory));
    }
    return findingsOf(taken);
  });
}

function findingsOf(taken: ReadonlyMap<string, readonly number[]>): Finding[] {
  // The least counts: load can only add to it.
  const fastest = (name: string) => Math.min(...(taken.get(name) ?? []));
  const limit = Math.max(budgetMs, timesYardstick * fastest(yardstick));
  const beside = `${yardstick} alone ${fastest(yardstick).toFixed(1)}`;
  return modules.map((name) => {
    const note = `median ${median(taken.get(name) ?? []).toFixed(1)}, ${beside}`;
    return atMost(`import: ${name}`, round(fastest(name)), round(limit), 'ms', note);
  });
}

const round = (milliseconds: number) => Number(milliseconds.toFixed(1));

function importOnce(name: string, directory: string): number {
  const program = `
    // The first import of a process starts Node's loader, which is not the package's doing.
    await import('data:text/javascript,');
    const start = process.cpuUsage();
    await import('${name}');
    const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 1000);`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: directory,
      encoding: 'utf8',
    }),
  );
}
