/**
 * Fills sandboxes of growing size and times what is read most: `npm run bench:scale`. Writes
 * docs/scale.md, and fails when reading a page depends on how much there is.
 *
 *     npm run bench:scale -- --rounds 50 --share 0.1      a quick look, which writes nothing
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Filled, fill } from './scale/fill.ts';
import { measure } from './scale/measure.ts';
import { mostGrowth, report, tooSlow } from './scale/report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    share: { type: 'string', default: '1' },
  },
});
const rounds = Number(values.rounds);
const share = Number(values.share);

const filled: Filled[] = [];
for (const part of [0.01, 0.1, 1]) {
  const size = {
    jobs: 10_000 * part * share,
    proposals: 100_000 * part * share,
    events: 1_000_000 * part * share,
  };
  console.error(`Filling: ${size.jobs} jobs, ${size.proposals} proposals, ${size.events} events`);
  filled.push(await fill(size));
}
const timings = await measure(filled, rounds);
const text = report(filled, timings, rounds);
console.log(text);
if (share === 1) await writeFile('docs/scale.md', text);
for (const { call, growth } of tooSlow(timings)) {
  console.error(
    `${call.name} takes ${growth.toFixed(2)} times as long; ${mostGrowth} is the most.`,
  );
  process.exitCode = 1;
}
