import { requests } from '../../../../../generated/platform/schemas.ts';
import type {
  RedeliveryRequest,
  WebhookEndpointCreate,
  WebhookEndpointUpdate,
} from '../../../../../generated/platform/types.ts';
import { type Call, type Handler, reply } from '../../../kernel/handler.ts';
import { invalid } from '../../../kernel/refusal.ts';
import { problemOfWebhookUrl } from '../../events/webhook-url.ts';
import { notFound } from '../../refusals.ts';
import type { PlatformActor } from '../actor.ts';
import { type EndpointRow, endpointView } from '../endpoints.ts';
import { requireShape } from '../gate.ts';
import type { Partners } from '../partners.ts';

/** Where the install's events go. */
export function webhookEndpointHandlers({ endpoints, market }: Partners) {
  const { deliveries, limit } = market.kernel;

  const own = ({ actor, params: { endpointId = '' } }: Call<PlatformActor>): EndpointRow => {
    const row = endpoints.get(endpointId);
    if (row?.installId === actor.install.id) return row;
    throw notFound('webhook-endpoints', 'endpointId', endpointId, 'webhook endpoint');
  };

  return {
    'webhookEndpoints.create': ({ actor, body }: Call<PlatformActor, WebhookEndpointCreate>) => {
      requireUrl(body.url);
      const row = endpoints.create(actor.install.id, body.url, body.eventTypes);
      const message = 'Store the secret now: it is not shown again.';
      const webhookEndpoint = endpointView(row);
      const status = limit('platform.createStatus', 201);
      return reply(status, { webhookEndpoint, secret: row.secret, message });
    },

    'webhookEndpoints.list': ({ actor }) =>
      reply(200, { webhookEndpoints: endpoints.list(actor.install.id).map(endpointView) }),

    'webhookEndpoints.get': (call) => reply(200, { webhookEndpoint: endpointView(own(call)) }),

    'webhookEndpoints.update': (call: Call<PlatformActor, WebhookEndpointUpdate | undefined>) => {
      const { id } = own(call);
      requireShape(requests['webhookEndpoints.update'].body, call.body);
      const { url, eventTypes, status } = call.body ?? {};
      if (url !== undefined) requireUrl(url);
      const change = {
        ...(url !== undefined && { url }),
        ...(eventTypes !== undefined && { eventTypes }),
        ...(status !== undefined && { status }),
      };
      return reply(200, { webhookEndpoint: endpointView(endpoints.change(id, change)) });
    },

    'webhookEndpoints.delete': (call) => {
      const row = own(call);
      endpoints.delete(row.id);
      return reply(200, { webhookEndpoint: endpointView(row), deleted: true });
    },

    'webhookEndpoints.redeliver': (call: Call<PlatformActor, RedeliveryRequest | undefined>) => {
      const row = own(call);
      requireShape(requests['webhookEndpoints.redeliver'].body, call.body);
      const { deliveryId } = call.body ?? {};
      const requeued = deliveries.requeue(row.id, deliveryId);
      if (deliveryId !== undefined && requeued === 0) {
        throw notFound('webhook-deliveries', 'deliveryId', deliveryId, 'delivery');
      }
      const message =
        row.status === 'ACTIVE'
          ? 'They go out with the next delivery run, within about five minutes.'
          : 'Nothing goes out while the endpoint is disabled: set its status to ACTIVE.';
      return reply(200, { webhookEndpoint: endpointView(row), requeued, message });
    },
  } satisfies Record<string, Handler<PlatformActor>>;
}

/** @throws Gated, a 400 */
function requireUrl(url: string): void {
  const problem = problemOfWebhookUrl(url);
  if (problem) throw invalid('body', ['url'], problem);
}
