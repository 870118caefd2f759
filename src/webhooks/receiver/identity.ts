import type { WebhookPlatform } from '../events.ts';
import { hmac } from '../hmac.ts';
import { toHex } from '../signature-bytes.ts';

/** What an event is called, and which one it is. */
export interface EventIdentity {
  name: string;
  /** Absent when the platform sent none, or one that can't be kept. */
  id: string | undefined;
}

/**
 * What stores can keep: PostgreSQL has no NUL and no keys of a page's size, and half a character would be
 * taken for another half.
 */
const storable = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

/** Reads an event's name and id, which the platforms keep in different fields. */
export function identify(platform: WebhookPlatform, event: object): EventIdentity {
  const fields = event as Record<string, unknown>;
  const isTrainAR = platform === 'trainar';
  const id = fields[isTrainAR ? 'event_id' : 'id'];
  // Of larger numbers JSON makes neighbours one.
  const isId = typeof id === 'string' ? storable.test(id) : Number.isSafeInteger(id);
  return { name: String(fields[isTrainAR ? 'event' : 'type']), id: isId ? String(id) : undefined };
}

/**
 * What a receiver's inbox knows an event by: its own id, whichever delivery brings it. One without an id is
 * known by its delivery, and by what it says: nobody signs the delivery's id, so by itself it must not
 * make an event pass for one that was worked.
 */
export async function inboxKey(
  platform: WebhookPlatform,
  event: object,
  deliveryId: string | null,
): Promise<string | undefined> {
  const { id } = identify(platform, event);
  if (id !== undefined) return `${platform}:${id}`;
  if (!deliveryId) return undefined;
  return `${platform}/delivery:${toHex(await hmac(deliveryId, JSON.stringify(event)))}`;
}
