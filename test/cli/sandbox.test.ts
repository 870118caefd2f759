import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deeds } from '../../src/cli/commands/sandbox/deeds.ts';
import { type Running, run, runShared, start } from './support/bin.ts';
import { type CliWorld, createWorld } from './support/world.ts';

/** Nobody listens there. */
const nowhere = ['--url', 'http://127.0.0.1:9'];

describe('what people do in it', () => {
  let world: CliWorld;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  /** What each command is called with, and what is then so in the sandbox. */
  const lines: Record<
    string,
    { args(): Promise<string[]> | string[]; holds(answer: string): void }
  > = {
    confirm: {
      args: async () => [await pending(), '--source', 'credits'],
      holds: (answer) => expect(answer).toContain('confirmed'),
    },
    decline: {
      args: async () => [await pending()],
      holds: (answer) => expect(answer).toContain('declined'),
    },
    claim: {
      args: () => [
        ...['--account', world.sandbox.opentrain.createAccount({ claimed: false }).accountId],
        ...['--email', 'ada@meadow.example'],
      ],
      holds: (answer) => expect(answer).toContain('ada@meadow.example'),
    },
    'add-card': { args: () => [id('accountId')], holds: () => {} },
    apply: {
      args: () => [id('jobId'), '--bid', '0.05', '--score', '91'],
      holds: (answer) => expect(answer).toContain('0.05'),
    },
    reply: {
      args: () => [id('conversationId'), 'Tuesday is fine.'],
      holds: () => expect(JSON.stringify(world.sandbox.snapshot())).toContain('Tuesday is fine.'),
    },
    'complete-top-up': {
      args: () => [id('topUpId')],
      holds: () => expect(JSON.stringify(world.sandbox.snapshot())).toContain('completed'),
    },
    'start-session': {
      args: () => [id('tenantId')],
      holds: (answer) => expect(answer).toContain('id'),
    },
    'complete-session': {
      args: () => [
        world.sandbox.trainar.startSession({ tenantId: id('tenantId') }).id,
        ...['--summary', 'Valve 7 was closed.'],
      ],
      holds: () =>
        expect(JSON.stringify(world.sandbox.snapshot())).toContain('Valve 7 was closed.'),
    },
    advance: {
      args: () => ['72h'],
      holds: () => expect(world.sandbox.clock.now()).toBe(before + 72 * 3_600_000),
    },
    fault: {
      args: () => [
        ...['--operation', 'jobs.search', '--status', '503'],
        ...['--latency-ms', '5', '--times', '2'],
      ],
      holds: () => expect(JSON.stringify(world.sandbox.snapshot())).toContain('503'),
    },
    'clear-faults': {
      args: () => {
        world.sandbox.faults.inject({ status: 500 });
        return [];
      },
      holds: () => expect(world.sandbox.faults.list()).toEqual([]),
    },
    state: { args: () => [], holds: (answer) => expect(answer).toContain('opentrain.jobs') },
    requests: {
      args: () => pending().then(() => []),
      holds: (answer) => expect(answer).toContain('milestones.fund'),
    },
    deliveries: { args: () => [], holds: (answer) => expect(answer).toContain('dlv_') },
    control: {
      args: () => ['opentrain/setCard', id('accountId'), 'false'],
      holds: () => {},
    },
  };
  const id = (name: string) => String(world.values[name] ?? world.keys.ids[name]);
  let before = 0;

  /** Something for a human to decide. */
  async function pending(): Promise<string> {
    const path = `/api/public/v1/milestones/${id('milestoneId')}/fund`;
    const headers = { authorization: `Bearer ${world.keys.token}` };
    const answer = await fetch(`${world.url}${path}`, { method: 'POST', headers });
    return ((await answer.json()) as { approval: { id: string } }).approval.id;
  }

  it.each(deeds)('sandbox $name does it, says so, and says when it can’t', async (deed) => {
    const line = lines[deed.name];
    if (!line) throw new Error(`Nothing tests trainyard sandbox ${deed.name}.`);
    const state = world.sandbox.snapshot();
    for (const json of [false, true]) {
      world.sandbox.restore(state);
      before = world.sandbox.clock.now();
      const args = ['sandbox', deed.name, ...(await line.args())];
      const done = json
        ? await runShared([...args, '--json'], world.env)
        : await run(args, world.env);
      expect(done, done.stderr).toMatchObject({ code: 0, stderr: '' });
      expect(done.stdout.trim()).not.toBe('');
      line.holds(done.stdout);
      if (json) JSON.parse(done.stdout);
      else expect(() => JSON.parse(done.stdout)).toThrow();

      const away = await runShared([...args, ...nowhere, ...(json ? ['--json'] : [])], world.env);
      expect(away.code).toBe(1);
      expect(away.stderr).toMatch(
        /^Error: no sandbox answers at .*start one with trainyard sandbox/,
      );
      if (json) expect(JSON.parse(away.stdout)).toMatchObject({ error: expect.any(String) });
    }
    world.sandbox.restore(state);
  });

  it.each([
    [['confirm', 'apr_nobody'], /No such approval/],
    [['apply', 'job_nobody'], /job_nobody/],
    [['advance', 'soon'], /soon/],
    [['control', 'opentrain/noSuch'], /noSuch/],
  ])('%j is told to be wrong by the sandbox itself', async (args, message) => {
    const failed = await runShared(['sandbox', ...args], world.env);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toMatch(message);
  });
});

it.each([
  [['apply', 'job_1', '--count', 'many'], /--count/],
  [['fault', '--status', '99'], /--status/],
  [['fault', '--times', '0'], /--times/],
  [['fault', '--drop', 'later'], /--drop/],
])('%j is wrong usage', async (args, message) => {
  const failed = await runShared(['sandbox', ...args]);
  expect(failed).toMatchObject({ code: 2, stdout: '' });
  expect(failed.stderr).toMatch(message);
});

describe('a sandbox as a process', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'trainyard-sandbox-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  async function started(...args: string[]): Promise<Running & { keys: Record<string, string> }> {
    const running = start(['sandbox', '--port', '0', '--json', ...args], { HOME: home });
    const text = await running.says('stdout', /\n}\n$/);
    return { ...running, keys: JSON.parse(text) as Record<string, string> };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'keeps its state from run to run, ended by %s',
    async (signal) => {
      const file = join(home, `${signal}.json`);
      const first = await started('--file', file);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const task = ['trainar', 'tasks', 'create', '--title', `Oil the hinges (${signal})`];
      const env = ({ url, apiKey }: Record<string, string>) => ({
        TRAINAR_BASE_URL: `${url}/v1`,
        TRAINAR_API_KEY: String(apiKey),
      });
      expect((await runShared(task, env(first.keys))).code).toBe(0);
      // At once: what was made a moment ago is in the file too.
      first.child.kill(signal);
      expect(await first.ended).toMatchObject({ code: 0, stderr: `Its state is in ${file}.\n` });

      const second = await started('--file', file);
      expect(second.keys).toMatchObject({ kept: true, apiKey: first.keys.apiKey });
      const tasks = await runShared(['trainar', 'tasks', 'list'], env(second.keys));
      expect(tasks.stdout).toContain(`Oil the hinges (${signal})`);
      second.child.kill(signal);
      expect((await second.ended).code).toBe(0);
    },
  );

  it.each([
    ['no JSON', 'half a sta'],
    ['no state', '{"version":1}'],
    ['a state of another version', '{"version":99}'],
  ])('leaves a file with %s as it is', async (_, content) => {
    const file = join(home, 'broken.json');
    await writeFile(file, content);
    for (const json of [[], ['--json']]) {
      const failed = await run(['sandbox', '--port', '0', '--file', file, ...json]);
      expect(failed.code).toBe(1);
      expect(failed.stderr).toBe(
        `Error: ${file} holds no sandbox state of this version, and is left as it is. Choose another file, or delete it to begin anew.\n`,
      );
    }
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it.each([
    [['--file', '/nonexistent/state.json'], 1, /can't be written \(ENOENT\)/],
    [['--file', tmpdir()], 1, /can't be read \(EISDIR\)/],
    [['--port', '99999'], 2, /--port/],
    [['--time', 'later'], 2, /real, virtual, auto/],
  ])('%j is told before it starts', async (args, code, message) => {
    const failed = await run(['sandbox', '--port', '0', ...args]);
    expect(failed).toMatchObject({ code, stdout: '' });
    expect(failed.stderr).toMatch(message);
  });

  it('says which port is taken, and opens its pages with the program that is asked for', async () => {
    const browser = join(home, 'browser');
    await writeFile(browser, `#!/bin/sh\necho "$1" > '${home}/opened'\n`);
    await chmod(browser, 0o755);
    const running = start(['sandbox', '--port', '0', '--empty', '--open'], { BROWSER: browser });
    const said = await running.says('stdout', /export OT_API_BASE_URL=.*\n/);
    const [url = ''] = /http:\S+/.exec(said) ?? [];
    expect(said).not.toContain('OT_API_TOKEN');
    await expect
      .poll(() => readFile(join(home, 'opened'), 'utf8').catch(() => ''))
      .toBe(`${url}/_sandbox/\n`);
    const taken = await run(['sandbox', '--port', new URL(url).port]);
    expect(taken).toMatchObject({ code: 2, stdout: '' });
    expect(taken.stderr).toContain('is taken');
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });
});
