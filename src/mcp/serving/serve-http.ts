import {
  createMcpHandler,
  hostHeaderValidationResponse,
  isLegacyRequest,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { type ServedFetch, serveFetch } from '../../node/serve-fetch.ts';
import { bearerGate, chooseBearer } from './bearer.ts';
import { createServer } from './create-server.ts';
import { type ServingLimits, withDefaults } from './limits.ts';
import type { Offer } from './offer.ts';
import { Sessions } from './sessions.ts';

/** A server on a port of this machine. */
export interface ListeningMcp extends AsyncDisposable {
  /** Where clients connect: `http://127.0.0.1:8787/mcp`. */
  readonly url: string;
  readonly port: number;
  /** What clients send as `Authorization: Bearer …`; nothing where they need none. No part of the server's JSON. */
  readonly bearer: string | undefined;
  /** Ends connections and frees the port. */
  close(): Promise<void>;
}

/** Options of `http`. */
export interface HttpOptions extends ServingLimits {
  /** Default 0: any free one. */
  port?: number | undefined;
  /**
   * What clients have to send as `Authorization: Bearer …`, at least 32 characters. Default: `TRAINYARD_MCP_TOKEN`, else one
   * made for this server. `false`: none, so that every program of this machine can do what the server's own key allows.
   */
  bearer?: string | false | undefined;
}

const path = '/mcp';

/**
 * Serves an offer over Streamable HTTP to this machine alone, in both protocol eras. A web page can send
 * requests to a port of its visitor's machine: so the host must be this machine's, and a page's origin too. Other
 * programs and users of the machine can as well: so a client shows a token.
 *
 * @throws InvalidArgumentError when `bearer` is too short
 * @throws when the port is taken
 */
export async function serveHttp(offer: Offer, options: HttpOptions = {}): Promise<ListeningMcp> {
  const { maxMessageBytes, maxSessions } = withDefaults(options);
  const bearer = chooseBearer(options.bearer);
  const unproven = bearer === undefined ? undefined : bearerGate(bearer);
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
    const challenge = await unproven?.(request);
    if (challenge) return challenge;
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
  return new Listening(served, bearer, close);
}

/** A class for its private part: whoever logs a server does not log its token. */
class Listening implements ListeningMcp {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
  readonly #bearer: string | undefined;

  constructor(served: ServedFetch, bearer: string | undefined, close: () => Promise<void>) {
    this.url = `${served.url}${path}`;
    this.port = served.port;
    this.close = close;
    this.#bearer = bearer;
  }

  get bearer(): string | undefined {
    return this.#bearer;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
