import { calls } from '../../generated/opentrain/calls.ts';
import type {
  Webhook,
  WebhookCreate,
  WebhookCreated,
  WebhookDeleted,
} from '../../generated/opentrain/types.ts';
import { NotFoundError } from '../core/api-error.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { OpenTrainWebhookEvent } from '../webhooks/events.ts';
import type { VerifyRequestOptions } from '../webhooks/options.ts';

/** A subscription that takes the place of another. Both deliver until `retire()`. */
export interface RotatedSecret {
  /** The new subscription. */
  webhook: Webhook;
  /** Its secret, `whsec_…`, shown only here. */
  secret: string;
  /** Deletes the old subscription. Does nothing when it is gone already. */
  retire(options?: RequestOptions): Promise<void>;
}

/** Subscriptions of URLs to the account's events. */
export class Webhooks {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Subscribes a URL to events, from the newest one on; read older ones with `updates.poll`. The
   * secret is shown only here. At most 10 an account. Needs `webhooks:manage`, and the read scope of
   * each type. Never repeated by itself: a repeat makes another. Source: documented; its errors are inferred.
   *
   * @param body.url https, at most 2048 characters
   * @throws BadRequestError when the URL or a type is not acceptable (inferred)
   * @throws ConflictError when there are 10 (inferred)
   * @throws MissingScopeError without `webhooks:manage` or a read scope
   *
   * @example
   * ```ts
   * const { secret } = await ot.webhooks.create({
   *   url: 'https://example.com/hooks/opentrain',
   *   eventTypes: ['proposal.received', 'approval.confirmed'],
   * });
   * ```
   */
  create(body: WebhookCreate, options?: RequestOptions): ApiPromise<WebhookCreated> {
    return this.#api.call(calls['webhooks.create'], { body }, options);
  }

  /**
   * Lists the subscriptions, disabled ones too, newest first and all in one answer. Needs
   * `webhooks:manage`. Source: documented.
   */
  list(options?: RequestOptions): ListPromise<Webhook, { webhooks: Webhook[] }> {
    return list(this.#api, calls['webhooks.list'], {}, options);
  }

  /**
   * Reads a subscription, without its secret. Needs `webhooks:manage`. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  get(webhookId: string, options?: RequestOptions): ApiPromise<Webhook> {
    return this.#api
      .call<{ webhook: Webhook }>(
        calls['webhooks.get'],
        { path: { webhookId }, needs: 'webhook' },
        options,
      )
      .map(({ webhook }) => webhook);
  }

  /**
   * Deletes a subscription and its delivery history for good. Needs `webhooks:manage`. Source: documented.
   *
   * @throws NotFoundError when there is none, or it is another account's
   */
  delete(webhookId: string, options?: RequestOptions): ApiPromise<WebhookDeleted> {
    return this.#api.call(calls['webhooks.delete'], { path: { webhookId } }, options);
  }

  /**
   * Replaces the secret without a gap, which the platform has no call for: subscribes the same URL
   * to the same types once more. Until `retire()` both deliver, so let the receiver take both secrets
   * and drop events whose `id` it has seen. Also the way out of `DISABLED`. Needs `webhooks:manage`.
   *
   * @throws ConflictError when there are 10 subscriptions already (inferred)
   * @throws NotFoundError when there is none, or it is another account's
   *
   * @example
   * ```ts
   * const { secret: next, retire } = await ot.webhooks.rotateSecret(webhookId);
   * await verifyWebhook({ platform: 'opentrain', body, headers, secrets: [next, secret] });
   * await retire(); // once every receiver knows the new one
   * ```
   */
  async rotateSecret(webhookId: string, options?: RequestOptions): Promise<RotatedSecret> {
    const { url, eventTypes } = await this.get(webhookId, options);
    const { webhook, secret } = await this.create({ url, eventTypes }, options);
    const retire = async (options?: RequestOptions) => {
      try {
        await this.delete(webhookId, options);
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    };
    return { webhook, secret, retire };
  }

  /**
   * Verifies a delivery and hands out its event, typed by name. Reads the request's raw body.
   *
   * @throws WebhookVerificationError when the delivery can't be trusted; answer it with 400
   *
   * @example
   * ```ts
   * const event = await ot.webhooks.verify(request, { secret });
   * if (event.type === 'approval.confirmed') console.log(event.data.status);
   * ```
   */
  async verify(
    request: Request,
    options: VerifyRequestOptions<'opentrain'>,
  ): Promise<OpenTrainWebhookEvent> {
    // Loaded on first use: most clients never receive.
    const { verifyRequest } = await import('../webhooks/verify-request.ts');
    return verifyRequest('opentrain', request, options);
  }
}
