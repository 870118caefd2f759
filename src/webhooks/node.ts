export type * from './events.ts';
export { toNodeHandler } from './node/to-node-handler.ts';
export { verifyWebhookSync } from './node/verify-webhook-sync.ts';
export type * from './options.ts';
export type { WebhookVerificationErrorCode } from './webhook-verification-error.ts';
export { WebhookVerificationError } from './webhook-verification-error.ts';
