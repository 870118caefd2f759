import { calls } from '../../generated/trainar/calls.ts';
import type {
  WebhookEndpoint,
  WebhookEndpointStatus,
  WebhookSubscribe,
  WebhookUnsubscribed,
} from '../../generated/trainar/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { TrainARWebhookEvent } from '../webhooks/events.ts';
import type { VerifyRequestOptions } from '../webhooks/options.ts';

/** Endpoints that receive the tenant's events. */
export class Webhooks {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Registers an endpoint. Needs `manage:webhooks`. Not deduplicated: twice the same URL makes two
   * endpoints, and every event comes twice. Keep the id; no call lists endpoints.
   *
   * Evidence: the vendor's own connector. Whether the answer carries a `secret` is not known.
   *
   * @throws MissingScopeError without `manage:webhooks`
   *
   * @example
   * ```ts
   * const endpoint = await trainar.webhooks.subscribe({
   *   url: 'https://example.com/hooks/trainar',
   *   events: ['task.completed', 'session.completed'],
   * });
   * ```
   */
  subscribe(body: WebhookSubscribe, options?: RequestOptions): ApiPromise<WebhookEndpoint> {
    return this.#api.call(calls['webhooks.subscribe'], { body }, options);
  }

  /**
   * Tells whether an endpoint is registered. Needs `manage:webhooks`.
   *
   * A missing one may be answered as `{ exists: false }` or as 404; which is not documented.
   *
   * @throws NotFoundError when the platform answers a missing endpoint with 404
   */
  get(endpointId: string, options?: RequestOptions): ApiPromise<WebhookEndpointStatus> {
    return this.#api.call(calls['webhooks.get'], { query: { endpoint_id: endpointId } }, options);
  }

  /**
   * Removes an endpoint. Needs `manage:webhooks`.
   *
   * @param args.source removes it only if this integration registered it
   * @throws NotFoundError when it is gone, or was registered by another source (inferred)
   */
  unsubscribe(
    endpointId: string,
    args?: { source?: string | undefined },
    options?: RequestOptions,
  ): ApiPromise<WebhookUnsubscribed> {
    return this.#api.call(
      calls['webhooks.unsubscribe'],
      { query: { endpoint_id: endpointId, _source: args?.source } },
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
   * const event = await trainar.webhooks.verify(request, { secret });
   * if (event.event === 'task.completed') console.log(event.data.task_id);
   * ```
   */
  async verify(
    request: Request,
    options: VerifyRequestOptions<'trainar'>,
  ): Promise<TrainARWebhookEvent> {
    // Loaded on first use: most clients never receive.
    const { verifyRequest } = await import('../webhooks/verify-request.ts');
    return verifyRequest('trainar', request, options);
  }
}
