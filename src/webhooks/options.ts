import type { WebhookPlatform } from './events.ts';

/** The body exactly as it came over the wire: text or bytes (a Node `Buffer` is bytes). */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView;

/** A Fetch `Headers`, a plain object, or Node's `IncomingHttpHeaders`; names in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** One secret, or several while one replaces another: any of them may have signed. */
export type WebhookSecrets =
  | { secret: string; secrets?: never }
  | { secrets: readonly string[]; secret?: never };

/** Options of `verifyRequest`, which takes body and headers from the request. */
export type VerifyRequestOptions<P extends WebhookPlatform = WebhookPlatform> = WebhookSecrets & {
  /**
   * How far the signed time may be from now, in seconds, before and after. `Infinity` turns the
   * check off.
   *
   * @defaultValue 300
   */
  toleranceSeconds?: number | undefined;
  /**
   * The present time in milliseconds since the Unix epoch.
   *
   * @defaultValue Date.now
   */
  now?: (() => number) | undefined;
  /**
   * A longer body is refused before it is hashed, in bytes.
   *
   * @defaultValue 1048576 (1 MiB)
   */
  maxBodyBytes?: number | undefined;
  /**
   * TrainAR only: the header, or headers in order, that may carry the signature. TrainAR does not
   * document its name; set it once you have seen a delivery.
   *
   * @defaultValue `X-TrainAR-Signature`, `X-Webhook-Signature`, `X-Signature`, `X-Hub-Signature-256`
   */
  header?: P extends 'trainar' ? string | readonly string[] | undefined : never;
  /**
   * TrainAR only: the header, or headers in order, that may carry a signed time.
   *
   * @defaultValue `X-TrainAR-Timestamp`, `X-Webhook-Timestamp`, `X-Timestamp`
   */
  timestampHeader?: P extends 'trainar' ? string | readonly string[] | undefined : never;
};

/** Options of `verifyWebhook` and `verifyWebhookSync`. */
export type VerifyWebhookOptions<P extends WebhookPlatform = WebhookPlatform> =
  VerifyRequestOptions<P> & {
    /** Whose webhook it is. */
    platform: P;
    /** The raw body; never an object that was parsed from it. */
    body: WebhookBody;
    /** The headers of the delivery. */
    headers: WebhookHeaders;
  };
