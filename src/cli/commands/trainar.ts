import type { Command } from 'commander';
import { addCallFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { trainarProduct } from './trainar/product.ts';

/** `trainyard trainar …` */
export function register(trainar: Command): void {
  addOperations(trainar, trainarProduct);
  const sessions = leafAt(trainar, 'sessions list', 'list training sessions, by the MCP server')
    .option('--status <status>', 'only sessions in this state (inferred)')
    .option('--role <role>', 'only sessions of this role (inferred)')
    .option('--limit <number>', 'how many (inferred)');
  addCallFlags(sessions, { list: true });
  addExamples(sessions, ['trainyard trainar sessions list --status completed']);
  sessions.action(async (flags) => (await import('./trainar/sessions.ts')).listSessions(flags));
}
