import { checkBaseUrl, fromEnvironment } from '../core/arguments.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { ConsentReturnError } from './consent-return-error.ts';
import { origin } from './product.ts';

/** What a consent link is made of. */
export interface ConsentUrlOptions {
  /** The app's slug: 1 to 50 lower-case letters, digits and hyphens. */
  slug: string;
  /** Where the customer returns to, http(s); must begin with an address registered for the app. */
  redirectUri?: string | URL | undefined;
  /** Your id of the project; comes back unchanged. */
  externalProjectId?: string | undefined;
  /** Comes back unchanged; make it by `createState()` and keep it with the customer's session. */
  state?: string | undefined;
  /** Default: the environment's `OT_API_BASE_URL`, else the vendor's own. */
  baseUrl?: string | undefined;
}

/** What a customer comes back with. Never the token, which they paste themselves. */
export interface ConsentReturn {
  /** Id of the new install. */
  installId: string;
  /** Your id of the project, if the link carried one. */
  externalProjectId: string | undefined;
  /** The state, which is the one that was sent. */
  state: string;
}

/** {@link OpenTrainPlatform.consentUrl} */
export function consentUrl(options: ConsentUrlOptions): string {
  const { slug, redirectUri, externalProjectId, state } = options;
  if (!/^[a-z\d-]{1,50}$/.test(slug)) {
    throw new InvalidArgumentError('slug', '1 to 50 lower-case letters, digits and hyphens.');
  }
  if (redirectUri !== undefined) checkRedirect(redirectUri);
  const base = checkBaseUrl(
    options.baseUrl ?? fromEnvironment(...origin.baseUrlVariables) ?? origin.baseUrl,
  );
  const url = new URL(`${base}/integrations/${slug}/connect`);
  const query = { external_project_id: externalProjectId, redirect_uri: redirectUri, state };
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, `${value}`);
  }
  return url.href;
}

/** {@link OpenTrainPlatform.parseConsentReturn} */
export function parseConsentReturn(url: string | URL, expected: { state: string }): ConsentReturn {
  if (typeof expected?.state !== 'string' || expected.state === '') {
    throw new InvalidArgumentError('state', 'the one that the consent link carried is needed.');
  }
  // A server sees only path and query; the host does not matter.
  const { searchParams } = new URL(url, 'https://localhost');
  const [state, ...others] = searchParams.getAll('state');
  if (!state || others.length > 0) throw new ConsentReturnError('state_missing');
  if (!sameText(state, expected.state)) throw new ConsentReturnError('state_mismatch');
  const installId = searchParams.get('opentrain_install_id');
  if (!installId) throw new ConsentReturnError('install_missing');
  const externalProjectId = searchParams.get('external_project_id') ?? undefined;
  return { installId, externalProjectId, state };
}

/** {@link OpenTrainPlatform.createState} */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function checkRedirect(redirectUri: string | URL): void {
  let protocol: string | undefined;
  try {
    protocol = new URL(redirectUri).protocol;
  } catch {
    // Told below, with what is needed.
  }
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new InvalidArgumentError('redirectUri', 'an absolute http or https URL is needed.');
  }
}

/**
 * In a time that does not tell where the two differ. Not shared with the verification of webhooks, which
 * is loaded late: a splitting bundler would cut a file for it.
 */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
