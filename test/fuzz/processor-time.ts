/**
 * Milliseconds of the processor that the work takes: a busy machine lets a process wait, and does not make it work. What others
 * leave in its caches makes it slower by a few times, never by a hundred.
 */
export async function processorMs(run: () => unknown, times = 1): Promise<number> {
  const start = process.cpuUsage();
  for (let time = 0; time < times; time++) await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * What goes through its input a few times takes a tenth of it at most in the sizes tried here, and mostly a hundredth; what
 * goes through it anew for each of its characters twice that and more.
 */
export const limitMs = 2_000;
