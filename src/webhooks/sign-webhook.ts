import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { WebhookEvents, WebhookPlatform } from './events.ts';
import { hmac } from './hmac.ts';
import { signedMessage } from './raw-body.ts';
import { toHex } from './signature-bytes.ts';
import { usableSecrets } from './verification.ts';

/** An event of the platform, or any object with the field that names an event. */
export type SignableEvent<P extends WebhookPlatform = WebhookPlatform> =
  | WebhookEvents[P]
  | ((P extends 'trainar' ? { event: string } : { type: string }) & { [field: string]: unknown });

/** Options of `signWebhook`. */
export interface SignWebhookOptions<P extends WebhookPlatform = WebhookPlatform> {
  /** As whom to sign. */
  platform: P;
  /** What to send; serialised once, and the body returned is what was signed. */
  event: SignableEvent<P>;
  /** The secret that the receiver verifies with. */
  secret: string;
  /**
   * When it is signed, in whole seconds since the Unix epoch. For TrainAR no time is signed unless
   * it is given.
   *
   * @defaultValue now, except for TrainAR
   */
  timestamp?: number | undefined;
  /**
   * Id of the delivery, the same on every retry. TrainAR has none.
   *
   * @defaultValue a random UUID
   */
  deliveryId?: string | undefined;
}

/** A delivery, ready to be posted. */
export interface SignedWebhook {
  headers: Record<string, string>;
  body: string;
}

const agents = {
  opentrain: 'OpenTrain-Webhooks/1.0',
  platform: 'OpenTrain-Partner-Webhooks/1.0',
};

/**
 * Makes a delivery as the platform would send it, to test a receiver with.
 *
 * OpenTrain and Platform deliveries carry the documented headers. For TrainAR the form is assumed:
 * `X-TrainAR-Signature` with lower-case hex over the body, or with `timestamp` as `t=…,v1=…` over
 * `<t>.<body>`.
 *
 * @throws WebhookVerificationError `no_secret` when the secret is blank
 * @throws InvalidArgumentError when the event has no name, or the time is not in whole seconds
 * @example
 * ```ts
 * const event = webhookFixture('opentrain', 'proposal.received');
 * const { headers, body } = await signWebhook({ platform: 'opentrain', event, secret });
 * await fetch('http://localhost:3000/webhooks', { method: 'POST', headers, body });
 * ```
 */
export async function signWebhook<P extends WebhookPlatform>(
  options: SignWebhookOptions<P>,
): Promise<SignedWebhook> {
  const { platform } = options;
  const event = options.event as { type: string };
  const [secret] = usableSecrets(options) as [string];
  check(options);
  const body = JSON.stringify(event);
  const sign = async (prefix: string) => toHex(await hmac(secret, signedMessage(prefix, body)));
  const signAt = async (time: number) => `t=${time},v1=${await sign(`${time}.`)}`;
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (platform === 'trainar') {
    const { timestamp } = options;
    headers['X-TrainAR-Signature'] = await (timestamp === undefined ? sign('') : signAt(timestamp));
  } else {
    headers['User-Agent'] = agents[platform as keyof typeof agents];
    headers['X-OpenTrain-Event'] = event.type;
    headers['X-OpenTrain-Delivery'] = options.deliveryId ?? crypto.randomUUID();
    headers['X-OpenTrain-Signature'] = await signAt(
      options.timestamp ?? Math.floor(Date.now() / 1000),
    );
  }
  return { headers, body };
}

function check({ platform, event, timestamp }: SignWebhookOptions): void {
  if (platform !== 'trainar' && !Object.hasOwn(agents, platform)) {
    throw new InvalidArgumentError('platform', "'trainar', 'opentrain' or 'platform'.");
  }
  const nameKey = platform === 'trainar' ? 'event' : 'type';
  if (typeof (event as Record<string, unknown> | undefined)?.[nameKey] !== 'string') {
    throw new InvalidArgumentError('event', `an object with the event's name in "${nameKey}".`);
  }
  // Milliseconds would be signed, and then refused as no time at all.
  if (timestamp !== undefined && !(Number.isInteger(timestamp) && timestamp < 1e11)) {
    throw new InvalidArgumentError('timestamp', 'whole seconds since the Unix epoch.');
  }
}
