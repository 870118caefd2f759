import type { Command } from 'commander';
import { version } from '../../../package.json';
import { addClientCommand } from '../client-command.ts';
import type { CommonFlags } from '../common-flags.ts';
import { addOperations } from '../derive/tree.ts';
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
  addClientCommand<CommonFlags & { webhookId: string }>(opentrain, {
    words: 'webhooks rotate-secret',
    summary: 'replace the secret of a webhook without a gap',
    subjects: ['webhook-id'],
    examples: ['whk_9q1x'],
    perform: async (flags) => (await import('./opentrain/rotate-secret.ts')).rotateSecret(flags),
  });
  addClientCommand(opentrain, {
    words: 'discover',
    summary: 'show what the deployment tells about itself',
    examples: [''],
    perform: async (flags) => (await import('./opentrain/discover.ts')).discover(flags),
  });
}
