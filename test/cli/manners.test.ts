import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { bin, environment, run, runShared } from './support/bin.ts';
import { leaves, moduleNames } from './support/leaves.ts';
import { createWorld } from './support/world.ts';

describe('every command', () => {
  it.each(moduleNames)('of %s says what it is for', async (name) => {
    for (const { words, command } of await leaves(name)) {
      expect(command.description() || command.summary(), words).not.toBe('');
      // Those of mcp are started by programs, and say how in the guide.
      if (name === 'mcp') continue;
      let help = '';
      command.configureOutput({
        writeOut: (text) => {
          help += text;
        },
      });
      command.outputHelp();
      expect(help, words).toMatch(/\nExamples:\n {2}\$ /);
    }
  });
});

describe('output', () => {
  it('has no colour in a pipe, nor where NO_COLOR is set', async () => {
    await using world = await createWorld();
    const piped = await run(['opentrain', 'jobs', 'list'], world.env);
    expect(piped.stdout).not.toContain('\u001b');
    const forced = await run(['opentrain', 'jobs', 'list'], { ...world.env, FORCE_COLOR: '1' });
    expect(forced.stdout).toContain('\u001b[');
    const both = await run(['opentrain', 'jobs', 'list'], {
      ...world.env,
      FORCE_COLOR: '1',
      NO_COLOR: '1',
    });
    expect(both.stdout).not.toContain('\u001b');
  });

  it('completes commands, flags and values in three shells', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = await run(['completion', shell]);
      expect(script, script.stderr).toMatchObject({ code: 0, stderr: '' });
      expect(script.stdout).toContain('trainyard');
    }
    const words = await run(['complete', '--', 'opentrain', 'jobs', '']);
    expect(words.stdout).toContain('publish');
    expect((await run(['completion', 'powersh'])).code).not.toBe(0);
  });

  it('masks the key in a dry run, in both forms', async () => {
    const env = { OT_API_TOKEN: 'ot_pat_pub_S3cret' };
    const text = await run(['opentrain', 'jobs', 'publish', 'job_1', '--dry-run'], env);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^POST \/api\/public\/v1\/jobs\/job_1\/publish HTTP\/1\.1\n/);
    const json = await run(['opentrain', 'jobs', 'publish', 'job_1', '--dry-run', '--json'], env);
    expect(JSON.parse(json.stdout).headers.authorization).toBe('Bearer ot_pat_***');
    expect(text.stdout + json.stdout).not.toContain('S3cret');
  });

  it('tells programs of wrong usage as JSON too', async () => {
    const failed = await run(['opentrain', 'jobs', 'list', '--nonsense', '--json']);
    expect(failed.code).toBe(2);
    expect(failed.stderr).toMatch(/^Usage error: /);
    expect(JSON.parse(failed.stdout)).toEqual({
      error: "unknown option '--nonsense'",
      next: 'trainyard opentrain jobs list --help',
    });
  });

  it('answers the vendor’s words for the version and for help', async () => {
    const versions = [
      ['--version'],
      ['version'],
      ['opentrain', '--version'],
      ['opentrain', 'version'],
    ];
    const said = await Promise.all(versions.map((args) => run(args)));
    expect(new Set(said.map(({ stdout }) => stdout))).toEqual(new Set([`${version}\n`]));
    expect(said.every(({ code }) => code === 0)).toBe(true);
    const helps = await Promise.all(
      [['opentrain'], ['opentrain', 'help'], ['help', 'opentrain']].map((args) => run(args)),
    );
    for (const help of helps) {
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain('proposals');
    }
    expect((await run(['opentrain', 'version', 'now'])).code).toBe(2);
  });

  it('names what to do about a key that was refused, and a sandbox that is not there', async () => {
    await using world = await createWorld();
    const wrong = { ...world.env, OT_API_TOKEN: 'ot_pat_nobody_0', TRAINAR_API_KEY: 'tak_nobody' };
    const opentrain = await runShared(['opentrain', 'jobs', 'list'], wrong);
    expect(opentrain.stderr).toContain('Next: set OT_API_TOKEN to a valid token, or unset it');
    const trainar = await runShared(['trainar', 'tasks', 'list'], wrong);
    expect(trainar.stderr).toContain('Next: set TRAINAR_API_KEY to a valid key of the tenant');
    const unset = await runShared(['opentrain', 'jobs', 'list'], { OT_API_BASE_URL: world.url });
    expect(unset).toMatchObject({ code: 4 });
    expect(unset.stderr).toContain('Next: trainyard opentrain auth login, or');
    for (const host of ['127.0.0.1', 'localhost']) {
      const away = { ...world.env, OT_API_BASE_URL: `http://${host}:9999` };
      const refused = await runShared(['opentrain', 'jobs', 'list', '--json'], away);
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.stdout).next).toBe('trainyard sandbox --port 9999');
    }
  });

  it('leads from a thing that is not there to the list of those that are', async () => {
    await using world = await createWorld();
    const list = async (...args: string[]) => (await runShared(args, world.env)).stderr;
    expect(await list('opentrain', 'jobs', 'get', 'job_no')).toMatch(
      /Next: .* opentrain jobs list\n/,
    );
    expect(await list('opentrain', 'proposals', 'list', 'job_no')).toMatch(
      /Next: .* proposals --help/,
    );
  });

  it('says of a write that failed whether it may have happened, and of a read not', async () => {
    await using world = await createWorld();
    const fail = async (operationId: string, args: string[], fault: object) => {
      world.sandbox.faults.inject({ operationId, times: 'always', ...fault });
      const text = await runShared(['opentrain', ...args], world.env);
      const json = await runShared(['opentrain', ...args, '--json'], world.env);
      world.sandbox.faults.clear();
      return { text: text.stderr, json: JSON.parse(json.stdout) as Record<string, unknown> };
    };
    const send = ['messages', 'send', 'cnv_1', '--content', 'Hello'];
    const sent = await fail('messages.send', send, { drop: 'response' });
    const look = 'trainyard opentrain messages read, to see whether it did';
    expect(sent.text).toContain(`\nIt may have happened all the same.\nNext: ${look}\n`);
    expect(sent.json).toMatchObject({ mayHaveHappened: true, next: look });
    const again = await fail('jobs.close', ['jobs', 'close', 'job_1'], { status: 503 });
    expect(again.json).toMatchObject({ mayHaveHappened: true });
    expect(again.text).toContain('Next: the same again, which does no harm');
    const refused = await fail('messages.send', send, { status: 403 });
    expect(refused.json).toMatchObject({ mayHaveHappened: false });
    expect(refused.text).not.toContain('may have happened');
    const read = await fail('jobs.listMine', ['jobs', 'list'], { status: 503 });
    expect(read.json).not.toHaveProperty('mayHaveHappened');
    expect(read.text).not.toContain('may have happened');
  });

  it('shows what sessions would be asked for', async () => {
    const env = { TRAINAR_API_KEY: 'tak_S3cret', TRAINAR_BASE_URL: 'http://127.0.0.1:9/v1' };
    const dry = await run(['trainar', 'sessions', 'list', '--limit', '5', '--dry-run'], env);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/^GET \/sse HTTP\/1\.1\n/);
    expect(dry.stderr).toContain('tools/call list_sessions {"limit":5}');
    expect(dry.stdout + dry.stderr).not.toContain('S3cret');
  });

  it.each([
    [['opentrain', 'jobs', 'publich'], /unknown command 'publich'\n\(Did you mean publish\?\)/],
    [['opentrain', 'jobs', 'list', '--limit', '0'], /--limit: a whole number from 1 up to 100/],
    [['opentrain', 'jobs', 'list', '--nonsense'], /unknown option '--nonsense'/],
    [['opentrain', 'jobs', 'list', '--jq', '.['], /--jq: /],
    [['opentrain', 'jobs', 'update', 'job_1'], /Nothing to change/],
    [['nonsense'], /unknown command 'nonsense'\nNext: trainyard --help/],
    [
      ['opentrain', 'jobs', 'view', 'job_1'],
      /Did you mean get\?\)\nNext: trainyard opentrain jobs --h/,
    ],
    [['opentrain', 'login'], /\(Did you mean auth login\?\)/],
    [['opentrain', 'jobs', 'create'], /\(Did you mean draft create\?\)/],
    [['opentrain', 'jobs', 'list', '-o', 'json'], /unknown option '-o'\n\(Did you mean --json\?\)/],
    [['opentrain', 'jobs', 'list', '--output=json'], /\(Did you mean --json\?\)/],
    [['sandbox', 'confrim', 'apr_1'], /unknown command 'confrim'\n\(Did you mean confirm\?\)/],
    [['opentrain', 'jobs', 'get', ''], /--job-id is empty/],
    [['opentrain', 'whoami', '--base-url', 'x'], /http or https URL.*\nNext: .* whoami --help/],
  ])('%j is wrong usage', async (args, message) => {
    const failed = await run(args, { OT_API_TOKEN: 'ot_pat_a_b' });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/^Usage error: /);
    expect(failed.stderr).toMatch(message);
  });
});

describe('what is unlucky', () => {
  const token = { OT_API_TOKEN: 'ot_pat_a_b' };
  const update = ['opentrain', 'jobs', 'update', 'job_1', '--input'];

  it.each<[string, string[], string, RegExp]>([
    ['a file without end', [...update, '/dev/zero'], '', /\/dev\/zero is larger than 16 MiB/],
    [
      'stdin without end',
      [...update, '-'],
      'x'.repeat(17 * 2 ** 20),
      /stdin is larger than 16 MiB/,
    ],
    ['stdin with nothing in it', [...update, '-'], '', /stdin holds no JSON object/],
    [
      'no claim token',
      ['opentrain', 'auth', 'claim-status', '--claim-token', '-'],
      '',
      /nothing came/,
    ],
    ['no secret', ['opentrain', 'auth', 'login'], ' \n', /nothing came from stdin/],
  ])('is wrong usage: %s', async (_, args, stdin, message) => {
    const failed = await run(args, token, stdin);
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(message);
  });

  it('names the flag for a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const lines = [
      ['sandbox', '--port', `${port}`],
      ['mcp', 'opentrain', '--http', `${port}`],
      ['webhooks', 'listen', '--forward-to', 'http://127.0.0.1:1/', '--port', `${port}`],
    ];
    const secret = { TRAINYARD_WEBHOOK_SECRET: 'whsec_local' };
    for (const line of lines) {
      const failed = await run(line, { ...token, ...secret });
      expect(failed.code, failed.stderr).toBe(2);
      expect(failed.stderr).toMatch(/port \d+ is taken: pass another --(port|http), or 0 for any/);
    }
    server.close();
  });
});

/** A marketplace of a hundred thousand jobs, a hundred a page. */
function market(total: number) {
  const server = createServer((request, response) => {
    const from = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('cursor'));
    const jobs = Array.from({ length: 100 }, (_, index) => ({
      id: `job_${from + index}`,
      title: 'x'.repeat(400),
    }));
    const next = from + 100 < total ? String(from + 100) : null;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ jobs, nextCursor: next }));
  });
  return new Promise<{ url: string; close(): void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({ url, close: () => server.close() });
    });
  });
}

describe('long walks', () => {
  it('walks 100,000 items in little memory', async () => {
    const { url, close } = await market(100_000);
    // Fifty megabytes of items pass through a heap that could not hold them.
    const env = { OT_API_BASE_URL: url, NODE_OPTIONS: '--max-old-space-size=48' };
    const walked = await run(['opentrain', 'jobs', 'search', '--all'], env);
    close();
    expect(walked, walked.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(walked.stdout.split('\n')).toHaveLength(100_001);
    expect(walked.stdout.length).toBeGreaterThan(40_000_000);
  });

  it('ends quietly when nobody reads on', async () => {
    const { url, close } = await market(100_000);
    const child = spawn(
      'bash',
      ['-c', `set -o pipefail; node ${bin()} opentrain jobs search --all | head -1`],
      {
        env: environment({ OT_API_BASE_URL: url }),
      },
    );
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ id: 'job_0' });
  });

  it.runIf(existsSync('/dev/full'))('says that a disk is full', async () => {
    await using world = await createWorld();
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin(), 'opentrain', 'jobs', 'list'], {
      env: environment(world.env),
      stdio: ['ignore', full, 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    closeSync(full);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "Error: the output can't be written (ENOSPC).\n",
    });
  });

  it('ends at once on Ctrl-C, and a sandbox with its state saved', async () => {
    await using world = await createWorld();
    const child = spawn(process.execPath, [bin(), 'opentrain', 'updates', 'follow', '--json'], {
      env: environment(world.env),
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    expect(signal).toBe('SIGINT');
  });
});
