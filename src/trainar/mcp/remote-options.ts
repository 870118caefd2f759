import type { ClientOptions } from '../../core/client-options.ts';
import type { Clock } from '../../core/clock.ts';
import type { Product } from '../../core/transport.ts';

/** What of a client its connection to the MCP server needs. */
export interface RemoteOptions {
  product: Product;
  /** Where the REST API is. */
  baseUrl: string;
  clock: Clock;
  options: ClientOptions & { mcpUrl?: string | undefined };
}
