import type { Command } from 'commander';
import { addClientCommand } from '../client-command.ts';
import { addCallFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { platformProduct } from './platform/product.ts';

/** `trainyard platform …` */
export function register(root: Command): void {
  addOperations(root, platformProduct);
  addClientCommand(root, {
    words: 'webhook-endpoints enable',
    summary: 'put an endpoint back to work that failed too often or was paused',
    subject: 'endpoint-id',
    example: 'whe_3k2p',
    perform: async (flags) => (await import('./platform/enable.ts')).enable(flags),
  });
  addClientCommand(root, {
    words: 'consent-url',
    summary: 'print the link by which a customer connects their account',
    subject: 'slug',
    flags: [
      ['--redirect-uri <url>', 'where the customer returns to'],
      ['--external-project-id <id>', 'your id of the project; comes back unchanged'],
      ['--state <text>', 'comes back unchanged; default: one that nobody can guess'],
    ],
    example: 'label-loft --redirect-uri https://labelloft.example.com/connected --json',
    perform: async (flags) => (await import('./platform/consent-url.ts')).consentUrl(flags),
  });
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
