import { settled } from './fake-clock.ts';

/** Runs `act` and hands back every rejection nobody handled, which would end a Node process. */
export async function strayRejections(act: () => unknown): Promise<unknown[]> {
  const strays: unknown[] = [];
  const collect = (reason: unknown) => strays.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', collect);
  try {
    await act();
    await settled();
  } finally {
    process.off('unhandledRejection', collect);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return strays;
}
