import type { Command } from 'commander';
import { addOpenTrain } from './mcp/opentrain.ts';
import { addTrainAR } from './mcp/trainar.ts';

/** `trainyard mcp …` */
export function register(mcp: Command): void {
  addOpenTrain(mcp);
  addTrainAR(mcp);
}
