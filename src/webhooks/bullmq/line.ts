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

const miss = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local since, who = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) (.*)$')
if who == ARGV[1] then return now - since end
redis.call('SET', KEYS[1], string.format('%.0f %s', now, ARGV[1]), 'PX', ARGV[2])
return 0`;

/** The jobs of one key that are not finished, earliest event first: a sorted set beside the queue. */
export class Line {
  readonly #client: RedisClient;
  readonly #key: string;

  /** @param queue its qualified name, with the prefix that tells it from others of its name */
  constructor(client: RedisClient, queue: string, orderKey: string) {
    this.#client = client;
    this.#key = `${queue}:trainyard:line:${orderKey}`;
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

  /**
   * Notes that the first of the line has no job.
   *
   * @param keepMs how long the note stays when nobody asks again, in milliseconds
   * @returns for how long that has been so, in milliseconds: by Redis's time, the one that all processes share
   */
  async miss(jobId: string, keepMs: number): Promise<number> {
    const args = [jobId, String(Math.ceil(keepMs))];
    return Number(await runScript(this.#client, miss, `${this.#key}:missed`, args));
  }
}
