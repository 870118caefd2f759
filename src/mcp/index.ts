export {
  createOpenTrainMcp,
  type OpenTrainMcpOptions,
} from './opentrain/create-opentrain-mcp.ts';
export type { HttpOptions, ListeningMcp } from './serving/serve-http.ts';
export type { StdioOptions } from './serving/serve-stdio.ts';
export type { McpServing } from './serving/serving.ts';
export { createTrainARMcp, type TrainARMcpOptions } from './trainar/create-trainar-mcp.ts';
