import type { Command } from 'commander';
import { addClientCommand } from '../client-command.ts';
import type { CommonFlags } from '../common-flags.ts';
import { addOperations } from '../derive/tree.ts';
import type { CallToolFlags } from './trainar/mcp.ts';
import { trainarProduct } from './trainar/product.ts';
import type { SessionFlags } from './trainar/sessions.ts';

const moves = [
  ['start', 'move a task to in progress'],
  ['complete', 'move a task to completed'],
  ['cancel', 'move a task to cancelled'],
] as const;

/** `trainyard trainar …` */
export function register(trainar: Command): void {
  addOperations(trainar, trainarProduct);
  for (const [verb, summary] of moves) {
    addClientCommand<CommonFlags & { taskId: string }>(trainar, {
      words: `tasks ${verb}`,
      summary,
      subjects: ['task-id'],
      examples: ['4f6a1c02-8d5e-4b57-9c0e-7a1f3d2b6e90'],
      perform: async (flags) => (await import('./trainar/tasks.ts')).moveTask(verb, flags),
    });
  }
  addClientCommand(trainar, {
    words: 'mcp list-tools',
    summary: "list the tools of the tenant's MCP server",
    examples: [''],
    perform: async (flags) => (await import('./trainar/mcp.ts')).listTools(flags),
  });
  addClientCommand<CallToolFlags>(trainar, {
    words: 'mcp call-tool',
    summary: "call a tool of the tenant's MCP server",
    subjects: ['name'],
    flags: [['--arguments <json>', 'what it takes, as a JSON object']],
    examples: ['list_sessions --arguments \'{"limit":5}\''],
    perform: async (flags) => (await import('./trainar/mcp.ts')).callTool(flags),
  });
  addClientCommand<SessionFlags>(trainar, {
    words: 'sessions list',
    summary: 'list training sessions, by the MCP server',
    list: true,
    flags: [
      ['--status <status>', 'only sessions in this state (inferred)'],
      ['--role <role>', 'only sessions of this role (inferred)'],
      ['--limit <number>', 'how many (inferred)'],
    ],
    examples: ['--status completed'],
    perform: async (flags) => (await import('./trainar/sessions.ts')).listSessions(flags),
  });
}
