/** How much larger the second size is. */
const factor = 16;

/**
 * What linear time gives is 16, quadratic 256. In between there is room for a busy machine, and for
 * caches that the larger size no longer fits into.
 */
export const bound = 96;

/** Microseconds a measurement lasts at least: shorter ones measure the clock. */
const enough = 4_000;

/**
 * How much more time of the processor the work takes for sixteen times the size. Of several rounds the
 * quickest counts, and a result above the bound is measured anew: others only ever make things slower.
 */
export async function growth(
  size: number,
  prepare: (size: number) => () => unknown,
): Promise<number> {
  const small = prepare(size);
  const large = prepare(size * factor);
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && ratio > bound; attempt++) {
    ratio = Math.min(ratio, (await quickest(large)) / (await quickest(small)));
  }
  return ratio;
}

/** Microseconds of one call, in the quickest of five rounds. */
async function quickest(run: () => unknown): Promise<number> {
  let calls = 1;
  let took = await time(run, calls);
  while (took < enough) {
    calls *= 2;
    took = await time(run, calls);
  }
  for (let round = 0; round < 4; round++) took = Math.min(took, await time(run, calls));
  return took / calls;
}

/** Time of the processor, not of the clock on the wall: a busy machine lets a process wait. */
async function time(run: () => unknown, calls: number): Promise<number> {
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call++) await run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
