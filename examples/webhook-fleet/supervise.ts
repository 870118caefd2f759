import cluster from 'node:cluster';

/** What a process of the fleet runs; resolves to what ends it without loss. */
export type Program = () => Promise<() => Promise<void>>;

/**
 * Runs a program in several processes, which share the ports they listen on: starts another for each that
 * dies, and at SIGTERM or SIGINT lets all of them finish what they have in hand.
 */
export async function supervise(name: string, processes: number, program: Program): Promise<void> {
  if (cluster.isPrimary) return primary(name, processes);
  let end: (() => Promise<void>) | undefined;
  let isEnding = false;
  const drain = async () => {
    isEnding = true;
    if (!end) return;
    await end();
    process.exit(0);
  };
  process.once('SIGTERM', drain);
  // A terminal sends its SIGINT to every process; the primary's word is the one that counts.
  process.on('SIGINT', () => {});
  // Nobody is left to start another, or to hear how it went.
  process.once('disconnect', drain);
  end = await program();
  if (isEnding) await drain();
  process.send?.('ready');
}

function primary(name: string, processes: number): void {
  let isEnding = false;
  const start = () => {
    const worker = cluster.fork();
    worker.once('message', () => console.log(`${name} ${worker.process.pid} is ready`));
  };
  cluster.on('exit', ({ process: { pid } }, code, signal) => {
    console.log(`${name} ${pid} ended: ${signal ?? code}`);
    if (isEnding) return;
    // One that can't start must not be tried as fast as the machine can.
    setTimeout(() => !isEnding && start(), 500);
  });
  const end = () => {
    isEnding = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  for (let started = 0; started < processes; started++) start();
}
