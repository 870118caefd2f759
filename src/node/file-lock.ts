import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than anybody needs to change a small file, on any disk. */
const staleMs = 30_000;
/** Between two looks at a lock that somebody has. */
const lookAgainMs = 15;

/**
 * Does something while no other process does so for the same file. The lock is a file beside it, which one that died
 * with it in hand does not hold for long.
 *
 * @throws the system's error where no lock can be made
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  while (!(await make(lock, mine))) {
    const held = await readFile(lock, 'utf8').catch(() => '');
    if (await isStale(lock, held)) await takeAway(lock, held);
    // Not all at the same moment.
    else await pause(lookAgainMs * (1 + Math.random()));
  }
  try {
    return await work();
  } finally {
    // Another's by now, if this process was held up for so long that it was taken for dead.
    if ((await readFile(lock, 'utf8').catch(() => '')) === mine) await rm(lock, { force: true });
  }
}

/** @returns whether it was there to be made */
async function make(lock: string, content: string): Promise<boolean> {
  const file = await open(lock, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  try {
    await file?.writeFile(content);
  } finally {
    await file?.close();
  }
  return file !== undefined;
}

/** Whether whoever made a lock is gone, or has had it for too long. */
async function isStale(lock: string, held: string): Promise<boolean> {
  const made = await stat(lock).catch(() => undefined);
  if (!made) return false;
  return Date.now() - made.mtimeMs > staleMs || isOfTheDead(held);
}

function isOfTheDead(held: string): boolean {
  try {
    const { pid, host } = JSON.parse(held) as { pid: number; host: string };
    // Elsewhere, on a disk that machines share, only time tells.
    if (host !== hostname()) return false;
    process.kill(pid, 0);
  } catch (error) {
    // Anything else is a lock that was just made, and has no content yet, or a process of somebody else's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return false;
}

/** Removes a stale lock, and puts back what turns out to be another one, made in the meantime. */
async function takeAway(lock: string, stale: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    // Somebody was quicker.
    return;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, lock).catch(() => {});
  await rm(aside, { force: true });
}
