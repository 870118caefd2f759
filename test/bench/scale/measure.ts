import { calls, type Measured } from './calls.ts';
import type { Filled } from './fill.ts';

const origin = 'https://app.opentrain.ai';

/** How long one call takes at each size, in milliseconds. */
export interface Timing {
  readonly call: Measured;
  readonly medians: readonly number[];
  /** Median at the largest size over median at the smallest. */
  readonly growth: number;
}

/**
 * Calls everything at every size in turn, so that whatever else the machine does meets all sizes
 * alike.
 */
export async function measure(filled: readonly Filled[], rounds: number): Promise<Timing[]> {
  const warmUp = Math.ceil(rounds / 5);
  const samples = calls.map(() => filled.map((): number[] => []));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [c, call] of calls.entries()) {
      for (let turn = 0; turn < filled.length; turn += 1) {
        // Whoever comes first pays for what the call before has left behind: each size in its turn.
        const f = (turn + round) % filled.length;
        const took = await timeOf(call, filled[f] as Filled, round);
        if (round >= warmUp) samples[c]?.[f]?.push(took);
      }
    }
  }
  return calls.map((call, c) => {
    const medians = (samples[c] ?? []).map(median);
    return { call, medians, growth: (medians.at(-1) ?? 0) / (medians[0] ?? 1) };
  });
}

async function timeOf(call: Measured, filled: Filled, round: number): Promise<number> {
  const { kernel, token } = filled;
  const url = origin + call.path(filled, round);
  const start = performance.now();
  const response = await kernel.fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const body = await response.text();
  const took = performance.now() - start;
  if (response.status !== 200 || !body.includes(call.expects)) {
    throw new Error(`${call.name} answered ${response.status}: ${body.slice(0, 200)}`);
  }
  return took;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
