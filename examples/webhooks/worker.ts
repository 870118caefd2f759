import { createWebhookReceiver, type WebhookReceiver } from 'trainyard/webhooks';
import { durableInbox, type EventInboxes } from './durable-inbox.ts';

export { EventInbox } from './durable-inbox.ts';

interface Env {
  OPENTRAIN_WEBHOOK_SECRET: string;
  /** A Cloudflare queue. */
  JOBS: { send(message: unknown): Promise<unknown> };
  /** The Durable Objects of the class EventInbox. */
  INBOX: EventInboxes;
}

let receiver: WebhookReceiver | undefined;

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    // Made with the first request, since that is what brings the secret.
    receiver ??= createWebhookReceiver({
      platform: 'opentrain',
      secret: env.OPENTRAIN_WEBHOOK_SECRET,
      inbox: durableInbox(env.INBOX),
      on: { 'proposal.received': ({ id, data }) => env.JOBS.send({ id, data }) },
    });
    return receiver(request);
  },
};
