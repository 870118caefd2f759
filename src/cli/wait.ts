import type { Spinner } from 'yocto-spinner';
import { TimeoutError } from '../core/connection-error.ts';
import { UsageError } from './usage-error.ts';

/** A wait that ended without what was waited for: exit code 3. */
export class WaitEnded extends Error {
  /** The command to run next. */
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(message);
    this.next = next;
  }
}

/** Shows that something goes on, on a terminal and on stderr alone. */
export async function waiting<T>(text: string, wait: () => Promise<T>, next?: string): Promise<T> {
  const spinner = await spinnerFor(text);
  try {
    return await wait();
  } catch (error) {
    if (error instanceof TimeoutError && !isCall(error)) throw new WaitEnded(error.message, next);
    throw error;
  } finally {
    spinner?.stop();
  }
}

/** A call that timed out is a failure of the network; a wait has a name of its own. */
function isCall({ operationId }: TimeoutError): boolean {
  return !/(^|\.)(wait|waitFor\w*|stream)$/.test(operationId);
}

async function spinnerFor(text: string): Promise<Spinner | undefined> {
  if (!process.stderr.isTTY) return undefined;
  const { default: spinner } = await import('yocto-spinner');
  return spinner({ text, stream: process.stderr }).start();
}

/** Counts on stderr what goes by, where nothing else shows that something does. */
export async function counting(what: string): Promise<{ count(): void; stop(): void }> {
  const spinner = process.stdout.isTTY ? undefined : await spinnerFor(`0 ${what}`);
  let seen = 0;
  let drawnAt = 0;
  return {
    count() {
      seen += 1;
      // Each change is drawn; more than a few in a second nobody reads.
      if (!spinner || performance.now() - drawnAt < 100) return;
      drawnAt = performance.now();
      spinner.text = `${seen} ${what}`;
    },
    stop: () => spinner?.stop(),
  };
}

/** Seconds of a flag in milliseconds. */
export function milliseconds(flag: string, seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  const value = Number(seconds);
  if (!(value >= 0) || seconds.trim() === '') {
    throw new UsageError(`--${flag}: seconds are needed, got "${seconds}".`);
  }
  return value * 1000;
}
