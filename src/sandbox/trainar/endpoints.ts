import type { WebhookSubscribe } from '../../../generated/trainar/types.ts';
import { type Handler, reply } from '../kernel/handler.ts';
import { invalid, Refusal } from '../kernel/refusal.ts';
import { own, type TrainARActor, type World } from './world.ts';

/** `webhooks.*` */
export function endpointHandlers({ kernel, tables }: World) {
  const subscribe: Handler<TrainARActor, WebhookSubscribe> = ({ actor, body }) => {
    if (!/^https?:/i.test(body.url) || !URL.canParse(body.url)) {
      throw invalid('body', ['url'], 'Not an http or https URL');
    }
    const ids = kernel.random.stream('trainar.endpoints');
    const endpoint = tables.endpoints.insert({
      id: ids.uuid(),
      tenantId: actor.tenantId,
      url: body.url,
      events: [...new Set(body.events)],
      source: body.source ?? null,
      secret: ids.token('whsec_', 40),
      createdAt: kernel.clock.iso(),
    });
    const { id, url, events, source, secret, createdAt: created_at } = endpoint;
    return reply(201, { id, url, events, source, secret, created_at });
  };

  const get: Handler<TrainARActor> = ({ actor, query }) => {
    const endpoint = tables.endpoints.get(query.required('endpoint_id'));
    if (!endpoint) return reply(200, { exists: false });
    const { id, events, url } = own(tables.endpoints, 'endpoint', endpoint.id, actor.tenantId);
    return reply(200, { exists: true, id, events, url });
  };

  const unsubscribe: Handler<TrainARActor> = ({ actor, query }) => {
    const id = query.required('endpoint_id');
    const endpoint = own(tables.endpoints, 'endpoint', id, actor.tenantId);
    const source = query.string('_source');
    if (source !== undefined && source !== endpoint.source) {
      throw new Refusal(404, 'NOT_FOUND', `${source} has no endpoint ${id}.`);
    }
    tables.endpoints.delete(id);
    kernel.deliveries.forget(id);
    return reply(200, { success: true });
  };

  return {
    'webhooks.subscribe': subscribe,
    'webhooks.get': get,
    'webhooks.unsubscribe': unsubscribe,
  };
}
