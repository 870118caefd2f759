import type { Scope } from '../../../../generated/platform/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { annotationPlatform } from '../accounts/features.ts';
import type { AppRow } from './apps.ts';
import type { InstallRow } from './installs.ts';
import type { Partners } from './partners.ts';

/** What the owner of an organization agrees to. */
export interface Consent {
  readonly scopes: readonly Scope[];
  readonly piiConsent: boolean;
}

/** @throws Refusal 403 when the app takes no new connections. */
export function requireOpen({ status, name }: AppRow): void {
  if (status === 'ACTIVE') return;
  throw new Refusal(403, 'FORBIDDEN', `${name} takes no new connections.`);
}

/** @throws Refusal 403 when nobody can connect apps in this account's name. */
export function requireOwner({ kind, claimed, features }: AccountRow): void {
  if (kind !== 'employer' || !claimed) {
    throw new Refusal(403, 'FORBIDDEN', 'Only the owner of an employer may connect an app.');
  }
  if (features.includes(annotationPlatform)) return;
  throw new Refusal(403, 'FORBIDDEN', 'Annotation platforms are not on for this employer.', {
    details: { featureKey: annotationPlatform },
  });
}

/**
 * Connects an app, anew if it was connected: the install before ends, and nothing of it carries over
 * (inferred).
 *
 * @returns the token's text, which is shown only this once, and the install.
 * @throws Refusal 403
 */
export function connect(
  partners: Partners,
  app: AppRow,
  account: AccountRow,
  { scopes, piiConsent }: Consent,
): { token: string; install: InstallRow } {
  requireOpen(app);
  requireOwner(account);
  const before = partners.installs.active(app.id, account.id);
  if (before) disconnect(partners, before.id);
  return partners.installs.create({
    appId: app.id,
    accountId: account.id,
    organizationId: account.organizationId,
    scopes,
    piiConsent,
  });
}

/**
 * Ends an install. What was still on its way to it is not delivered any more, but that it ended is.
 *
 * @param keepToken leaves the token as it is, so that its calls fail for the install's sake
 */
export function disconnect(
  { installs, endpoints, events }: Partners,
  installId: string,
  keepToken = false,
): void {
  if (!keepToken) installs.revokeToken(installId);
  if (installs.get(installId)?.status !== 'ACTIVE') return;
  endpoints.cancelDeliveries(installId);
  events.emit(installs.revoke(installId), 'install.revoked', {
    resourceId: installId,
    jobId: null,
    data: { installId },
  });
}
