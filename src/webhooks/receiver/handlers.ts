import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { UnknownWebhookEvent, WebhookEvents, WebhookPlatform } from '../events.ts';

/** What a handler gets beside the event. */
export interface WebhookContext {
  /**
   * Id of the delivery, the same on every retry, from `X-OpenTrain-Delivery`. The signature does not
   * cover it. TrainAR sends none.
   */
  deliveryId: string | undefined;
  /**
   * 1 for the first time that work on the event is begun here, 2 after a failure or a death, and so on: counted by
   * the inbox, for as long as it remembers, since no platform tells it. `undefined` where the inbox does not
   * count, and for an event with neither an id nor, in a receiver, a delivery to know it by.
   */
  attempt: number | undefined;
  /**
   * Aborted at the deadline, when the platform is answered 500 and will deliver again. Pass it to
   * whatever can be called off.
   */
  signal: AbortSignal;
}

/** Works one event. A promise is awaited; when it rejects, the platform is asked to deliver again. */
export type WebhookHandler<E, C = WebhookContext> = (event: E, context: C) => unknown;

/**
 * Takes every event of a platform and stores it; the delivery is answered when it resolves. When it
 * rejects, the platform is asked to deliver again.
 */
export type WebhookEnqueue<P extends WebhookPlatform> = (
  event: WebhookEvents[P],
  context: WebhookContext,
) => Promise<unknown>;

/** The events of a platform that this version knows. */
export type KnownWebhookEvent<P extends WebhookPlatform> = P extends WebhookPlatform
  ? Exclude<WebhookEvents[P], UnknownWebhookEvent>
  : never;

type NameOf<E> = E extends { event: infer N extends string }
  ? N
  : E extends { type: infer N extends string }
    ? N
    : never;

/** The names of a platform's events, as far as this version knows them. */
export type KnownWebhookEventName<P extends WebhookPlatform> = NameOf<KnownWebhookEvent<P>>;

/** The event of a platform that has this name. */
export type WebhookEventNamed<
  P extends WebhookPlatform,
  N extends KnownWebhookEventName<P>,
> = Extract<KnownWebhookEvent<P>, { event: N } | { type: N }>;

/** Handlers by the name of the event they work; each gets its own event. */
export type WebhookHandlers<P extends WebhookPlatform, C = WebhookContext> = {
  [N in KnownWebhookEventName<P>]?: WebhookHandler<WebhookEventNamed<P, N>, C> | undefined;
};

/** Refuses what can't be handlers, before an event comes. */
export function checkHandlers(on: unknown): void {
  if (typeof on !== 'object' || on === null) {
    throw new InvalidArgumentError('on', 'handlers by the name of their event.');
  }
  for (const [name, handler] of Object.entries(on)) {
    if (handler !== undefined && typeof handler !== 'function') {
      throw new InvalidArgumentError(`on['${name}']`, 'a function.');
    }
  }
}

/** The handler of an event of this name: its own, or the one for all others. */
export function handlerOf(
  name: string,
  on: object | undefined,
  onUnknown: unknown,
): WebhookHandler<unknown> | undefined {
  const own = on && Object.hasOwn(on, name) ? on[name as keyof typeof on] : undefined;
  return (own ?? onUnknown) as WebhookHandler<unknown> | undefined;
}
