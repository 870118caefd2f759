import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialsFile } from '../../../src/credentials/credentials-file.ts';
import { cliSettings, mcpSettings } from '../../../src/credentials/settings.ts';

let home: string;
let file: CredentialsFile;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'settings-'));
  file = new CredentialsFile(join(home, 'cli.json'));
  await file.save({ apiToken: 'from-file', baseUrl: 'https://file.example' });
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('the command line', () => {
  it.each([
    [{}, 'from-file'],
    [{ OPENTRAIN_API_TOKEN: 'second' }, 'second'],
    [{ OT_API_TOKEN: 'first', OPENTRAIN_API_TOKEN: 'second' }, 'first'],
    [{ OT_API_TOKEN: '', OPENTRAIN_API_TOKEN: 'second' }, 'second'],
    [{ OPENTRAIN_PERSONAL_API_TOKEN: 'of the MCP server' }, 'from-file'],
  ])('takes its token from %o', async (env, token) => {
    expect(await cliSettings({}, env, file)).toMatchObject({ token });
  });

  it.each([
    [undefined, {}, 'https://file.example'],
    [undefined, { OPENTRAIN_API_BASE_URL: 'https://two.example' }, 'https://two.example'],
    [
      undefined,
      { OT_API_BASE_URL: 'https://one.example', OPENTRAIN_API_BASE_URL: 'https://two.example' },
      'https://one.example',
    ],
    ['https://flag.example', { OT_API_BASE_URL: 'https://one.example' }, 'https://flag.example'],
  ])('takes its origin from %s and %o', async (baseUrl, env, expected) => {
    expect(await cliSettings({ baseUrl }, env, file)).toMatchObject({ baseUrl: expected });
  });

  it('says where each came from', async () => {
    expect(await cliSettings({}, { OT_API_TOKEN: 'x' }, file)).toMatchObject({
      tokenFrom: 'OT_API_TOKEN',
      baseUrlFrom: file.path,
    });
  });

  it('does without a token, and falls back to the platform itself', async () => {
    await file.remove();
    expect(await cliSettings({}, {}, file)).toEqual({
      token: undefined,
      tokenFrom: undefined,
      baseUrl: 'https://app.opentrain.ai',
      baseUrlFrom: 'default',
    });
  });

  it('asks the file only when it has to', async () => {
    await writeFile(file.path, 'broken');
    const env = { OT_API_TOKEN: 'x', OT_API_BASE_URL: 'https://one.example' };
    expect(await cliSettings({}, env, file)).toMatchObject({ token: 'x' });
    await expect(cliSettings({}, { OT_API_TOKEN: 'x' }, file)).rejects.toThrow('is not JSON');
  });
});

describe('the MCP server', () => {
  it.each([
    [{}, 'from-file', 'https://file.example'],
    [{ OPENTRAIN_PERSONAL_API_TOKEN: 'env' }, 'env', 'https://file.example'],
    [{ OT_API_TOKEN: 'of the command line' }, 'from-file', 'https://file.example'],
    [{ OPENTRAIN_API_BASE_URL: 'https://two.example' }, 'from-file', 'https://two.example'],
    [{ OT_API_BASE_URL: 'https://one.example' }, 'from-file', 'https://file.example'],
  ])('reads its own variables: %o', async (env, token, baseUrl) => {
    expect(await mcpSettings(env, file)).toMatchObject({ token, baseUrl });
  });
});
