import type { TicketRow } from './tickets.ts';

/**
 * Whether a customer may be sent to an address: same origin as a registered base, and a path that is
 * the base's or below it. That `/cb` does not cover `/cbx` is inferred.
 */
export function isRegistered(address: string, bases: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, pathname, username, password } = new URL(address);
  if (!/^https?:$/.test(protocol) || username + password !== '') return false;
  return bases.some((base) => {
    const { origin: baseOrigin, pathname: basePath } = new URL(base);
    const folder = basePath.endsWith('/') ? basePath : `${basePath}/`;
    return origin === baseOrigin && (pathname === basePath || pathname.startsWith(folder));
  });
}

type Asked = Pick<TicketRow, 'redirectUri' | 'state' | 'externalProjectId'>;

/** Where the customer goes back to, if the platform said; what it sent is echoed, the token never is. */
export function returnUrl(
  { redirectUri, state, externalProjectId }: Asked,
  outcome: { installId: string } | { error: string },
): string | undefined {
  if (redirectUri === null) return undefined;
  const url = new URL(redirectUri);
  // Set, not added: what stood there before could pose as the answer.
  for (const name of ['opentrain_install_id', 'error']) url.searchParams.delete(name);
  if ('installId' in outcome) url.searchParams.set('opentrain_install_id', outcome.installId);
  else url.searchParams.set('error', outcome.error);
  if (state !== null) url.searchParams.set('state', state);
  if (externalProjectId !== null) url.searchParams.set('external_project_id', externalProjectId);
  return url.href;
}
