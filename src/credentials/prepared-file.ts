import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that is about to take another's place, with its room on the disk taken already. */
export interface PreparedFile {
  /** The file beside the other one. */
  readonly part: string;
  /** Gives it its content, once, which then stays until it has taken the other's place. */
  fill(text: string): Promise<void>;
  /** Puts it in the other's place. */
  replace(): Promise<void>;
  /** Removes it, unless it was filled. */
  discard(): Promise<void>;
}

/** How many this process has prepared: several may be on their way at once. */
let prepared = 0;

/**
 * Takes room for a file before its content is known. Only its owner may read it.
 *
 * @param bytes the most that it will hold
 */
export async function prepareFile(path: string, bytes: number): Promise<PreparedFile> {
  prepared += 1;
  const part = `${path}.${process.pid}-${prepared}.part`;
  // One that a crash left behind is of a process that is gone.
  await rm(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  let empty = true;
  const discard = async () => {
    if (!empty) return;
    empty = false;
    await file.close().catch(() => {});
    await rm(part, { force: true });
  };
  try {
    // Written, not only sized: a hole in a file takes no room.
    await file.writeFile(' '.repeat(bytes));
    await file.sync();
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    part,
    discard,
    async fill(text) {
      if (!empty) return;
      await file.write(text, 0);
      await file.truncate(Buffer.byteLength(text));
      await file.sync();
      empty = false;
      await file.close();
    },
    async replace() {
      await rename(part, path);
      await syncFolder(dirname(path));
    },
  };
}

/** Makes the renaming itself last, where the system lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch {
    // Windows opens no folders.
  } finally {
    await folder?.close();
  }
}
