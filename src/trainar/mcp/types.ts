import type { RequestOptions } from '../../core/request-options.ts';

/** What a tool says of itself, as hints that nothing enforces. */
export interface ToolAnnotations {
  title?: string | undefined;
  /** It changes nothing. */
  readOnlyHint?: boolean | undefined;
  /** It may undo or overwrite. */
  destructiveHint?: boolean | undefined;
  /** A repeat does no harm. */
  idempotentHint?: boolean | undefined;
  /** It reaches beyond the platform. */
  openWorldHint?: boolean | undefined;
}

/** A tool of an MCP server, as the server lists it; fields that are not named here are kept. */
export interface McpTool {
  name: string;
  title?: string | undefined;
  description?: string | undefined;
  /** JSON Schema of its arguments. */
  inputSchema: { [keyword: string]: unknown };
  /** JSON Schema of `structuredContent`, where the server gives one. */
  outputSchema?: { [keyword: string]: unknown } | undefined;
  annotations?: ToolAnnotations | undefined;
  [field: string]: unknown;
}

/** One block of what a tool answered: `text`, and others that MCP knows or will. */
export interface ToolContent {
  type: 'text' | 'image' | 'audio' | 'resource' | 'resource_link' | (string & {});
  /** Of a `text` block. */
  text?: string | undefined;
  [field: string]: unknown;
}

/** What a tool answered, as it came. TrainAR does not document the form of any tool's answer. */
export interface ToolResult {
  content: ToolContent[];
  /** The same as JSON, where the server gives it. */
  structuredContent?: { [field: string]: unknown } | undefined;
  [field: string]: unknown;
}

/** What a tool call may set for itself. */
export interface CallToolOptions extends RequestOptions {
  /**
   * Whether the tool may be called again when an answer got lost. Default false: then a lost answer is a
   * `ConnectionError`, and a call is repeated only when it surely did not reach the tool.
   */
  idempotent?: boolean | undefined;
}
