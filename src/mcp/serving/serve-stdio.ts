import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio as serve } from '@modelcontextprotocol/server/stdio';
import { redact } from '../../core/redact.ts';
import type { Changes } from './changes.ts';
import { createServer } from './create-server.ts';
import { type ServingLimits, withDefaults } from './limits.ts';
import type { Offer } from './offer.ts';

/** Options of `stdio`. */
export interface StdioOptions extends Pick<ServingLimits, 'maxMessageBytes'> {
  /** Default: the process's own. */
  input?: Readable | undefined;
  /** Default: the process's own. Nothing else may be written to it. */
  output?: Writable | undefined;
  /** Ends the connection. */
  signal?: AbortSignal | undefined;
  /** Takes a line about what went wrong with the connection. Default: nobody. */
  log?: ((line: string) => void) | undefined;
}

/** Serves an offer over stdio, in both protocol eras; resolves when the client is gone. */
export async function serveStdio(offer: Offer, options: StdioOptions = {}): Promise<void> {
  const { input = process.stdin, output = process.stdout, signal, log } = options;
  const { maxMessageBytes } = withDefaults(options);
  const transport = new StdioServerTransport(input, output, { maxBufferSize: maxMessageBytes });
  const handle = serve(() => createServer(offer, true), {
    transport,
    onerror: (error) => log?.(redact(error.message)),
  });
  const stopWatching = watchListens(transport, offer.changes);
  await new Promise<void>((resolve) => {
    const closed = transport.onclose;
    transport.onclose = () => {
      closed?.();
      resolve();
    };
    if (signal?.aborted) void handle.close();
    signal?.addEventListener('abort', () => void handle.close(), { once: true });
  });
  stopWatching();
  await offer.close?.();
}

/**
 * Notes who watches resources in the era of `subscriptions/listen`, which the SDK answers by itself: so the
 * messages are looked at as they come in.
 */
function watchListens(transport: StdioServerTransport, changes: Changes): () => void {
  const watches = new Map<unknown, () => void>();
  const deliver = transport.onmessage;
  transport.onmessage = (message) => {
    const { id, cancelled, watched } = readListen(message);
    if (watched && !watches.has(id)) watches.set(id, changes.watch());
    if (cancelled !== undefined) {
      watches.get(cancelled)?.();
      watches.delete(cancelled);
    }
    deliver?.(message);
  };
  return () => {
    for (const stop of watches.values()) stop();
  };
}

function readListen(message: JSONRPCMessage): {
  id?: unknown;
  watched?: boolean;
  cancelled?: unknown;
} {
  if (!('method' in message)) return {};
  const params = message.params as
    | { requestId?: unknown; notifications?: { resourceSubscriptions?: unknown } }
    | undefined;
  if (message.method === 'notifications/cancelled') return { cancelled: params?.requestId };
  if (message.method !== 'subscriptions/listen' || !('id' in message)) return {};
  const uris = params?.notifications?.resourceSubscriptions;
  return { id: message.id, watched: Array.isArray(uris) && uris.length > 0 };
}
