import type { Command } from 'commander';
import { addOpenTrain } from './mcp/opentrain.ts';

/** `trainyard mcp …` */
export function register(mcp: Command): void {
  addOpenTrain(mcp);
}
