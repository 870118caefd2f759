import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { credentialsPath } from '../../../credentials/credentials-file.ts';
import { withFileLock } from '../../../node/file-lock.ts';
import { writeWhole } from '../../../node/write-whole.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';

/** The secret that was set for this run. */
export const givenSecret = () => process.env.TRAINYARD_WEBHOOK_SECRET;

/** Prints it, for whoever configures a receiver. */
export async function printSecret(flags: CommonFlags): Promise<void> {
  const output = await Output.of(flags);
  const secret = await localSecret();
  await output.answer({ secret }, () => secret);
}

/**
 * The secret that events are signed with on this machine: `TRAINYARD_WEBHOOK_SECRET`, else one that is made
 * once and stays the same, so that a receiver is configured once.
 */
export async function localSecret(): Promise<string> {
  const given = givenSecret();
  if (given) return given;
  const path = join(dirname(credentialsPath()), '..', 'trainyard', 'webhook-secret');
  const kept = await readSecret(path);
  if (kept !== '') return kept;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return withFileLock(path, async () => {
    // Two commands that begin at once must sign with the same.
    const made = (await readSecret(path)) || `whsec_${randomBytes(24).toString('hex')}`;
    await writeWhole(path, `${made}\n`);
    return made;
  });
}

async function readSecret(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim();
}
