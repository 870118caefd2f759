import type { NodeRedisClient } from '../../../src/webhooks/redis.ts';

/**
 * What the scripts of a line do, in memory and told apart by what they call. That the real ones do the same in a real
 * Redis is for `npm run test:stores` to show.
 */
export class RedisOfLines implements NodeRedisClient {
  /** Redis's own time, in milliseconds. */
  now = 0;
  isDown = false;
  readonly #lines = new Map<string, { id: string; rank: number }[]>();
  readonly #missed = new Map<string, { id: string; since: number; until: number }>();
  readonly #placed: (key: string, id: string) => void;

  constructor(placed: (key: string, id: string) => void = () => {}) {
    this.#placed = placed;
  }

  async eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown> {
    if (this.isDown) throw new Error('redis is down');
    const [key = ''] = options.keys;
    const [id = '', ...numbers] = options.arguments;
    const [first = 0, second = 0] = numbers.map(Number);
    if (script.includes('ZADD')) return this.#stand(key, id, first);
    if (script.includes('TIME')) return this.#miss(key, id, first, second);
    if (script.includes('ZREM')) return this.#leave(key, id);
    throw new Error(`not a script of a line: ${script}`);
  }

  /** Who stands in a line, first to last. */
  line(key: string): string[] {
    return (this.#lines.get(key) ?? []).map(({ id }) => id);
  }

  #stand(key: string, id: string, rank: number): [number, string | undefined] {
    const line = this.#lines.get(key) ?? [];
    if (!line.some((each) => each.id === id)) {
      line.push({ id, rank });
      this.#placed(key, id);
    }
    if (this.#missed.get(key)?.id === id) this.#missed.delete(key);
    line.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
    this.#lines.set(key, line);
    return [line.findIndex((each) => each.id === id), line[0]?.id];
  }

  #leave(key: string, id: string): string {
    const line = (this.#lines.get(key) ?? []).filter((each) => each.id !== id);
    this.#lines.set(key, line);
    return line[0]?.id ?? '';
  }

  #miss(key: string, id: string, patienceMs: number, keepMs: number): 0 | 1 {
    const noted = this.#missed.get(key);
    if (noted?.id !== id || noted.until <= this.now) {
      this.#missed.set(key, { id, since: this.now, until: this.now + keepMs });
      return 0;
    }
    if (this.now - noted.since <= patienceMs) return 0;
    this.#missed.delete(key);
    this.#leave(key, id);
    return 1;
  }
}
