import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { CursorStore } from '../cursor/cursor-store.ts';
import { type RedisClient, runScript } from './client.ts';

const load = `return redis.call('GET', KEYS[1])`;

const save = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/**
 * Cursors in Redis; each step is one script on one key. Effects elsewhere are not part of it, so a handler
 * may run a second time after a crash. It forgets what Redis forgets: see `redisInbox`.
 *
 * @param client yours, connected: of `redis` or `ioredis`, or a cluster of either. It is never closed
 * @param options where it keeps them
 * @param options.prefix what the names of its keys begin with. Default: trainyard:cursor:
 * @throws InvalidArgumentError when the client can't be right
 * @example
 * ```ts
 * import { Redis } from 'ioredis';
 *
 * const redis = new Redis();
 * const sync = createSync({
 *   client: ot,
 *   cursor: redisCursor(redis),
 *   inbox: redisInbox(redis),
 *   on: { 'contract.created': ({ data }) => console.log('hired', data.contractId) },
 * });
 * ```
 */
export function redisCursor(
  client: RedisClient,
  { prefix = 'trainyard:cursor:' }: { prefix?: string | undefined } = {},
): CursorStore {
  if (typeof client?.eval !== 'function') {
    throw new InvalidArgumentError('client', 'a client of redis or ioredis.');
  }
  return {
    async load(name) {
      const found = await runScript(client, load, [prefix + name], []);
      return found === null ? undefined : String(found);
    },
    async save(name, cursor, previous) {
      const moved = await runScript(client, save, [prefix + name], [previous ?? '', cursor]);
      return Number(moved) === 1;
    },
  };
}
