import type { Command } from 'commander';
import { version } from '../../../package.json';
import { addClientCommand } from '../client-command.ts';
import { addCallFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { writeLine } from '../output/write.ts';
import { addAuth } from './opentrain/auth.ts';
import { addJobDrafts } from './opentrain/job-drafts.ts';
import { opentrainProduct } from './opentrain/product.ts';
import { addWaits } from './opentrain/waits.ts';

/** `trainyard opentrain …`: the vendor's own tree of commands, and what goes beyond it. */
export function register(opentrain: Command): void {
  // The vendor's command has one.
  const command = opentrain.command('version').description('print the version');
  addExamples(command, ['trainyard opentrain version']);
  command.action(() => writeLine(version));
  addAuth(opentrain);
  addOperations(opentrain, opentrainProduct);
  addJobDrafts(opentrain);
  addWaits(opentrain);
  addClientCommand(opentrain, {
    words: 'webhooks rotate-secret',
    summary: 'replace the secret of a webhook without a gap',
    subject: 'webhook-id',
    example: 'whk_9q1x',
    perform: async (flags) => (await import('./opentrain/rotate-secret.ts')).rotateSecret(flags),
  });
  const discover = leafAt(opentrain, 'discover', 'show what the deployment tells about itself');
  addCallFlags(discover);
  addExamples(discover, ['trainyard opentrain discover']);
  discover.action(async (flags) => (await import('./opentrain/discover.ts')).discover(flags));
}
