import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { atMost, type Finding, median, patiently } from './finding.ts';

const rounds = 11;

/** What the bin may take over a node that does nothing, in milliseconds, and as a part of that node's own time. */
const commands = [
  { line: '--version', overMs: 40, overRatio: 1 },
  { line: '--help', overMs: 80, overRatio: 2 },
  { line: 'opentrain --help', overMs: 80, overRatio: 2 },
  { line: 'opentrain jobs draft update --help', overMs: 80, overRatio: 2 },
  { line: 'platform contracts report-usage --help', overMs: 80, overRatio: 2 },
  { line: 'sandbox --help', overMs: 80, overRatio: 2 },
];

/** How soon the bin answers, beside a bare node measured in the same turns. */
export function cliStart(directory: string): Finding[] {
  const bin = join(directory, 'dist/cli/main.js');
  const bare: number[] = [];
  const taken = commands.map(({ line }) => ({
    args: [bin, ...line.split(' ')],
    times: [] as number[],
  }));
  return patiently(() => {
    for (let turn = 0; turn < rounds; turn++) {
      bare.push(once(['--eval', '']));
      for (const { args, times } of taken) times.push(once(args));
    }
    // The fastest counts: load can only add to it.
    const nothing = Math.min(...bare);
    return commands.map(({ line, overMs, overRatio }, index) => {
      const times = taken[index]?.times ?? [];
      const over = Math.min(...times) - nothing;
      const limit = Math.max(overMs, overRatio * nothing);
      const note = `median ${round(median(times) - median(bare))}, bare node ${round(nothing)}`;
      return atMost(`bin over bare node: ${line}`, round(over), round(limit), 'ms', note);
    });
  });
}

const round = (milliseconds: number) => Number(milliseconds.toFixed(1));

function once(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}
