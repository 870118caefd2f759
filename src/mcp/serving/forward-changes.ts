import type { Server, ServerEvent } from '@modelcontextprotocol/server';
import type { Changes } from './changes.ts';

/**
 * Sends changes over a connection that stays open, until it closes. Before protocol 2026-07-28 a client
 * names each resource with `resources/subscribe`; since then the SDK keeps its subscriptions.
 */
export function forwardChanges(changes: Changes, server: Server): void {
  const subscribed = new Set<string>();
  let stopWatching: (() => void) | undefined;
  if (server.getCapabilities().resources?.subscribe) {
    server.setRequestHandler('resources/subscribe', ({ params }) => {
      subscribed.add(params.uri);
      stopWatching ??= changes.watch();
      return {};
    });
    server.setRequestHandler('resources/unsubscribe', ({ params }) => {
      subscribed.delete(params.uri);
      if (subscribed.size === 0) stop();
      return {};
    });
  }
  const stop = () => {
    stopWatching?.();
    stopWatching = undefined;
  };
  const isHandshakeEra = () => server.getClientCapabilities() !== undefined;
  const unsubscribe = changes.subscribe((event) => {
    if (event.kind === 'resource_updated' && isHandshakeEra() && !subscribed.has(event.uri)) return;
    // A connection that is going down can't be told, and needn't be.
    send(server, event).catch(() => {});
  });
  const closed = server.onclose;
  server.onclose = () => {
    unsubscribe();
    stop();
    closed?.();
  };
}

async function send(server: Server, event: ServerEvent): Promise<void> {
  switch (event.kind) {
    case 'tools_list_changed':
      return server.sendToolListChanged();
    case 'prompts_list_changed':
      return server.sendPromptListChanged();
    case 'resources_list_changed':
      return server.sendResourceListChanged();
    case 'resource_updated':
      return server.sendResourceUpdated({ uri: event.uri });
  }
}
