import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file through a second one, so that a crash leaves the old content or the new one, never
 * half of it. Only its owner may read it.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
