import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { credentialsPath } from '../../../credentials/credentials-file.ts';
import { writeWhole } from '../../../node/write-whole.ts';

/**
 * The secret that events are signed with on this machine: `TRAINYARD_WEBHOOK_SECRET`, else one that is made
 * once and stays the same, so that a receiver is configured once.
 */
export async function localSecret(): Promise<string> {
  const given = process.env.TRAINYARD_WEBHOOK_SECRET;
  if (given) return given;
  const path = join(dirname(credentialsPath()), '..', 'trainyard', 'webhook-secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  const made = `whsec_${randomBytes(24).toString('hex')}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, `${made}\n`);
  return made;
}
