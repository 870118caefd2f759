import type { RemoteOptions } from './mcp/remote-options.ts';
import type { Tools } from './mcp/tools.ts';

/** Loads the tools of the MCP server, once. */
export type LoadTools = () => Promise<Tools>;

/** The tools, loaded on first use: most clients never speak MCP. */
export function lateTools(options: RemoteOptions): LoadTools {
  let tools: Promise<Tools> | undefined;
  return () => {
    tools ??= import('./mcp/tools.ts').then(({ Tools }) => new Tools(options));
    // A browser may have been offline; where the address was wrong, it stays so.
    tools.catch(() => {
      tools = undefined;
    });
    return tools;
  };
}
