import type { ApiError } from '../core/api-error.ts';
import type { ClientOptions } from '../core/client-options.ts';
import type { Operation } from '../core/operation.ts';
import type { Transport } from '../core/transport.ts';

/** OAuth metadata of the API (RFC 9728). The vendor describes its contents in words; the names are the RFC's. */
export interface ProtectedResourceMetadata {
  resource?: string;
  authorization_servers?: string[];
  scopes_supported?: string[];
  bearer_methods_supported?: string[];
  resource_documentation?: string;
  [name: string]: unknown;
}

/** OAuth metadata of the sign-in service (RFC 8414), with the vendor's own block for agents. */
export interface AuthorizationServerMetadata {
  issuer?: string;
  token_endpoint?: string;
  revocation_endpoint?: string;
  grant_types_supported?: string[];
  scopes_supported?: string[];
  /** Endpoints, grant type and polling interval of the claim. Its names are not documented. */
  agent_auth?: { [name: string]: unknown };
  [name: string]: unknown;
}

/** What a deployment tells about itself; `undefined` where it does not. */
export interface Discovery {
  /** Where was asked. */
  baseUrl: string;
  protectedResource: ProtectedResourceMetadata | undefined;
  authorizationServer: AuthorizationServerMetadata | undefined;
  /** Address of the agents' guide, if there is one. */
  llmsTxt: string | undefined;
  /** Address of the guide to signing in, if there is one. */
  authMd: string | undefined;
  /** Address of the API's own description, if there is one. */
  openapi: string | undefined;
}

/** What `OpenTrain.discover` takes beside an address. */
export type DiscoverOptions = Pick<
  ClientOptions,
  'fetch' | 'timeoutMs' | 'maxRetries' | 'headers' | 'logger' | 'clock'
>;

/**
 * See `OpenTrain.discover`. Types are all it imports: a bundler that splits would cut what it shares
 * with the client out of the client, into files that everybody loads.
 */
export async function discover(api: Transport): Promise<Discovery> {
  const read = (path: string) => api.call<Record<string, unknown>>(get(path)).catch(nothing);
  const has = async (path: string) =>
    (await api
      .call(get(path), {}, { headers: { Accept: '*/*' } })
      .then(() => true)
      .catch(isText))
      ? api.baseUrl + path
      : undefined;
  const [protectedResource, authorizationServer, llmsTxt, authMd, openapi] = await Promise.all([
    read('/.well-known/oauth-protected-resource'),
    read('/.well-known/oauth-authorization-server'),
    has('/llms.txt'),
    has('/auth.md'),
    has('/api/public/v1/openapi.json'),
  ]);
  return {
    baseUrl: api.baseUrl,
    protectedResource,
    authorizationServer,
    llmsTxt,
    authMd,
    openapi,
  };
}

function get(path: string): Operation {
  const id = `discover ${path}`;
  return { id, method: 'GET', path, success: [200], tokenless: true, idempotent: true };
}

/** Takes a refusal, or a page that is no JSON, for a missing document; trouble stays trouble. */
function nothing(error: unknown): undefined {
  // Errors without a status are no answers.
  if (((error as Partial<ApiError>)?.status ?? 500) < 429) return undefined;
  throw error;
}

/** Whether "not JSON" is a text, and not the web page that some hosts answer for any address. */
function isText(error: unknown): boolean {
  nothing(error);
  const { status, headers } = error as ApiError;
  return status === 200 && !/html/.test(headers.get('content-type') ?? '');
}
