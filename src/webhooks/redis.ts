export type { InboxClaim, WebhookInbox } from './receiver/inbox.ts';
export type { IoredisClient, NodeRedisClient, RedisClient } from './redis/client.ts';
export { type RedisInboxOptions, redisInbox } from './redis/redis-inbox.ts';
