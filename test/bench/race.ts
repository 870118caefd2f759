/** What one contender took. */
export interface Lap {
  name: string;
  /** Microseconds a call in a good round: a tenth of the rounds were faster. */
  us: number;
  /** Microseconds a call in the middle round. */
  medianUs: number;
  /** Bytes put on the heap by one call; absent where the work is not all in this process. */
  bytes?: number;
}

export interface RaceOptions {
  rounds: number;
  /** Calls of one round; few enough that most rounds end before the machine turns to other work. */
  calls: number;
  /** Whether to count allocations, which needs `--expose-gc` and a young generation that holds them. */
  heap?: boolean;
}

type Contender = () => unknown;

/**
 * Runs contenders in turns, so that a busy moment of the machine meets all of them alike, and in another
 * order each time, so that nobody always runs on what the same other one left (garbage, sleeping threads).
 */
export async function race(
  contenders: Readonly<Record<string, Contender>>,
  { rounds, calls, heap }: RaceOptions,
): Promise<Lap[]> {
  const all = Object.entries(contenders).map(([name, call]) => ({
    name,
    call,
    taken: [] as number[],
  }));
  for (const { call } of all) await repeat(call, calls * Math.min(rounds, 40));
  for (let round = 0; round < rounds; round++) {
    for (const { call, taken } of shuffled(all)) {
      const start = performance.now();
      await repeat(call, calls);
      taken.push(((performance.now() - start) * 1000) / calls);
    }
  }
  const laps: Lap[] = [];
  for (const { name, call, taken } of all) {
    const lap: Lap = { name, us: quantile(taken, 0.1), medianUs: quantile(taken, 0.5) };
    if (heap) lap.bytes = await allocated(call);
    laps.push(lap);
  }
  return laps;
}

async function repeat(call: Contender, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    const made = call();
    // What is done at once is not made to wait a turn.
    if (typeof (made as PromiseLike<unknown> | null)?.then === 'function') await made;
  }
}

async function allocated(call: Contender): Promise<number> {
  const calls = 300;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  await repeat(call, calls);
  return Math.max(0, process.memoryUsage().heapUsed - before) / calls;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}
