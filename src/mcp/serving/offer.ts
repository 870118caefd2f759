import type {
  CallToolResult,
  Implementation,
  InputRequiredResult,
  Server,
  ServerCapabilities,
  ServerContext,
  Tool,
} from '@modelcontextprotocol/server';
import type { Changes } from './changes.ts';

/** What a tool call ends in, or asks of the human first. */
export type ToolAnswer = CallToolResult | InputRequiredResult;

/** What the side of a tool knows of the call that it serves. */
export interface ToolCall {
  readonly context: ServerContext;
  /** The connection the call came in on: what its client can do, and how to reach it. */
  readonly server: Server;
}

/** Tools, wherever they come from. */
export interface Toolbox {
  /** Those that are offered now. Filters have been applied. */
  list(): Promise<readonly Tool[]>;
  /**
   * Calls one by name.
   *
   * @throws UnknownToolError when there is none of that name, or a filter took it away
   */
  call(name: string, args: Readonly<Record<string, unknown>>, call: ToolCall): Promise<ToolAnswer>;
}

/** All that a server offers, said once for every transport and protocol era. */
export interface Offer {
  readonly info: Implementation;
  /** What an agent should know before it uses the tools. */
  readonly instructions?: string | undefined;
  readonly toolbox: Toolbox;
  /** What changes while clients are connected. */
  readonly changes: Changes;
  /** Capabilities beside tools, served by what `extend` adds. */
  readonly capabilities?: ServerCapabilities;
  /** Checks, and opens, the state that came back with a human's answer. */
  verifyState?(state: string, context: ServerContext): Promise<unknown>;
  /** Adds what is no tool (resources, prompts, completion) to the server of a connection. */
  extend?(server: Server): void;
  /** Ends what works in the background. */
  close?(): Promise<void>;
}
