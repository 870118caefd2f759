import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { localSecret } from '../../../src/cli/commands/webhooks/secret.ts';

it('is the same for all that ask for it first, at once', async () => {
  const home = await mkdtemp(join(tmpdir(), 'secret-'));
  vi.stubEnv('XDG_CONFIG_HOME', home);
  vi.stubEnv('TRAINYARD_WEBHOOK_SECRET', '');
  const secrets = await Promise.all(Array.from({ length: 6 }, () => localSecret()));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^whsec_[0-9a-f]{48}$/);
  expect(await readFile(join(home, 'trainyard/webhook-secret'), 'utf8')).toBe(`${secrets[0]}\n`);
  expect(await localSecret()).toBe(secrets[0]);
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});
