import { ApiClient } from '../core/api-client.ts';
import { checkBaseUrl } from '../core/arguments.ts';
import type { ClientOptions } from '../core/client-options.ts';
import { Transport } from '../core/transport.ts';
import { lateTools } from './late-tools.ts';
import { Mcp } from './mcp.ts';
import { trainar } from './product.ts';
import { Sessions } from './sessions.ts';
import { Skills } from './skills.ts';
import { Tasks } from './tasks.ts';
import { Users } from './users.ts';
import { Webhooks } from './webhooks.ts';

/** What a `TrainAR` client takes. */
export interface TrainAROptions extends ClientOptions {
  /** The tenant's key, `tak_…`. Default: the environment's `TRAINAR_API_KEY`. */
  apiKey?: string | undefined;
  /**
   * Where the MCP server is. Default: the environment's `TRAINAR_MCP_URL`, else beside `baseUrl`:
   * `https://mcp.trainar.ai/sse`, or `/sse` of a sandbox on this machine.
   */
  mcpUrl?: string | undefined;
}

/**
 * The tenant REST API of TrainAR, and its MCP server.
 *
 * @throws InvalidArgumentError when there is no key, it is of another kind, or `baseUrl` is unsafe
 *
 * @example
 * ```ts
 * import { TrainAR } from 'trainyard';
 *
 * const trainar = new TrainAR(); // reads TRAINAR_API_KEY
 * const task = await trainar.tasks.create({ title: 'Replace the filter on boiler 3' });
 * ```
 */
export class TrainAR extends ApiClient {
  /** Create, list and move tasks. */
  readonly tasks: Tasks;
  /** List and invite users. */
  readonly users: Users;
  /** Run skills. */
  readonly skills: Skills;
  /** List training sessions. */
  readonly sessions: Sessions;
  /** The vendor's tools for agents. */
  readonly mcp: Mcp;
  /** Register endpoints for events, and verify what they receive. */
  readonly webhooks: Webhooks;

  constructor(options: TrainAROptions = {}) {
    const product = trainar(options.apiKey);
    const api = new Transport(product, options);
    super(api);
    const { baseUrl, clock } = api;
    if (options.mcpUrl !== undefined) checkBaseUrl(options.mcpUrl, 'mcpUrl');
    const load = lateTools({ product, baseUrl, clock, options });
    this.mcp = new Mcp(load);
    this.tasks = new Tasks(api);
    this.users = new Users(api);
    this.skills = new Skills(api);
    this.sessions = new Sessions(load);
    this.webhooks = new Webhooks(api);
  }
}
