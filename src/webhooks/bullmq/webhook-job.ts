import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { WebhookPlatform } from '../events.ts';
import { identify } from '../receiver/identity.ts';

/** What a job of the queue holds: one event, as it was verified. */
export interface WebhookJob {
  platform: WebhookPlatform;
  /** The event itself. */
  event: object;
  /** Id of the delivery that brought it, where the platform sends one. */
  deliveryId?: string;
  /** Of whom it is; events of the same are worked one after another. */
  orderKey?: string;
}

/**
 * The same for every delivery of an event, so that BullMQ drops what it holds already. It takes no colon and no
 * bare number for an id.
 */
export function jobIdOf(platform: WebhookPlatform, event: object): string | undefined {
  const { id } = identify(platform, event);
  return id === undefined ? undefined : `${platform}-${encodeURIComponent(id)}`;
}

/** Where an event stands in time: OpenTrain's ids rise with it, TrainAR's events carry one. */
export function rankOf(platform: WebhookPlatform, event: object): number {
  const { id, timestamp } = event as { id?: unknown; timestamp?: unknown };
  const rank = platform === 'trainar' ? Date.parse(String(timestamp)) : Number(id);
  return Number.isFinite(rank) ? rank : Date.now();
}

/** What both ends are told alike, refused before an event comes. */
export function checkShared(options: { platform: unknown; redis?: unknown }): void {
  const { platform, redis } = options;
  if (platform !== 'trainar' && platform !== 'opentrain' && platform !== 'platform') {
    throw new InvalidArgumentError('platform', "'trainar', 'opentrain' or 'platform'.");
  }
  if (redis !== undefined && typeof (redis as { eval?: unknown } | null)?.eval !== 'function') {
    throw new InvalidArgumentError('redis', 'a client of redis or ioredis.');
  }
}
