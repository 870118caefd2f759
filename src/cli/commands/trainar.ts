import { type Command, Option } from 'commander';
import { addOutputFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { trainarProduct } from './trainar/product.ts';

/** `trainyard trainar …` */
export function register(trainar: Command): void {
  addOperations(trainar, trainarProduct);
  const sessions = leafAt(trainar, 'sessions list', 'list training sessions, by the MCP server')
    .option('--status <status>', 'only sessions in this state (inferred)')
    .option('--role <role>', 'only sessions of this role (inferred)')
    .option('--limit <number>', 'how many (inferred)')
    .addOption(new Option('--all', 'print each item as a line of JSON'))
    .option('--base-url <url>', 'origin of the platform');
  addOutputFlags(sessions);
  addExamples(sessions, ['trainyard trainar sessions list --status completed']);
  sessions.action(async (flags) => (await import('./trainar/sessions.ts')).listSessions(flags));
}
