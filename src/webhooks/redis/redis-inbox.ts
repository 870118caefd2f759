import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { InboxClaim, WebhookInbox } from '../receiver/inbox.ts';
import { checkRetention, week } from '../receiver/retention.ts';
import { type RedisClient, runScript } from './client.ts';

/** Options of `redisInbox`. */
export interface RedisInboxOptions {
  /**
   * What the names of its keys begin with. Receivers that share an inbox have the same.
   *
   * @defaultValue 'trainyard:inbox:'
   */
  prefix?: string | undefined;
  /**
   * How long a done event is remembered, in milliseconds.
   *
   * @defaultValue 604800000 (7 days)
   */
  retentionMs?: number | undefined;
}

/*
 * A key holds `done`, or `lease:` and its owner, and Redis lets both run out by its own time. No owner
 * can spell `done`, since a lease's prefix stands before it.
 */
const claim = `
local held = redis.call('GET', KEYS[1])
if held == 'done' then return 'duplicate' end
if held and held ~= ARGV[1] then return 'busy' end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 'fresh'`;

const done = `return redis.call('SET', KEYS[1], 'done', 'PX', ARGV[1])`;

const release = `
local held = redis.call('GET', KEYS[1])
if held and held ~= 'done' and (ARGV[1] == '' or held == ARGV[1]) then
  return redis.call('DEL', KEYS[1])
end
return 0`;

/**
 * An inbox in Redis, shared by every process that uses the same database and prefix. Each step is one
 * script on one key, so it works on a cluster as well; time is Redis's own.
 *
 * It forgets what Redis forgets: use a server that persists every write you can't lose
 * (`appendonly yes`; with `appendfsync always` not even a crash loses an answered step) and that never
 * evicts (`maxmemory-policy noeviction`).
 *
 * @param client yours, connected: of `redis` or `ioredis`, or a cluster of either. It is never closed
 * @throws InvalidArgumentError when the client or an option can't be right
 * @example
 * ```ts
 * import { createClient } from 'redis';
 * import { createWebhookReceiver } from 'trainyard/webhooks';
 * import { redisInbox } from 'trainyard/webhooks/redis';
 *
 * const inbox = redisInbox(await createClient({ url: 'redis://localhost' }).connect());
 * export const POST = createWebhookReceiver({ platform: 'opentrain', secret, inbox, on: {} });
 * ```
 */
export function redisInbox(client: RedisClient, options: RedisInboxOptions = {}): WebhookInbox {
  const { prefix = 'trainyard:inbox:', retentionMs = week } = options;
  if (typeof client?.eval !== 'function') {
    throw new InvalidArgumentError('client', 'a client of redis or ioredis.');
  }
  checkRetention(retentionMs);
  const run = (script: string, key: string, ...args: string[]) =>
    runScript(client, script, prefix + key, args);
  return {
    async claim(key, leaseMs, owner = crypto.randomUUID()) {
      const answer = await run(claim, key, `lease:${owner}`, String(Math.ceil(leaseMs)));
      return String(answer) as InboxClaim;
    },
    async done(key) {
      await run(done, key, String(Math.ceil(retentionMs)));
    },
    async release(key, owner) {
      await run(release, key, owner === undefined ? '' : `lease:${owner}`);
    },
  };
}
