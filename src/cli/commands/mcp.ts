import type { Command } from 'commander';

/** `trainyard mcp …` */
export function register(_mcp: Command): void {}
