import { notFound } from '../refusals.ts';
import type { World } from '../world.ts';

/** What happens to webhooks outside the API. */
export function eventControls(world: World) {
  return {
    /** Disables a subscription as repeated failures would. */
    disableWebhook(webhookId: string): void {
      if (!world.webhooks.get(webhookId)) {
        throw notFound('webhooks', 'webhookId', webhookId, 'webhook');
      }
      world.webhooks.disable(webhookId, 'Disabled after repeated delivery failures.');
    },
  };
}
