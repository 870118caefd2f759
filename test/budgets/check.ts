// Measures the built package against its budgets, and fails when one is passed:
// npm run build && npm run budgets [-- <directory of an unpacked package>]

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { callCost } from './call-cost.ts';
import { cliStart } from './cli-start.ts';
import { dependencies } from './dependencies.ts';
import { importTimes } from './import-time.ts';
import { sizes } from './sizes.ts';
import { typesPaid } from './types-paid.ts';

const directory = resolve(process.argv[2] ?? join(import.meta.dirname, '../..'));
if (!existsSync(join(directory, 'dist/index.d.ts'))) {
  console.error(`There is no built package in ${directory}. Run npm run build first.`);
  process.exit(2);
}

const findings = [
  ...(await sizes(directory)),
  ...dependencies(directory),
  ...importTimes(directory),
  ...cliStart(directory),
  ...typesPaid(directory),
  ...(await callCost(directory)),
];

for (const { what, measured, budget, within } of findings) {
  const mark = budget === undefined ? '      ' : within ? 'ok    ' : 'OVER  ';
  console.log(
    mark + what.padEnd(46) + measured + (budget === undefined ? '' : `, budget ${budget}`),
  );
}
const over = findings.filter(({ within }) => !within).length;
if (over > 0) {
  console.error(`${over} over budget. What the figures mean: docs/decisions/0006-budgets.md`);
  process.exit(1);
}
