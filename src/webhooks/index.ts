export type * from './events.ts';
export type * from './options.ts';
export type { SignableEvent, SignedWebhook, SignWebhookOptions } from './sign-webhook.ts';
export { signWebhook } from './sign-webhook.ts';
export { verifyRequest } from './verify-request.ts';
export { verifyWebhook } from './verify-webhook.ts';
export type { WebhookVerificationErrorCode } from './webhook-verification-error.ts';
export { WebhookVerificationError } from './webhook-verification-error.ts';
