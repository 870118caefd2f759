export type * from '../../generated/trainar/types.ts';
export * from '../core/public.ts';
export { TrainAR, type TrainAROptions } from './client.ts';
export { McpError, ToolError } from './mcp/errors.ts';
export type {
  CallToolOptions,
  McpTool,
  ToolAnnotations,
  ToolContent,
  ToolResult,
} from './mcp/types.ts';
export type { Mcp } from './mcp.ts';
export type { Sessions } from './sessions.ts';
export type { Skills } from './skills.ts';
export type { ListedTask, Tasks } from './tasks.ts';
export type { Users } from './users.ts';
export type { Webhooks } from './webhooks.ts';
