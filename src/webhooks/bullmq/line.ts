import { week } from '../receiver/retention.ts';
import { type RedisClient, runScript } from '../redis/client.ts';

/** Where a job stands among those of its key. */
export interface Place {
  /** How many are before it. */
  before: number;
  /** The job that is first. */
  first: string;
}

// Both read the note of who is missed, which is "<since, in milliseconds> <job>".
const noted = `
local since, who = string.match(redis.call('GET', KEYS[2]) or '', '^(%d+) (.*)$')`;

const stand = `${noted}
redis.call('ZADD', KEYS[1], 'NX', ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if who == ARGV[1] then redis.call('DEL', KEYS[2]) end
return { redis.call('ZRANK', KEYS[1], ARGV[1]), redis.call('ZRANGE', KEYS[1], 0, 0)[1] }`;

const leave = `
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, 0)[1] or ''`;

const miss = `${noted}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if who ~= ARGV[1] then
  redis.call('SET', KEYS[2], string.format('%.0f %s', now, ARGV[1]), 'PX', ARGV[3])
  return 0
end
if now - since <= tonumber(ARGV[2]) then return 0 end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[1])
return 1`;

/** The jobs of one key that are not finished, earliest event first: a sorted set beside the queue. */
export class Line {
  readonly #client: RedisClient;
  readonly #key: string;

  /** @param queue its qualified name, with the prefix that tells it from others of its name */
  constructor(client: RedisClient, queue: string, orderKey: string) {
    this.#client = client;
    this.#key = `${queue}:trainyard:line:${orderKey}`;
  }

  /**
   * Finds a job's place; whoever has none gets one, by the rank of its event. Whoever missed it begins to miss
   * it anew: it is on its way.
   */
  async stand(jobId: string, rank: number): Promise<Place> {
    const answer = await this.#run(stand, [jobId, String(rank), String(week)]);
    const [before, first] = answer as [number, string];
    return { before: Number(before), first: String(first) };
  }

  /** Takes a job out. @returns who is first now; nothing when nobody is left */
  async leave(jobId: string): Promise<string> {
    return String(await this.#run(leave, [jobId]));
  }

  /**
   * Notes that the first of the line has no job, and takes its place away when that has been so for too long:
   * by Redis's time, the one that all processes share, and in one step, or a job that has just come would lose a
   * place that it had taken again.
   *
   * @param patienceMs how long a place may be without a job, in milliseconds
   * @param keepMs how long the note stays when nobody asks again, in milliseconds
   * @returns whether the place is gone
   */
  async miss(jobId: string, patienceMs: number, keepMs: number): Promise<boolean> {
    const times = [patienceMs, keepMs].map((ms) => String(Math.ceil(ms)));
    return Number(await this.#run(miss, [jobId, ...times])) === 1;
  }

  #run(script: string, args: string[]): Promise<unknown> {
    return runScript(this.#client, script, [this.#key, `${this.#key}:missed`], args);
  }
}
