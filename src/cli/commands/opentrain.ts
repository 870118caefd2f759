import type { Command } from 'commander';
import { version } from '../../../package.json';
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
}
