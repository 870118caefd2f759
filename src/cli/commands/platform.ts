import type { Command } from 'commander';
import { addCallFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { platformProduct } from './platform/product.ts';

/** `trainyard platform …` */
export function register(root: Command): void {
  addOperations(root, platformProduct);
  const report = leafAt(root, 'contracts report-usage', 'report work, from a CSV or JSON file')
    .argument('[contract-id]', 'in place of --contract-id')
    .option('--contract-id <id>', 'id of the contract (needed, here or as an argument)')
    .option(
      '--csv <file>',
      'a header with the names of the fields, then an entry a line; - for stdin',
    )
    .option('--input <file>', '{ "entries": [ … ] } as JSON, from a file or - for stdin');
  addCallFlags(report);
  addExamples(report, [
    'trainyard platform contracts report-usage ctr_5e6f --csv usage.csv',
    "printf 'workDate,totalSeconds\\n2026-06-01,27300\\n' | trainyard platform contracts report-usage ctr_5e6f --csv -",
  ]);
  report.action(async (contractId, flags) =>
    (await import('./platform/report-usage.ts')).reportUsage({ contractId, ...flags }),
  );
}
