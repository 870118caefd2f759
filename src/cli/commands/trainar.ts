import type { Command } from 'commander';
import { addClientCommand } from '../client-command.ts';
import { addCallFlags } from '../common-flags.ts';
import { addOperations, leafAt } from '../derive/tree.ts';
import { addExamples } from '../examples.ts';
import { trainarProduct } from './trainar/product.ts';

const moves = [
  ['start', 'move a task to in progress'],
  ['complete', 'move a task to completed'],
  ['cancel', 'move a task to cancelled'],
] as const;

/** `trainyard trainar …` */
export function register(trainar: Command): void {
  addOperations(trainar, trainarProduct);
  for (const [verb, summary] of moves) {
    addClientCommand(trainar, {
      words: `tasks ${verb}`,
      summary,
      subject: 'task-id',
      example: '4f6a1c02-8d5e-4b57-9c0e-7a1f3d2b6e90',
      perform: async (flags) => (await import('./trainar/tasks.ts')).moveTask(verb, flags),
    });
  }
  const tools = leafAt(trainar, 'mcp list-tools', "list the tools of the tenant's MCP server");
  addCallFlags(tools);
  addExamples(tools, ['trainyard trainar mcp list-tools']);
  tools.action(async (flags) => (await import('./trainar/mcp.ts')).listTools(flags));
  addClientCommand(trainar, {
    words: 'mcp call-tool',
    summary: "call a tool of the tenant's MCP server",
    subject: 'name',
    flags: [['--arguments <json>', 'what it takes, as a JSON object']],
    example: 'list_sessions --arguments \'{"limit":5}\'',
    perform: async (flags) => (await import('./trainar/mcp.ts')).callTool(flags),
  });
  const sessions = leafAt(trainar, 'sessions list', 'list training sessions, by the MCP server')
    .option('--status <status>', 'only sessions in this state (inferred)')
    .option('--role <role>', 'only sessions of this role (inferred)')
    .option('--limit <number>', 'how many (inferred)');
  addCallFlags(sessions, { list: true });
  addExamples(sessions, ['trainyard trainar sessions list --status completed']);
  sessions.action(async (flags) => (await import('./trainar/sessions.ts')).listSessions(flags));
}
