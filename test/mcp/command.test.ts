import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';
import { type ListeningSandbox, listen } from '../../src/sandbox/node.ts';
import { transportTo } from '../support/mcp/eras.ts';
import { binArgs, startOpenTrain } from '../support/mcp/opentrain-process.ts';

const sandbox = createSandbox();
let server: ListeningSandbox;
let config: string;
beforeAll(async () => {
  server = await listen(sandbox);
  config = await mkdtemp(join(tmpdir(), 'trainyard-mcp-'));
});
afterAll(async () => {
  await server.close();
  await rm(config, { recursive: true });
});

const start = (flags: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, binArgs(flags), {
    env: {
      ...env,
      PATH: process.env.PATH ?? '',
      XDG_CONFIG_HOME: config,
      OPENTRAIN_API_BASE_URL: server.url,
    },
  });

describe('trainyard mcp opentrain', () => {
  it('serves over HTTP to whoever has the token that it prints, until it is told to end', async () => {
    const process = start(['--http', '0', '--unavailable', 'show', '--read-only']);
    let said = '';
    process.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [url] = (await once(createInterface(process.stdout), 'line')) as [string];
    const settings = JSON.parse(said.slice(said.indexOf('{'))).mcpServers.opentrain;
    expect(settings).toMatchObject({ type: 'http', url });
    const bearer = settings.headers.Authorization.replace('Bearer ', '');
    const arguments_ = await readFile(`/proc/${process.pid}/cmdline`, 'utf8').catch(() => '');
    expect(arguments_).not.toContain(bearer);
    expect((await fetch(url, { method: 'POST' })).status).toBe(401);
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transportTo({ url, bearer }));
    expect((await client.listTools()).tools).toHaveLength(20);
    await client.close();
    process.kill('SIGTERM');
    expect(await once(process, 'close')).toEqual([0, null]);
    expect(said.split(bearer)).toHaveLength(2);
  });

  it.each([
    ['a token that it was given', { TRAINYARD_MCP_TOKEN: 'x'.repeat(40) }, [], 401],
    ['no token with --no-auth', {}, ['--no-auth'], 406],
  ])('asks for %s, and prints none', async (_, env, flags, status) => {
    const process = start(['--http', '0', ...flags], env);
    let said = '';
    process.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [url] = (await once(createInterface(process.stdout), 'line')) as [string];
    expect((await fetch(url, { method: 'POST' })).status).toBe(status);
    process.kill('SIGTERM');
    await once(process, 'close');
    expect(said).toBe('');
  });

  it('takes filters as flags', async () => {
    const flags = [
      '--unavailable',
      'show',
      '--toolsets',
      'auth,team',
      '--exclude',
      'opentrain_get_team',
    ];
    await using mcp = await startOpenTrain(server.url, { flags });
    expect((await mcp.client.listTools()).tools).toHaveLength(6);
  });

  it.each([
    [['--toolsets', 'jbos'], /toolsets: there is no jbos; there are auth, jobs/],
    [['--http', 'x'], /A port is a number/],
    [['--max-answer', '0'], /whole number above 0/],
    [['--no-auth'], /--no-auth goes with --http/],
    [['--http', '0'], /bearer: at least 32 characters/, { TRAINYARD_MCP_TOKEN: 'guessable' }],
  ] as [string[], RegExp, Record<string, string>?][])(
    'refuses %j with a word of what would do',
    async (flags, message, env) => {
      const process = start(flags, env);
      let said = '';
      process.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const [code] = await once(process, 'close');
      expect(code).toBeGreaterThan(0);
      expect(said).toMatch(message);
    },
  );
});

describe('a credentials file that can’t be understood', () => {
  it('is a clear error of every call, and stays as it is', async () => {
    await using mcp = await startOpenTrain(server.url);
    const folder = join(mcp.config, 'opentrain');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'cli.json'), '{"apiToken": "ot_pat_half');
    for (const name of ['auth_status', 'register_agent', 'claim_status']) {
      const result = await mcp.call(name, name === 'register_agent' ? { force: true } : {});
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content)).toMatch(/cli\.json is not JSON, and is left as it is/);
    }
    expect(await readFile(join(folder, 'cli.json'), 'utf8')).toBe('{"apiToken": "ot_pat_half');
    expect(sandbox.requests.list({ operationId: 'agent.register' })).toEqual([]);
  });

  it('does no harm when token and base URL are in the environment', async () => {
    const { token } = sandbox.opentrain.createAccount();
    await using mcp = await startOpenTrain(server.url, { token });
    await mkdir(join(mcp.config, 'opentrain'), { recursive: true });
    await writeFile(join(mcp.config, 'opentrain/cli.json'), 'not JSON');
    expect((await mcp.call('auth_status')).isError).toBeFalsy();
  });
});

it('with a token in the environment, what is registered is saved and not used', async () => {
  const { token, userId } = sandbox.opentrain.createAccount();
  await using mcp = await startOpenTrain(server.url, { token });
  const registered = await mcp.call('register_agent');
  expect(registered.isError).toBeFalsy();
  expect(JSON.stringify(registered.content)).toMatch(/OPENTRAIN_PERSONAL_API_TOKEN is set/);
  expect((await mcp.credentials()).apiToken).toMatch(/^ot_pat_/);
  const status = await mcp.call('auth_status');
  expect(status.structuredContent).toMatchObject({ actor: { userId } });
});
