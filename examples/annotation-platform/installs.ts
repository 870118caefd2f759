import { AuthenticationError, NotFoundError, OpenTrainPlatform } from 'trainyard';
import type { App } from './app.ts';

/** A customer's connection to OpenTrain. */
export interface Install {
  readonly id: string;
  readonly customer_id: string;
  readonly sealed_token: string;
  readonly sealed_secret: string | null;
  readonly endpoint_id: string | null;
  readonly pii_consent: number;
  readonly compared_on: string | null;
}

type Services = Pick<App, 'config' | 'db' | 'keys'>;

const eventTypes = [
  'contract.started',
  'contract.ended',
  'install.revoked',
  'milestone.funded',
  'milestone.budget_low',
  'milestone.budget_depleted',
] as const;

export function activeInstall({ db }: Pick<App, 'db'>, customerId: string): Install | undefined {
  const select = "SELECT * FROM installs WHERE customer_id = ? AND status = 'active'";
  return db.prepare(select).get(customerId) as Install | undefined;
}

export function clientOf({ keys }: Pick<App, 'keys'>, install: Install): OpenTrainPlatform {
  return new OpenTrainPlatform({ token: keys.open(install.sealed_token, install.id) });
}

/**
 * Keeps the token of the install that the customer has just consented to, in the place of one before.
 *
 * @throws AuthenticationError, PermissionDeniedError or InvalidArgumentError when the token is no good.
 * @returns whether the token is of that install; nothing is kept of another's.
 */
export async function keepToken(
  { db, keys }: Services,
  customer: { id: string; pending_install_id: string | null },
  token: string,
): Promise<boolean> {
  const { id, piiConsent } = await new OpenTrainPlatform({ token }).installs.current();
  if (id !== customer.pending_install_id) return false;
  db.transaction(() => {
    endInstalls(db, customer.id);
    db.prepare(
      `INSERT INTO installs (id, customer_id, status, sealed_token, pii_consent)
       VALUES (?, ?, 'active', ?, ?)`,
    ).run(id, customer.id, keys.seal(token, id), piiConsent ? 1 : 0);
    db.prepare('UPDATE customers SET pending_install_id = NULL WHERE id = ?').run(customer.id);
    // Links were the old install's: they are made anew.
    db.prepare('UPDATE projects SET link_id = NULL WHERE customer_id = ?').run(customer.id);
  })();
  return true;
}

/** Forgets the tokens of a customer who disconnected. Work that is not reported yet stays. */
export function endInstalls(db: App['db'], customerId: string): void {
  db.prepare(
    `UPDATE installs SET status = 'ended', sealed_token = '', sealed_secret = NULL
     WHERE customer_id = ? AND status = 'active'`,
  ).run(customerId);
}

/** Makes sure that events arrive: an endpoint is there, is ours, and is at work. */
export async function ensureEndpoint(services: Services, install: Install): Promise<void> {
  const { webhookEndpoints } = clientOf(services, install);
  const { endpoint_id: id } = install;
  if (id !== null) {
    const endpoint = await webhookEndpoints.get(id).catch((error: unknown) => {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    });
    if (endpoint?.status === 'DISABLED') {
      // It failed too often while we were down.
      await webhookEndpoints.enable(id);
      await webhookEndpoints.redeliver(id);
    }
    if (endpoint) return;
  }
  const url = `${services.config.publicUrl}/webhooks/${install.id}`;
  // One whose secret was lost in a crash is of no use.
  for (const lost of await webhookEndpoints.list().toArray()) {
    if (lost.url === url) await webhookEndpoints.delete(lost.id);
  }
  const { webhookEndpoint, secret } = await webhookEndpoints.create({
    url,
    eventTypes: [...eventTypes],
  });
  services.db
    .prepare('UPDATE installs SET endpoint_id = ?, sealed_secret = ? WHERE id = ?')
    .run(webhookEndpoint.id, services.keys.seal(secret, webhookEndpoint.id), install.id);
}

/** Whether the customer has disconnected, or connected anew elsewhere. */
export function isOver(error: unknown): boolean {
  return error instanceof AuthenticationError;
}
