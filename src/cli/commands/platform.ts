import type { Command } from 'commander';
import { addClientCommand } from '../client-command.ts';
import { addOperations } from '../derive/tree.ts';
import type { ConsentFlags } from './platform/consent-url.ts';
import type { EnableFlags } from './platform/enable.ts';
import { platformProduct } from './platform/product.ts';
import type { ReportFlags } from './platform/report-usage.ts';

/** `trainyard platform …` */
export function register(root: Command): void {
  addOperations(root, platformProduct);
  addClientCommand<EnableFlags>(root, {
    words: 'webhook-endpoints enable',
    summary: 'put an endpoint back to work that failed too often or was paused',
    subjects: ['endpoint-id'],
    examples: ['whe_3k2p'],
    perform: async (flags) => (await import('./platform/enable.ts')).enable(flags),
  });
  addClientCommand<ConsentFlags>(root, {
    words: 'consent-url',
    summary: 'print the link by which a customer connects their account',
    subjects: ['slug'],
    flags: [
      ['--redirect-uri <url>', 'where the customer returns to'],
      ['--external-project-id <id>', 'your id of the project; comes back unchanged'],
      ['--state <text>', 'comes back unchanged; default: one that nobody can guess'],
    ],
    examples: ['label-loft --redirect-uri https://labelloft.example.com/connected --json'],
    perform: async (flags) => (await import('./platform/consent-url.ts')).consentUrl(flags),
  });
  addClientCommand<ReportFlags>(root, {
    words: 'contracts report-usage',
    summary: 'report work, from a CSV or JSON file',
    subjects: ['contract-id'],
    flags: [
      ['--csv <file>', 'a header with the names of the fields, then an entry a line; - for stdin'],
      ['--input <file>', '{ "entries": [ … ] } as JSON, from a file or - for stdin'],
    ],
    examples: ['ctr_5e6f --csv usage.csv', 'ctr_5e6f --csv - < usage.csv'],
    perform: async (flags) => (await import('./platform/report-usage.ts')).reportUsage(flags),
  });
}
