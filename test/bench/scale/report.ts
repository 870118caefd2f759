import { cpus, totalmem, type } from 'node:os';
import type { Filled } from './fill.ts';
import type { Timing } from './measure.ts';

/** Most a page may take at the largest size, of what it takes at the smallest. */
export const mostGrowth = 2;

const gigabyte = 1024 ** 3;
const whole = new Intl.NumberFormat('en-US');

/** Calls that grow more than they may. */
export const tooSlow = (timings: readonly Timing[]): Timing[] =>
  timings.filter(({ call, growth }) => call.grows === undefined && !(growth <= mostGrowth));

/** The page for people; every number in it comes from the run. */
export function report(
  filled: readonly Filled[],
  timings: readonly Timing[],
  rounds: number,
): string {
  const sizes = filled.map(({ size }) => whole.format(size.jobs));
  const largest = filled.at(-1) as Filled;
  const { rss } = process.memoryUsage();
  return `# How the sandbox scales

Written by \`npm run bench:scale\`; run it again rather than edit it.

${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${type()}, ${cpus().length} × ${cpus()[0]?.model.trim()},
${Math.round(totalmem() / gigabyte)} GB. One process holds all ${filled.length} sandboxes (${(rss / gigabyte).toFixed(1)} GB resident at the end).

## Time per call

Milliseconds, median of ${rounds} calls through \`sandbox.fetch\`, answer read to its end; the sizes take turns, so that
the machine's other work meets all of them alike. A sandbox has ten proposals and a hundred update events to a job.

| call | ${sizes.map((size) => `${size} jobs`).join(' | ')} | largest to smallest |
| --- | ${sizes.map(() => '---:').join(' | ')} | ---: |
${timings.map(row).join('\n')}

${timings
  .filter(({ call }) => call.grows !== undefined)
  .map(({ call }) => `¹ Grows: it ${call.grows}.`)
  .join('\n')}

## Filling

| record | count | seconds | bytes of heap each |
| --- | ---: | ---: | ---: |
${largest.filled
  .map(({ record, count, seconds, bytesEach }) =>
    cells(record, whole.format(count), seconds.toFixed(1), whole.format(Math.round(bytesEach))),
  )
  .join('\n')}
`;
}

function row({ call, medians, growth }: Timing): string {
  const name = call.grows === undefined ? call.name : `${call.name} ¹`;
  return cells(name, ...medians.map((ms) => ms.toFixed(3)), `${growth.toFixed(2)} ×`);
}

const cells = (...texts: string[]) => `| ${texts.join(' | ')} |`;
