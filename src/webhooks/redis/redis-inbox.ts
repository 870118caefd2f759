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
   * How long a done event is remembered, and how often one was begun that is not, in milliseconds.
   *
   * @defaultValue 604800000 (7 days)
   */
  retentionMs?: number | undefined;
}

/*
 * A key holds `done`, or `lease:<attempts>:<its end>:<owner>`, without an owner once it was given up. It is kept for
 * the retention after its end, for the attempts. All time is Redis's own. An owner has `by ` before it, so that none can
 * spell the lack of one.
 */
const claim = `
local held = redis.call('GET', KEYS[1])
if held == 'done' then return 'duplicate' end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local attempts, till, owner = string.match(held or 'lease:0:0:', '^lease:(%d+):(%d+):(.*)$')
if owner ~= ARGV[1] then
  if tonumber(till) > now then return 'busy' end
  attempts = attempts + 1
end
local lease = string.format('lease:%.0f:%.0f:', attempts, now + ARGV[2])
redis.call('SET', KEYS[1], lease .. ARGV[1], 'PX', string.format('%.0f', ARGV[2] + ARGV[3]))
return 'fresh'`;

const done = `return redis.call('SET', KEYS[1], 'done', 'PX', ARGV[1])`;

const release = `
local held = redis.call('GET', KEYS[1]) or ''
local attempts, owner = string.match(held, '^lease:(%d+):%d+:(.*)$')
if attempts and owner ~= '' and (ARGV[1] == '' or owner == ARGV[1]) then
  redis.call('SET', KEYS[1], 'lease:' .. attempts .. ':0:', 'PX', ARGV[2])
end`;

const attempts = `
return tonumber(string.match(redis.call('GET', KEYS[1]) or '', '^lease:(%d+):') or 0)`;

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
  const kept = String(Math.ceil(retentionMs));
  const run = (script: string, key: string, ...args: string[]) =>
    runScript(client, script, [prefix + key], args);
  return {
    async claim(key, leaseMs, owner = crypto.randomUUID()) {
      const answer = await run(claim, key, `by ${owner}`, String(Math.ceil(leaseMs)), kept);
      return String(answer) as InboxClaim;
    },
    async done(key) {
      await run(done, key, kept);
    },
    async release(key, owner) {
      await run(release, key, owner === undefined ? '' : `by ${owner}`, kept);
    },
    async attempts(key) {
      return Number(await run(attempts, key));
    },
  };
}
