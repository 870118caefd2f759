import { week } from '../receiver/retention.ts';
import { type RedisClient, runScript } from '../redis/client.ts';

/** Where a job stands among those of its key. */
export interface Place {
  /** How many are before it. */
  before: number;
  /** The job that is first. */
  first: string;
}

const stand = `
redis.call('ZADD', KEYS[1], 'NX', ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return { redis.call('ZRANK', KEYS[1], ARGV[1]), redis.call('ZRANGE', KEYS[1], 0, 0)[1] }`;

const leave = `
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, 0)[1] or ''`;

/** The jobs of one key that are not finished, earliest event first: a sorted set beside the queue. */
export class Line {
  readonly #client: RedisClient;
  readonly #key: string;

  constructor(client: RedisClient, queue: string, orderKey: string) {
    this.#client = client;
    this.#key = `trainyard:line:${queue}:${orderKey}`;
  }

  /** Finds a job's place; whoever has none gets one, by the rank of its event. */
  async stand(jobId: string, rank: number): Promise<Place> {
    const args = [jobId, String(rank), String(week)];
    const answer = await runScript(this.#client, stand, this.#key, args);
    const [before, first] = answer as [number, string];
    return { before: Number(before), first: String(first) };
  }

  /** Takes a job out. @returns who is first now; nothing when nobody is left */
  async leave(jobId: string): Promise<string> {
    return String(await runScript(this.#client, leave, this.#key, [jobId]));
  }
}
