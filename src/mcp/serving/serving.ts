import type { Offer } from './offer.ts';
import { type HttpOptions, type ListeningMcp, serveHttp } from './serve-http.ts';
import { type StdioOptions, serveStdio } from './serve-stdio.ts';

/** An MCP server that is ready to be served, once. */
export interface McpServing {
  /**
   * Serves over stdio, the way a client starts it as a process of its own. Resolves when the client is
   * gone, or `signal` is aborted.
   */
  stdio(options?: StdioOptions): Promise<void>;
  /**
   * Serves over Streamable HTTP at `/mcp`, to this machine alone, and there to clients that show its token.
   *
   * @throws InvalidArgumentError when `bearer` is too short
   * @throws when the port is taken
   */
  http(options?: HttpOptions): Promise<ListeningMcp>;
}

/** Both ways to serve an offer. */
export function servingOf(offer: Offer): McpServing {
  return {
    stdio: (options) => serveStdio(offer, options),
    http: (options) => serveHttp(offer, options),
  };
}
