export type { TransactionalCursorStore } from './cursor/cursor-store.ts';
export type { PostgresClient } from './postgres/client.ts';
export {
  type PostgresConnection,
  type PostgresPool,
  postgresCursor,
  postgresCursorMigration,
} from './postgres/postgres-cursor.ts';
export { type PostgresInboxOptions, postgresInbox } from './postgres/postgres-inbox.ts';
export { postgresInboxMigration } from './postgres/postgres-inbox-migration.ts';
export type { InboxClaim, WebhookInbox } from './receiver/inbox.ts';
