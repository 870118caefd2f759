import type { Webhook, WebhookEventType } from '../../../generated/opentrain/types.ts';
import { NotFoundError } from '../../core/api-error.ts';
import type { SyncClient } from './options.ts';

/** A secret, and the subscription that signs with it. */
export interface SubscriptionSecret {
  webhookId: string;
  /** `whsec_…`; the platform shows it once, when the subscription is made. */
  secret: string;
}

/** Keeps the secrets of the subscriptions that a sync makes. All its processes must share it. */
export interface SecretStore {
  /** @param name the sync's */
  load(name: string): Promise<readonly SubscriptionSecret[]>;
  /** Puts these in place of what was kept. */
  save(name: string, secrets: readonly SubscriptionSecret[]): Promise<void>;
}

/** A subscription that a sync looks after. */
export interface SyncSubscription {
  /**
   * Where `sync.receiver` is mounted. The sync has this URL to itself: it deletes other
   * subscriptions of it.
   */
  url: string;
  /** What wakes the sync: the types that your handlers wait for. */
  eventTypes: readonly WebhookEventType[];
  /**
   * Keeps the secrets.
   *
   * @defaultValue this process, which then subscribes anew each time it starts
   */
  secrets?: SecretStore | undefined;
  /**
   * How often to look whether it is active, in milliseconds.
   *
   * @defaultValue 300000 (5 minutes)
   */
  checkMs?: number | undefined;
}

/** A subscription that a sync has made, and what was wrong before. */
export interface SyncSubscriptionChange {
  webhook: Webhook;
  /**
   * `missing`: there was none. `disabled`: the platform had given it up. `unusable`: its secret is not
   * known, or it is for other types.
   */
  reason: 'missing' | 'disabled' | 'unusable';
}

/** Keeps secrets in this process. */
export function memorySecrets(): SecretStore {
  let kept: readonly SubscriptionSecret[] = [];
  return {
    load: async () => kept,
    save: async (_, secrets) => {
      kept = secrets;
    },
  };
}

/**
 * Sees to it that there is one subscription of the URL that works. Made so that whatever breaks off in
 * the middle is put right by the next look.
 *
 * @returns what was made, `undefined` when all was well
 */
export async function keepSubscribed(
  { webhooks }: SyncClient,
  name: string,
  { url, eventTypes }: SyncSubscription,
  secrets: SecretStore,
  signal: AbortSignal,
): Promise<SyncSubscriptionChange | undefined> {
  const known = await secrets.load(name);
  const { items } = await webhooks.list({ signal });
  const found = items.filter((webhook) => webhook.url === url);
  const good = found.find(
    ({ id, status, eventTypes: types }) =>
      status === 'ACTIVE' &&
      known.some(({ webhookId }) => webhookId === id) &&
      sameTypes(types, eventTypes),
  );
  const others = found.filter((webhook) => webhook !== good);
  const remove = async (webhook: Webhook) => {
    try {
      await webhooks.delete(webhook.id, { signal });
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  };
  // Dead ones first: they may be what fills the account's places.
  for (const webhook of others) if (webhook.status === 'DISABLED') await remove(webhook);
  let change: SyncSubscriptionChange | undefined;
  if (!good) {
    const made = await webhooks.create({ url, eventTypes: [...eventTypes] }, { signal });
    const { webhook, secret } = made;
    const living = known.filter(({ webhookId }) => others.some(({ id }) => id === webhookId));
    await secrets.save(name, [{ webhookId: webhook.id, secret }, ...living]);
    change = { webhook, reason: reasonOf(others) };
  }
  for (const webhook of others) if (webhook.status !== 'DISABLED') await remove(webhook);
  return change;
}

function sameTypes(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((type) => b.includes(type));
}

function reasonOf(others: readonly Webhook[]): SyncSubscriptionChange['reason'] {
  if (others.length === 0) return 'missing';
  return others.some(({ status }) => status === 'ACTIVE') ? 'unusable' : 'disabled';
}
