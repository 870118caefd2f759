import type { Install } from '../../../../../generated/platform/types.ts';
import { type Handler, reply } from '../../../kernel/handler.ts';
import type { PlatformActor } from '../actor.ts';

/** Who the token belongs to. */
export function installHandlers() {
  return {
    'installs.current': ({ actor }) => reply(200, { install: installView(actor) }),
  } satisfies Record<string, Handler<PlatformActor>>;
}

function installView({ install, app }: PlatformActor): Install {
  const { id, status, piiConsent, organizationId, createdAt, tokenId } = install;
  return {
    id,
    status,
    scopes: [...install.scopes],
    piiConsent,
    organizationId,
    createdAt,
    partnerApp: { id: app.id, slug: app.slug, name: app.name },
    token: { id: tokenId, name: `${app.name} connection`, scopes: [...install.scopes] },
  };
}
