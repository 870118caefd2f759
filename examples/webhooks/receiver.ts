import { createWebhookReceiver } from 'trainyard/webhooks';
import { queue } from './queue.ts';

/** Verifies, drops repeats and hands on; how it is mounted is all that differs between frameworks. */
export const receiver = createWebhookReceiver({
  platform: 'opentrain',
  secret: process.env.OPENTRAIN_WEBHOOK_SECRET ?? '',
  on: {
    'proposal.received': ({ id, data }) => queue.add(id, data),
    'contract.created': ({ id, data }) => queue.add(id, data),
  },
});
