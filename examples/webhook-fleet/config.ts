/** What both programs are told by their environment. */
export interface Config {
  /** Where the queue is. */
  redisUrl: string;
  /** Where the inbox is, and the order of events. */
  inboxUrl: string;
  databaseUrl: string;
  secret: string;
  /** Name of the queue. */
  queue: string;
  port: number;
  /** How many processes of a kind. */
  processes: number;
  /** How long what a dead process held stays untouched, in milliseconds. */
  leaseMs: number;
  /** How often an event is tried before it is a dead letter. */
  attempts: number;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const needed = (name: string) => {
    const value = env[name];
    if (!value) throw new Error(`Set ${name}.`);
    return value;
  };
  const redisUrl = env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  return {
    redisUrl,
    inboxUrl: env.INBOX_REDIS_URL ?? redisUrl,
    databaseUrl: needed('DATABASE_URL'),
    secret: needed('WEBHOOK_SECRET'),
    queue: env.QUEUE ?? 'webhooks',
    port: Number(env.PORT ?? 3000),
    processes: Number(env.PROCESSES ?? 4),
    leaseMs: Number(env.LEASE_MS ?? 30_000),
    attempts: Number(env.ATTEMPTS ?? 10),
  };
}
