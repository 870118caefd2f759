import type { Command } from 'commander';
import { createTrainARMcp } from '../../../mcp/trainar/create-trainar-mcp.ts';
import { addServeFlags, countFlag, type ServeFlags, serve } from './serve.ts';

interface Flags extends ServeFlags {
  restOnly?: boolean;
  toolTimeout?: number;
}

/** `trainyard mcp trainar` */
export function addTrainAR(mcp: Command): void {
  addServeFlags(mcp.command('trainar'))
    .summary("a gateway to TrainAR's MCP server")
    .description(
      "A gateway to the tenant's MCP server, for clients that can't speak server-sent events or send headers: every tool it has, unchanged. While it can't be reached, the nine REST calls are offered as tools of our own. It reads TRAINAR_API_KEY, TRAINAR_BASE_URL and TRAINAR_MCP_URL.",
    )
    .option('--rest-only', "leave the tenant's MCP server alone, and offer the nine REST calls")
    .addOption(countFlag('--tool-timeout <seconds>', 'give a tool this long; default 600'))
    .addHelpText(
      'after',
      '\nGroups of tools: tasks, users, skills, webhooks, with --rest-only; the vendor has none.',
    )
    .action(async ({ toolTimeout, ...flags }: Flags) => {
      const options = {
        ...flags,
        ...(toolTimeout !== undefined && { toolTimeoutMs: toolTimeout * 1000 }),
      };
      await serve('trainar', createTrainARMcp(options), flags);
    });
}
