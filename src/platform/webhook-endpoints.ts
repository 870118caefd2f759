import { calls } from '../../generated/platform/calls.ts';
import type {
  Redelivery,
  RedeliveryRequest,
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointCreated,
  WebhookEndpointDeleted,
  WebhookEndpointUpdate,
} from '../../generated/platform/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { PlatformWebhookEvent } from '../webhooks/events.ts';
import type { VerifyRequestOptions } from '../webhooks/options.ts';

/** Where the install's events are posted. All of it needs `webhooks:manage`. */
export class WebhookEndpoints {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Registers a URL for events from now on; earlier ones are never sent. The secret is shown only
   * here. Never repeated by itself: a repeat makes another. Source: documented; the status code is
   * inferred.
   *
   * @param body.url https; plain http only for localhost
   * @throws BadRequestError when the URL or a type is not acceptable
   * @throws ConflictError when the install has too many; the number is not published
   *
   * @example
   * ```ts
   * const { secret } = await platform.webhookEndpoints.create({
   *   url: 'https://example.com/hooks/opentrain',
   *   eventTypes: ['contract.started', 'contract.ended', 'install.revoked'],
   * });
   * ```
   */
  create(
    body: WebhookEndpointCreate,
    options?: RequestOptions,
  ): ApiPromise<WebhookEndpointCreated> {
    return this.#api.call(calls['webhookEndpoints.create'], { body }, options);
  }

  /** Lists the endpoints, newest first and all in one answer, without secrets. Source: documented. */
  list(
    options?: RequestOptions,
  ): ListPromise<WebhookEndpoint, { webhookEndpoints: WebhookEndpoint[] }> {
    return list(this.#api, calls['webhookEndpoints.list'], {}, options);
  }

  /**
   * Reads an endpoint and how it fares. Source: documented.
   *
   * @throws NotFoundError when this install has no such endpoint
   */
  get(endpointId: string, options?: RequestOptions): ApiPromise<WebhookEndpoint> {
    return this.#api
      .call<{ webhookEndpoint: WebhookEndpoint }>(
        calls['webhookEndpoints.get'],
        { path: { endpointId }, needs: 'webhookEndpoint' },
        options,
      )
      .map(({ webhookEndpoint }) => webhookEndpoint);
  }

  /**
   * Changes the URL, the event types or the status; what is left out stays. The secret can't be
   * changed: delete and create anew. Source: documented.
   *
   * @param body.eventTypes replaces the list
   * @param body.status `DISABLED` pauses deliveries, `ACTIVE` is what `enable` sets
   * @throws BadRequestError when a field is not acceptable
   * @throws NotFoundError when this install has no such endpoint
   */
  update(
    endpointId: string,
    body: WebhookEndpointUpdate,
    options?: RequestOptions,
  ): ApiPromise<WebhookEndpoint> {
    return this.#api
      .call<{ webhookEndpoint: WebhookEndpoint }>(
        calls['webhookEndpoints.update'],
        { path: { endpointId }, body, needs: 'webhookEndpoint' },
        options,
      )
      .map(({ webhookEndpoint }) => webhookEndpoint);
  }

  /**
   * Puts an endpoint back to work that failed too often or was paused; its failures count from 0
   * again. `redeliver` afterwards. Source: documented.
   *
   * @throws NotFoundError when this install has no such endpoint
   *
   * @example
   * ```ts
   * await platform.webhookEndpoints.enable(endpointId);
   * await platform.webhookEndpoints.redeliver(endpointId);
   * ```
   */
  enable(endpointId: string, options?: RequestOptions): ApiPromise<WebhookEndpoint> {
    return this.update(endpointId, { status: 'ACTIVE' }, options);
  }

  /**
   * Deletes an endpoint and what was still to be delivered to it. Source: documented.
   *
   * @throws NotFoundError when this install has no such endpoint
   */
  delete(endpointId: string, options?: RequestOptions): ApiPromise<WebhookEndpointDeleted> {
    return this.#api.call(calls['webhookEndpoints.delete'], { path: { endpointId } }, options);
  }

  /**
   * Queues deliveries again, which go out within about five minutes while the endpoint is `ACTIVE`.
   * Never repeated by itself. Source: documented.
   *
   * @param body.deliveryId one delivery, by its `X-OpenTrain-Delivery`; every failed one when left out
   * @throws NotFoundError when this install has no such endpoint or delivery
   */
  redeliver(
    endpointId: string,
    body: RedeliveryRequest = {},
    options?: RequestOptions,
  ): ApiPromise<Redelivery> {
    return this.#api.call(
      calls['webhookEndpoints.redeliver'],
      { path: { endpointId }, body },
      options,
    );
  }

  /**
   * Verifies a delivery and hands out its event, typed by name. Reads the request's raw body.
   *
   * @throws WebhookVerificationError when the delivery can't be trusted; answer it with 400
   *
   * @example
   * ```ts
   * const event = await platform.webhookEndpoints.verify(request, { secret });
   * if (event.type === 'contract.started') await queue.add(event.id, event.resourceId);
   * ```
   */
  async verify(
    request: Request,
    options: VerifyRequestOptions<'platform'>,
  ): Promise<PlatformWebhookEvent> {
    // Loaded on first use: most clients never receive.
    const { verifyRequest } = await import('../webhooks/verify-request.ts');
    return verifyRequest('platform', request, options);
  }
}
