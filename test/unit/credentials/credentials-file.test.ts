import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialsError } from '../../../src/credentials/credentials-error.ts';
import { CredentialsFile, credentialsPath } from '../../../src/credentials/credentials-file.ts';
import { rejection } from '../../support/transport.ts';

let home: string;
let file: CredentialsFile;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'credentials-'));
  file = new CredentialsFile(credentialsPath({ XDG_CONFIG_HOME: home }));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const folder = () => join(home, 'opentrain');
const holds = async (text: string) => {
  await mkdir(folder(), { recursive: true });
  await writeFile(file.path, text);
};

describe('where it is', () => {
  it('goes by XDG_CONFIG_HOME, unless that is relative', () => {
    expect(file.path).toBe(join(home, 'opentrain/cli.json'));
    expect(credentialsPath({ XDG_CONFIG_HOME: 'here' })).toBe(credentialsPath({}));
    expect(credentialsPath({})).toMatch(/\.config[/\\]opentrain[/\\]cli\.json$/);
  });
});

describe('saving', () => {
  it('makes folder and file for their owner alone, and leaves nothing beside it', async () => {
    await file.save({ apiToken: 'ot_pat_a_b', claimToken: 'ot_clm_c' });
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder())).mode & 0o777).toBe(0o700);
    expect(await readdir(folder())).toEqual(['cli.json']);
    expect(await file.read()).toEqual({ apiToken: 'ot_pat_a_b', claimToken: 'ot_clm_c' });
  });

  it('narrows the mode of a file that others could read', async () => {
    await holds('{"apiToken":"ot_pat_a_b"}');
    await file.save({ baseUrl: 'https://example.com' });
    expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  });

  it('changes what it is told to and keeps all else, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc
            .string({ minLength: 1 })
            .filter((key) => !/^(apiToken|baseUrl|claimToken|__proto__)$/.test(key)),
          fc.jsonValue({ noUnicodeString: false }),
        ),
        fc.string(),
        async (others, token) => {
          const before = JSON.stringify({ ...others, claimToken: 'ot_clm_c' });
          await holds(before);
          await file.save({ apiToken: token, claimToken: undefined });
          const { claimToken: _, ...rest } = JSON.parse(before);
          expect(JSON.parse(await readFile(file.path, 'utf8'))).toEqual({
            ...rest,
            apiToken: token,
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps a link to the file where it really is', async () => {
    const real = join(home, 'elsewhere.json');
    await writeFile(real, '{}');
    await mkdir(folder());
    await symlink(real, file.path);
    await file.save({ apiToken: 'ot_pat_a_b' });
    expect((await lstat(file.path)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(await readFile(real, 'utf8'))).toEqual({ apiToken: 'ot_pat_a_b' });
  });

  it('keeps what another process saved since it was prepared', async () => {
    const prepared = await file.prepare();
    await holds('{"baseUrl":"https://example.com","more":1}');
    await prepared.save({ apiToken: 'ot_pat_a_b' });
    expect(JSON.parse(await readFile(file.path, 'utf8'))).toEqual({
      apiToken: 'ot_pat_a_b',
      baseUrl: 'https://example.com',
      more: 1,
    });
  });
});

describe('preparing', () => {
  it('gives each its own room, also to two of one process', async () => {
    const [first, second, third] = [
      await file.prepare(),
      await file.prepare(),
      await file.prepare(),
    ];
    await second.discard();
    await first.save({ apiToken: 'ot_pat_first_1' });
    expect(await file.read()).toEqual({ apiToken: 'ot_pat_first_1' });
    await third.save({ apiToken: 'ot_pat_third_3' });
    expect(await file.read()).toEqual({ apiToken: 'ot_pat_third_3' });
    expect(await readdir(folder())).toEqual(['cli.json']);
  });

  it('takes room on the disk and gives it back', async () => {
    const prepared = await file.prepare();
    const [part] = await readdir(folder());
    const { blocks, mode } = await stat(join(folder(), part ?? ''));
    expect(blocks * 512).toBeGreaterThanOrEqual(16_384);
    expect(mode & 0o777).toBe(0o600);
    await prepared.discard();
    expect(await readdir(folder())).toEqual([]);
  });

  it('fails before anything is done when the place can’t be written', async () => {
    await writeFile(folder(), 'a file where the folder should be');
    const error = (await rejection(file.prepare())) as Error;
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toMatch(
      /cli\.json can't be written \((EEXIST|ENOTDIR)\): nothing was sent/,
    );
  });

  it('leaves the text where the error says when the file can’t be replaced', async () => {
    const prepared = await file.prepare();
    await mkdir(file.path);
    const error = (await rejection(prepared.save({ apiToken: 'ot_pat_a_kept' }))) as Error;
    const [, part] = /is in (.+): move it there/.exec(error.message) ?? [];
    expect(error.message).not.toContain('ot_pat_a_kept');
    expect(JSON.parse(await readFile(part ?? '', 'utf8'))).toEqual({ apiToken: 'ot_pat_a_kept' });
    await prepared.discard();
    expect(await readdir(folder())).toHaveLength(2);
  });

  it('does not replace what broke meanwhile', async () => {
    const prepared = await file.prepare();
    await holds('{"apiToken":');
    const error = (await rejection(prepared.save({ apiToken: 'ot_pat_a_kept' }))) as Error;
    expect(error.message).toMatch(/could not be replaced .*: move it there/);
    expect(await readFile(file.path, 'utf8')).toBe('{"apiToken":');
  });
});

describe('a file that is no credentials', () => {
  it.each([
    ['', 'is not JSON'],
    ['{"apiToken":"ot_pat_a_S3cret', 'is not JSON'],
    ['["ot_pat_a_S3cret"]', 'is not a JSON object'],
    ['{"apiToken":["ot_pat_a_S3cret"]}', 'has a apiToken that is no text'],
  ])('%s', async (text, problem) => {
    await holds(text);
    for (const use of [
      () => file.read(),
      () => file.save({ apiToken: 'new' }),
      () => file.prepare(),
    ]) {
      const error = (await rejection(use())) as Error;
      expect(error).toBeInstanceOf(CredentialsError);
      expect(error.message).toContain(problem);
      expect(error.message).not.toContain('S3cret');
    }
    expect(await readFile(file.path, 'utf8')).toBe(text);
    expect(await readdir(folder())).toEqual(['cli.json']);
  });

  it('can be removed all the same', async () => {
    await holds('{');
    expect(await file.remove()).toBe(true);
    expect(await file.remove()).toBe(false);
  });
});
