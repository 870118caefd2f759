/** How much larger the second size is. */
const factor = 16;

/**
 * What linear time gives is 16, quadratic 256. In between there is room for a busy machine, and for
 * caches that the larger size no longer fits into.
 */
export const bound = 96;

/** Milliseconds a measurement lasts at least: shorter ones measure the clock. */
const enough = 4;

/**
 * How much longer `run` takes for sixteen times the size. The quickest of several rounds counts, since a
 * busy machine only ever makes things slower, and a result above the bound is measured anew.
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

/** Milliseconds of one call, in the quickest of five rounds. */
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

async function time(run: () => unknown, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call++) await run();
  return performance.now() - start;
}
