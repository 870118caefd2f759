import type { Command } from 'commander';

/** The commands below one name. */
export interface CommandModule {
  /** Adds them to the command of that name. */
  register(command: Command): void | Promise<void>;
}

interface Entry {
  readonly summary: string;
  /** Loads them; called only when one of them is meant. */
  load(): Promise<CommandModule>;
}

/** What comes first after `trainyard`, in the order of the help. */
export const modules: Readonly<Record<string, Entry>> = {
  mcp: {
    summary: 'MCP servers, for agents',
    load: () => import('./commands/mcp.ts'),
  },
};
