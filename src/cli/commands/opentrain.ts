import type { Command } from 'commander';
import { addOperations } from '../derive/tree.ts';
import { addAuth } from './opentrain/auth.ts';
import { addJobDrafts } from './opentrain/job-drafts.ts';
import { opentrainProduct } from './opentrain/product.ts';
import { addWaits } from './opentrain/waits.ts';

/** `trainyard opentrain …`: the vendor's own tree of commands, and what goes beyond it. */
export function register(opentrain: Command): void {
  addAuth(opentrain);
  addOperations(opentrain, opentrainProduct);
  addJobDrafts(opentrain);
  addWaits(opentrain);
}
