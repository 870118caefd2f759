import { version } from '../../../package.json';
import { Changes } from '../serving/changes.ts';
import { type McpServing, servingOf } from '../serving/serving.ts';
import { Account, type AccountOptions } from './account.ts';
import { Availability } from './availability.ts';
import { addCompletion } from './completion.ts';
import { Feed } from './feed.ts';
import { instructions } from './instructions.ts';
import { addPrompts } from './prompts.ts';
import { addResources } from './resources.ts';
import { OpenTrainToolbox, type OpenTrainToolOptions } from './toolbox.ts';

/** What `createOpenTrainMcp` takes. */
export interface OpenTrainMcpOptions extends OpenTrainToolOptions, AccountOptions {}

/**
 * OpenTrain's Public API as an MCP server: the 41 tools of the vendor's own server under their names, with its
 * environment variables and its credentials file. It starts without a token; an agent gets one by
 * `opentrain_register_agent`. No tool spends money: those that would answer with a link, at which a signed-in
 * human confirms.
 *
 * Names of tools, variables and file are documented; arguments but those of two tools are inferred.
 *
 * @throws InvalidArgumentError when a filter names a tool or a group that is not there
 *
 * @example
 * ```ts
 * import { createOpenTrainMcp } from 'trainyard/mcp';
 *
 * await createOpenTrainMcp({ toolsets: ['auth', 'jobs'] }).stdio();
 * ```
 */
export function createOpenTrainMcp(options: OpenTrainMcpOptions = {}): McpServing {
  const account = new Account(options);
  const changes: Changes = new Changes((isWatched) => {
    if (isWatched) feed.start();
    else feed.stop();
  });
  const feed = new Feed(account, changes);
  const availability = new Availability(account, () => changes.toolsChanged());
  const toolbox = new OpenTrainToolbox(account, availability, options);
  return servingOf({
    info: { name: 'opentrain', title: 'OpenTrain', version },
    instructions,
    toolbox,
    changes,
    verifyState: toolbox.states.verify,
    capabilities: { resources: { subscribe: true }, prompts: {}, completions: {} },
    extend(server) {
      addResources(server, account);
      addPrompts(server);
      addCompletion(server, account);
    },
    async close() {
      feed.stop();
    },
  });
}
