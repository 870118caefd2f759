export type * from './events.ts';
export type { FixtureOverrides } from './fixtures/overrides.ts';
export { webhookEventNames, webhookFixture } from './fixtures/webhook-fixture.ts';
export type {
  KnownWebhookEvent,
  KnownWebhookEventName,
  WebhookEventNamed,
} from './receiver/handlers.ts';
