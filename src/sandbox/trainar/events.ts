import type { WebhookEvent } from '../../../generated/trainar/types.ts';
import type { World } from './world.ts';

const channel = 'trainar';

type EventName = WebhookEvent['event'];
type DataOf<Name extends EventName> = Extract<WebhookEvent, { event: Name }>['data'];

/** Lets deliveries find TrainAR's endpoints. Retries of TrainAR are documented, their schedule is not. */
export function registerDeliveries({ kernel, tables }: World): void {
  kernel.deliveries.channel(channel, {
    platform: 'trainar',
    endpoint: (id) => tables.endpoints.get(id),
  });
}

/** Fires an event at every endpoint of the tenant that asked for it, under one `event_id`. */
export function fire<Name extends EventName>(
  { kernel, tables }: World,
  tenantId: string,
  event: Name,
  data: DataOf<Name>,
): void {
  const ids = kernel.random.stream('trainar.events');
  const payload = {
    event,
    event_id: `evt-${ids.uuid()}`,
    timestamp: kernel.clock.iso(),
    data,
  };
  for (const endpoint of tables.endpoints.walk('tenant', tenantId)) {
    if (!endpoint.events.includes(event)) continue;
    kernel.deliveries.enqueue({
      channel,
      endpointId: endpoint.id,
      event,
      payload,
      deliveryId: ids.uuid(),
    });
  }
}
