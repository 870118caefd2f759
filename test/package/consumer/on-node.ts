// Compiled, never run: what needs Node's types.
import { createOpenTrainMcp, type ListeningMcp } from 'trainyard/mcp';
import { createSandbox } from 'trainyard/sandbox';
import { type ListeningSandbox, listen } from 'trainyard/sandbox/node';
import type { WebhookInbox } from 'trainyard/webhooks';
import { type BullmqQueue, bullmqEnqueue, webhookWorker } from 'trainyard/webhooks/bullmq';
import { verifyWebhookSync } from 'trainyard/webhooks/node';
import { postgresInbox, postgresInboxMigration } from 'trainyard/webhooks/postgres';
import { redisInbox } from 'trainyard/webhooks/redis';

export async function serve(): Promise<ListeningSandbox> {
  const server = await listen(createSandbox(), { port: 4010, file: 'sandbox.json' });
  const port: number = server.port;
  return port > 0 ? server : Promise.reject(new Error(server.url));
}

export function received(body: Buffer, headers: NodeJS.Dict<string | string[]>, secret: string) {
  const event = verifyWebhookSync({ platform: 'opentrain', body, headers, secret });
  return event.type === 'message.received' ? event.data.conversationId : event.id;
}

export async function agents(signal: AbortSignal): Promise<ListeningMcp> {
  await createOpenTrainMcp({ toolsets: ['auth', 'jobs'], readOnly: true }).stdio({ signal });
  return createOpenTrainMcp({ exclude: ['opentrain_revoke_token'] }).http({ port: 8787 });
}

export function inboxes(
  redis: Parameters<typeof redisInbox>[0],
  postgres: Parameters<typeof postgresInbox>[0],
): [WebhookInbox, WebhookInbox, string] {
  return [redisInbox(redis), postgresInbox(postgres), postgresInboxMigration('hooks.inbox')];
}

export function handedOff(queue: BullmqQueue, inbox: WebhookInbox) {
  const worker = webhookWorker({
    platform: 'opentrain',
    queue: queue.name,
    connection: { host: 'localhost' },
    inbox,
    on: { 'contract.created': ({ data }) => data.contractId.length },
  });
  return [bullmqEnqueue(queue, { platform: 'opentrain' }), worker.close()] as const;
}
