import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepInFile } from '../../../src/sandbox/node/state-file.ts';
import { aviary } from './kernel-fixture.ts';

it('state is written in the end though it could not be for a while, which is told once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const path = join(directory, 'state.json');
  const { controls, kernel } = aviary();
  let tries = 0;
  const state = await keepInFile(
    {
      get revision() {
        return kernel.revision;
      },
      restore: (snapshot) => kernel.restore(snapshot),
      snapshot() {
        tries += 1;
        return kernel.snapshot();
      },
    },
    path,
  );
  const warnings: string[] = [];
  const note = ({ message }: Error) => void warnings.push(message);
  process.on('warning', note);
  // Where the new content is to go first, something else stands.
  const obstacle = `${path}.${process.pid}.part`;
  await mkdir(obstacle);
  controls.hatch('wren');
  await expect.poll(() => tries).toBeGreaterThan(3);
  await rm(obstacle, { recursive: true });
  await state.close();
  process.off('warning', note);
  expect(warnings).toMatchObject([/could not be saved/]);
  expect(await readFile(path, 'utf8')).toContain('wren');
  await rm(directory, { recursive: true });
});
