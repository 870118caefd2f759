import type { WebhookEventName } from '../../generated/trainar/types.ts';
import { TrainAR } from '../../src/trainar/client.ts';
import { receivingSandbox } from './sandbox-receiver.ts';

const everything: readonly WebhookEventName[] = [
  'task.created',
  'task.status_changed',
  'task.completed',
  'session.started',
  'session.completed',
  'skill.executed',
];

/** Where the tests' endpoints are said to be. */
export const receiverUrl = 'https://receiver.example.com/hooks';

/** A sandbox with a tenant, its client and a receiver of all its events. */
export async function listeningTenant(
  answer?: Parameters<typeof receivingSandbox>[1],
  events: readonly WebhookEventName[] = everything,
) {
  const { sandbox, received } = receivingSandbox({}, answer);
  const tenant = sandbox.trainar.createTenant();
  const connect = (apiKey: string) =>
    new TrainAR({ apiKey, fetch: sandbox.fetch, clock: sandbox.clock, maxRetries: 0 });
  const trainar = connect(tenant.apiKey);
  const endpoint = await trainar.webhooks.subscribe({ url: receiverUrl, events: [...events] });
  return {
    sandbox,
    received,
    tenant,
    trainar,
    connect,
    endpoint,
    secret: endpoint.secret ?? '',
    /** What the receiver got so far, in order. */
    events: async () => {
      await sandbox.settled();
      return received.map(({ body }) => JSON.parse(body));
    },
  };
}
