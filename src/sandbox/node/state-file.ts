import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../node/write-whole.ts';
import type { Snapshot } from '../kernel/kernel.ts';

/** State that outlives the process. */
export interface StateFile {
  /** Stops watching and writes what is not yet written. */
  close(): Promise<void>;
}

interface Kept {
  readonly revision: number;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

const shortestDelayMs = 200;
/** Saving takes at most this part of the time, however large the state is. */
const share = 1 / 20;

/** Restores a sandbox from a file, if it is there, and keeps the file up to date from then on. */
export async function keepInFile(sandbox: Kept, path: string): Promise<StateFile> {
  const text = await readIfThere(path);
  if (text !== undefined) restore(sandbox, text, path);
  // Written at once, so that what can't be kept is told before there is anything to lose.
  await writeWhole(path, text ?? JSON.stringify(sandbox.snapshot())).catch((cause: unknown) => {
    throw new Error(`${path} can't be written (${codeOf(cause)}): choose another file.`, { cause });
  });
  let saved: number | undefined = sandbox.revision;
  let warned = false;
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();
  const save = () => {
    if (sandbox.revision === saved) return saving;
    saved = sandbox.revision;
    saving = saving
      .catch(() => {})
      // Only its owner may read it: tokens of the sandbox are in it.
      .then(() => writeWhole(path, JSON.stringify(sandbox.snapshot())))
      .catch((error: unknown) => {
        // Not saved after all: whoever comes next tries again.
        saved = undefined;
        throw error;
      });
    return saving;
  };
  const watch = (delayMs: number) => {
    timer = setTimeout(async () => {
      const started = performance.now();
      await save().then(
        () => {
          warned = false;
        },
        (error: unknown) => {
          if (!warned) warn(error);
          warned = true;
        },
      );
      const spent = performance.now() - started;
      if (timer) watch(Math.max(shortestDelayMs, spent / share));
    }, delayMs).unref();
  };
  watch(shortestDelayMs);
  return {
    close: () => {
      clearTimeout(timer);
      timer = undefined;
      return save();
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Error(`${path} can't be read (${codeOf(error)}).`, { cause: error });
  }
}

function restore(sandbox: Kept, text: string, path: string): void {
  try {
    sandbox.restore(JSON.parse(text) as Snapshot);
  } catch (cause) {
    throw new Error(
      `${path} holds no sandbox state of this version, and is left as it is. Choose another file, or delete it to begin anew.`,
      { cause },
    );
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function warn(error: unknown): void {
  process.emitWarning(`The sandbox's state could not be saved: ${String(error)}`);
}
