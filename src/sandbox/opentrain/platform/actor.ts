import type { Actor } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { annotationPlatform } from '../accounts/features.ts';
import type { AppRow } from './apps.ts';
import type { InstallRow } from './installs.ts';
import type { Partners } from './partners.ts';

/** An annotation platform, acting for one customer. */
export interface PlatformActor extends Actor {
  /** The token's id. */
  readonly id: string;
  readonly install: InstallRow;
  readonly app: AppRow;
}

/**
 * Finds out who holds an install token. A token that is good may still be of no use: that is a 403
 * here, before any scope is looked at.
 *
 * @throws Refusal 403 when install, app or feature is off; its details are inferred.
 */
export function installAuthenticator({ installs, apps, market }: Partners) {
  return (token: string): PlatformActor | undefined => {
    const install = installs.byToken(token);
    const app = install && apps.get(install.appId);
    if (!app) return undefined;
    if (install.status !== 'ACTIVE') {
      throw inactive('install_not_active', 'The customer has disconnected this app.');
    }
    if (app.status !== 'ACTIVE') throw inactive('app_not_active', 'This app is deactivated.');
    if (!market.accounts.get(install.accountId)?.features.includes(annotationPlatform)) {
      throw new Refusal(403, 'FORBIDDEN', 'Annotation platforms are not on for this employer.', {
        details: { featureKey: annotationPlatform, mode: 'ALLOWLIST' },
      });
    }
    return { id: install.tokenId, scopes: install.scopes, install, app };
  };
}

function inactive(reason: string, message: string): Refusal {
  return new Refusal(403, 'FORBIDDEN', message, { details: { reason } });
}
