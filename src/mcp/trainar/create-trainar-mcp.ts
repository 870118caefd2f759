import { version } from '../../../package.json';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import { Transport } from '../../core/transport.ts';
import type { TrainAROptions } from '../../trainar/client.ts';
import { Tools } from '../../trainar/mcp/tools.ts';
import { trainar } from '../../trainar/product.ts';
import { Changes } from '../serving/changes.ts';
import { type McpServing, servingOf } from '../serving/serving.ts';
import type { ToolFilter } from '../serving/tool-filter.ts';
import { GatewayToolbox } from './gateway-toolbox.ts';
import { ProgressRelay } from './progress-relay.ts';
import { checkRestFilter, RestToolbox } from './rest-toolbox.ts';
import { UpstreamWatch } from './upstream-watch.ts';

/** What `createTrainARMcp` takes. */
export interface TrainARMcpOptions extends TrainAROptions, ToolFilter {
  /**
   * Leaves the tenant's MCP server alone and offers the nine REST calls as tools, which otherwise are there while it
   * can't be reached. Default false.
   */
  restOnly?: boolean | undefined;
  /** Milliseconds a tool of the tenant's MCP server may take. Default 600,000: a client gives up by itself. */
  toolTimeoutMs?: number | undefined;
}

const restInstructions =
  "TrainAR's REST API as tools: tasks, users, skills and webhooks of one tenant. Sessions are only to be had from the tenant's own MCP server.";

/**
 * A gateway to TrainAR's MCP server, for clients that can't speak server-sent events or send headers: every tool
 * that the tenant's server has, whatever their number, unchanged, over stdio or Streamable HTTP. While that server
 * can't be reached, and with `restOnly`, the nine REST calls are offered as tools of our own.
 *
 * `toolsets` are `tasks`, `users`, `skills` and `webhooks` with `restOnly`; the vendor's tools have no groups.
 *
 * @throws InvalidArgumentError when there is no key, an address is unsafe, or a filter names what is not there; names of
 * the vendor's tools are checked when these are first listed
 *
 * @example
 * ```ts
 * import { createTrainARMcp } from 'trainyard/mcp';
 *
 * await createTrainARMcp({ readOnly: true }).stdio();
 * ```
 */
export function createTrainARMcp(options: TrainARMcpOptions = {}): McpServing {
  const { toolsets, tools, exclude, readOnly, restOnly, toolTimeoutMs } = options;
  const filter = { toolsets, tools, exclude, readOnly };
  const product = trainar(options.apiKey);
  const api = new Transport(product, options);
  const rest = new RestToolbox(api, filter);
  const changes = new Changes();
  const info = { name: 'trainar', title: 'TrainAR', version };
  if (restOnly) {
    checkRestFilter(filter);
    return servingOf({ info, toolbox: rest, changes, instructions: restInstructions });
  }
  if (toolsets) {
    throw new InvalidArgumentError(
      'toolsets',
      "the vendor's tools have no groups; name them in tools or exclude, or pass restOnly.",
    );
  }
  const { baseUrl, clock } = api;
  const upstream = new Tools({ product, baseUrl, clock, options });
  const progress = new ProgressRelay();
  const watch = new UpstreamWatch(upstream.remote, clock, () => changes.toolsChanged());
  upstream.remote.onNotification = (method, params) => {
    if (method === 'notifications/tools/list_changed') changes.toolsChanged();
    if (method === 'notifications/progress') progress.take(params);
  };
  const toolbox = new GatewayToolbox({
    upstream,
    rest,
    progress,
    filter,
    key: product.key(),
    listTimeoutMs: 15_000,
    callTimeoutMs: toolTimeoutMs ?? 600_000,
    watch,
  });
  return servingOf({
    info,
    toolbox,
    changes,
    get instructions() {
      return upstream.remote.greeting?.instructions;
    },
    async close() {
      watch.close();
    },
  });
}
