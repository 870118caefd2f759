/** What is used of a client of `redis` (node-redis): a client, a pool or a cluster. */
export interface NodeRedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** What is used of a client of `ioredis`: a client or a cluster. */
export interface IoredisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** Tells it apart from node-redis, which has no such method. */
  defineCommand: unknown;
}

/** The client you have, connected: of `redis` or of `ioredis`. */
export type RedisClient = NodeRedisClient | IoredisClient;

/** Runs a script on keys of one slot: the one form in which both clients run anything atomically. */
export function runScript(
  client: RedisClient,
  script: string,
  keys: string[],
  args: string[],
): Promise<unknown> {
  return 'defineCommand' in client
    ? client.eval(script, keys.length, ...keys, ...args)
    : client.eval(script, { keys, arguments: args });
}
