import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialsFile } from '../../../src/credentials/credentials-file.ts';
import { withFileLock } from '../../../src/node/file-lock.ts';

let folder: string;
let path: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  path = join(folder, 'cli.json');
  lock = `${path}.lock`;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const saver = fileURLToPath(new URL('saver.ts', import.meta.url));
const start = async (key: string, times: number) => {
  const child = fork(saver, [path, key, `${times}`], { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return child;
};

/** A process that was, and is no more. */
async function aDeadPid(): Promise<number> {
  const child = fork(saver, [path, 'none', '0'], { execArgv: ['--import', 'tsx'] });
  child.kill('SIGKILL');
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('processes that save at once', () => {
  it('lose nothing of one another', async () => {
    await writeFile(path, '{"theirs":{"stays":true}}');
    const times = 12;
    const children = await Promise.all(['a', 'b', 'c', 'd'].map((key) => start(key, times)));
    for (const child of children) child.send('go');
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      theirs: { stays: true },
      ...{ a: `${times}`, b: `${times}`, c: `${times}`, d: `${times}` },
    });
    expect(await readdir(folder)).toEqual(['cli.json']);
  });

  it('are not held up by one that is killed in the middle', async () => {
    const [killed, other] = await Promise.all([start('a', 100_000), start('b', 20)]);
    killed.send('go');
    other.send('go');
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
    killed.kill('SIGKILL');
    expect((await once(other, 'exit'))[0]).toBe(0);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ b: '20' });
  });
});

describe('a lock', () => {
  const file = () => new CredentialsFile(path);
  const heldBy = (pid: number, host = hostname()) =>
    writeFile(lock, JSON.stringify({ pid, host, id: 'x' }));
  const old = (seconds: number) => {
    const then = Date.now() / 1000 - seconds;
    return utimes(lock, then, then);
  };

  it('of a process that is gone is none', async () => {
    await heldBy(await aDeadPid());
    await file().save({ apiToken: 'ot_pat_a_b' });
    expect(await readdir(folder)).toEqual(['cli.json']);
  });

  it.each([
    ['a process that lives', process.pid, hostname()],
    ['a process of another machine', 1, 'elsewhere'],
  ])('of %s is waited for, until it is given back', async (_, pid, host) => {
    await heldBy(pid, host);
    let saved = false;
    const saving = file()
      .save({ apiToken: 'ot_pat_a_b' })
      .then(() => {
        saved = true;
      });
    // Its room on the disk is taken: whoever does not wait is about to be done.
    await expect.poll(async () => (await readdir(folder)).length).toBe(2);
    await old(20);
    expect(saved).toBe(false);
    expect(existsSync(path)).toBe(false);
    await rm(lock);
    await saving;
    expect(await file().read()).toEqual({ apiToken: 'ot_pat_a_b' });
  });

  it('that somebody has had for half a minute is taken away', async () => {
    await heldBy(process.pid);
    await old(31);
    await file().save({ apiToken: 'ot_pat_a_b' });
    expect(await readdir(folder)).toEqual(['cli.json']);
  });

  it('that became another’s is left to them', async () => {
    await withFileLock(path, () => heldBy(1, 'elsewhere'));
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ host: 'elsewhere' });
  });

  it('is given back where the work fails', async () => {
    await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
  });

  it('holds up the deletion too, so that no save brings back what was deleted', async () => {
    await file().save({ apiToken: 'ot_pat_a_b' });
    let removed: Promise<boolean> | undefined;
    await withFileLock(path, async () => {
      removed = file().remove();
      await file().read();
      expect(existsSync(path)).toBe(true);
    });
    expect(await removed).toBe(true);
    expect(existsSync(path)).toBe(false);
  });
});
