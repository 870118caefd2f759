import type { WebhookPlatform } from '../events.ts';

/** What an event is called, and which one it is. */
export interface EventIdentity {
  name: string;
  /** Absent when the platform sent none. */
  id: string | undefined;
}

/** Reads an event's name and id, which the platforms keep in different fields. */
export function identify(platform: WebhookPlatform, event: object): EventIdentity {
  const fields = event as Record<string, unknown>;
  const isTrainAR = platform === 'trainar';
  const id = fields[isTrainAR ? 'event_id' : 'id'];
  const isId = typeof id === 'number' || (typeof id === 'string' && id !== '');
  return { name: String(fields[isTrainAR ? 'event' : 'type']), id: isId ? String(id) : undefined };
}
