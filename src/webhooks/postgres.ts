export type { PostgresClient } from './postgres/client.ts';
export { type PostgresInboxOptions, postgresInbox } from './postgres/postgres-inbox.ts';
export { postgresInboxMigration } from './postgres/postgres-inbox-migration.ts';
export type { InboxClaim, WebhookInbox } from './receiver/inbox.ts';
