export type { CursorStore } from './cursor/cursor-store.ts';
export type { InboxClaim, WebhookInbox } from './receiver/inbox.ts';
export type { IoredisClient, NodeRedisClient, RedisClient } from './redis/client.ts';
export { redisCursor } from './redis/redis-cursor.ts';
export { type RedisInboxOptions, redisInbox } from './redis/redis-inbox.ts';
