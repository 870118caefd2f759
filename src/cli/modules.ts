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
  opentrain: {
    summary: 'hire AI trainers: the Public API of OpenTrain',
    load: () => import('./commands/opentrain.ts'),
  },
  trainar: {
    summary: 'tasks, users, skills, sessions and webhooks of TrainAR',
    load: () => import('./commands/trainar.ts'),
  },
  platform: {
    summary: 'annotation tools: the Platform API of OpenTrain',
    load: () => import('./commands/platform.ts'),
  },
  sandbox: {
    summary: 'both platforms on this machine, and the people in them',
    load: () => import('./commands/sandbox.ts'),
  },
  webhooks: {
    summary: 'receive, send, check and repeat webhook deliveries',
    load: () => import('./commands/webhooks.ts'),
  },
  mcp: {
    summary: 'MCP servers, for agents',
    load: () => import('./commands/mcp.ts'),
  },
};
