import { Server } from '@modelcontextprotocol/server';
import { forwardChanges } from './forward-changes.ts';
import type { Offer } from './offer.ts';

/**
 * A server that makes an offer, for one connection or one request. The low-level class of the SDK, because
 * schemas are handed on as they are: the gateway's come from elsewhere, and ours are cut to a budget.
 *
 * @param staysOpen whether the connection outlives a request, so that changes can be sent over it
 */
export function createServer(offer: Offer, staysOpen: boolean): Server {
  const { toolbox, capabilities } = offer;
  const server = new Server(offer.info, {
    capabilities: { ...capabilities, tools: { listChanged: true } },
    ...(offer.instructions !== undefined && { instructions: offer.instructions }),
    ...(offer.verifyState && { requestState: { verify: offer.verifyState } }),
    // One burst of changes is one notification.
    debouncedNotificationMethods: ['notifications/tools/list_changed'],
  });
  server.setRequestHandler('tools/list', async () => ({ tools: [...(await toolbox.list())] }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const call = { context, server };
    return toolbox.call(params.name, params.arguments ?? {}, call);
  });
  offer.extend?.(server);
  if (staysOpen) forwardChanges(offer.changes, server);
  return server;
}
