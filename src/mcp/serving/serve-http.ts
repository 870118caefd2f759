import {
  createMcpHandler,
  hostHeaderValidationResponse,
  isLegacyRequest,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { serveFetch } from '../../node/serve-fetch.ts';
import { createServer } from './create-server.ts';
import { type ServingLimits, withDefaults } from './limits.ts';
import type { Offer } from './offer.ts';
import { Sessions } from './sessions.ts';

/** A server on a port of this machine. */
export interface ListeningMcp extends AsyncDisposable {
  /** Where clients connect: `http://127.0.0.1:8787/mcp`. */
  readonly url: string;
  readonly port: number;
  /** Ends connections and frees the port. */
  close(): Promise<void>;
}

/** Options of `http`. */
export interface HttpOptions extends ServingLimits {
  /** Default 0: any free one. */
  port?: number | undefined;
}

const path = '/mcp';

/**
 * Serves an offer over Streamable HTTP to this machine alone, in both protocol eras. A web page can send
 * requests to a port of its visitor's machine: so the host must be this machine's, and a page's origin too.
 *
 * @throws when the port is taken
 */
export async function serveHttp(offer: Offer, options: HttpOptions = {}): Promise<ListeningMcp> {
  const { maxMessageBytes, maxSessions } = withDefaults(options);
  const sessions = new Sessions(offer, { maxMessageBytes, maxSessions });
  const stateless = createMcpHandler(() => createServer(offer, false), {
    legacy: 'reject',
    maxRequestBodySize: maxMessageBytes,
    bus: {
      publish: (event) => offer.changes.publish(event),
      subscribe(listener) {
        const stop = [offer.changes.subscribe(listener), offer.changes.watch()];
        return () => {
          for (const end of stop) end();
        };
      },
    },
  });
  const handle = async (request: Request): Promise<Response> => {
    const refused =
      hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
      originValidationResponse(request, localhostAllowedOrigins());
    if (refused) return refused;
    if (new URL(request.url).pathname !== path) return new Response(null, { status: 404 });
    const isHandshakeEra = await isLegacyRequest(request, undefined, {
      maxRequestBodySize: maxMessageBytes,
    });
    return isHandshakeEra ? sessions.handle(request) : stateless.fetch(request);
  };
  const served = await serveFetch(handle, { port: options.port ?? 0, host: '127.0.0.1' });
  const close = async () => {
    await Promise.all([sessions.close(), stateless.close()]);
    await served.close();
    await offer.close?.();
  };
  return { url: `${served.url}${path}`, port: served.port, close, [Symbol.asyncDispose]: close };
}
