export type { CursorStore, TransactionalCursorStore } from '../webhooks/cursor/cursor-store.ts';
export { memoryCursor } from '../webhooks/cursor/memory-cursor.ts';
export { createSync } from './sync/create-sync.ts';
export type {
  Sync,
  SyncClient,
  SyncContext,
  SyncErrorInfo,
  SyncOptions,
  SyncReceiverOptions,
  SyncTurn,
} from './sync/options.ts';
export type {
  SecretStore,
  SubscriptionSecret,
  SyncSubscription,
  SyncSubscriptionChange,
} from './sync/subscription.ts';
