import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, runShared } from './support/bin.ts';
import { type CliWorld, createWorld } from './support/world.ts';

/** What a command that is written by hand is called with. */
interface Line {
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  readonly stdin?: string;
}

let world: CliWorld;
let home: string;
let receiver: Server;
const files: Record<string, string> = {};

beforeAll(async () => {
  world = await createWorld();
  world.sandbox.opentrain.completeTopUp(value('topUpId'));
  home = await mkdtemp(join(tmpdir(), 'trainyard-forms-'));
  receiver = createServer((request, response) =>
    response.writeHead(request.url === '/no' ? 500 : 204).end(),
  );
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const contents = {
    job: 'Label 2,000 cat photos of 5 cents each, in English.',
    answers: '{}',
    usage: `workDate,totalSeconds\n${world.sandbox.clock.iso().slice(0, 10)},60\n`,
  };
  for (const [name, content] of Object.entries(contents)) {
    files[name] = join(home, name);
    await writeFile(join(home, name), content);
  }
});
afterAll(async () => {
  receiver.close();
  await world[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const value = (name: string) => String(world.values[name] ?? world.keys.ids[name]);
const file = (name: string) => files[name] ?? '';
const url = (path = '/') => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
/** Nobody listens there. */
const away = { OT_API_BASE_URL: 'http://127.0.0.1:9', TRAINAR_BASE_URL: 'http://127.0.0.1:9/v1' };

/** A folder of its own for what a command keeps. */
async function emptyHome(): Promise<Record<string, string>> {
  return { XDG_CONFIG_HOME: await mkdtemp(join(home, 'config-')) };
}

async function registered(): Promise<Record<string, string>> {
  const env = await emptyHome();
  await runShared(['opentrain', 'auth', 'register'], { ...world.env, ...env });
  return env;
}

/** A log with one delivery in it, of now. */
async function delivered(): Promise<{ log: string; env: Record<string, string> }> {
  const env = { TRAINYARD_WEBHOOK_SECRET: 'whsec_local' };
  const { signWebhook } = await import('../../src/webhooks/sign-webhook.ts');
  const { webhookFixture } = await import('../../src/webhooks/fixtures/webhook-fixture.ts');
  const event = webhookFixture('opentrain', 'proposal.received');
  const signed = await signWebhook({ platform: 'opentrain', event, secret: 'whsec_local' });
  const log = join(home, 'log.jsonl');
  await writeFile(log, `${JSON.stringify(signed)}\n`);
  return { log, env };
}

const lines: Record<string, { good(): Promise<Line> | Line; bad(): Promise<Line> | Line }> = {
  'opentrain auth register': {
    good: async () => ({ args: [], env: await emptyHome() }),
    bad: async () => ({ args: [], env: { ...away, ...(await emptyHome()) } }),
  },
  'opentrain auth claim': {
    good: async () => ({ args: ['--email', 'ada@meadow.example'], env: await registered() }),
    bad: async () => ({ args: ['--email', 'ada@meadow.example'], env: await emptyHome() }),
  },
  'opentrain auth claim-status': {
    good: async () => ({ args: [], env: await registered() }),
    bad: async () => ({ args: ['--wait', '--timeout', '0'], env: await registered() }),
  },
  'opentrain auth login': {
    good: async () => ({ args: [], stdin: world.keys.token, env: await emptyHome() }),
    bad: async () => ({ args: [], stdin: 'ot_pat_nobody_0', env: await emptyHome() }),
  },
  'opentrain auth logout': {
    good: async () => ({ args: [], env: await registered() }),
    bad: async () => {
      const env = await emptyHome();
      await mkdir(join(String(env.XDG_CONFIG_HOME), 'opentrain/cli.json'), { recursive: true });
      return { args: [], env };
    },
  },
  'opentrain auth revoke': {
    good: () => ({ args: [], stdin: 'ot_pat_nobody_0' }),
    bad: () => ({ args: [], stdin: '' }),
  },
  'opentrain jobs draft create': {
    good: () => ({ args: ['--description-file', file('job')] }),
    bad: () => ({ args: ['--description-file', join(home, 'no-such-file')] }),
  },
  'opentrain jobs draft complete': {
    good: () => ({ args: [value('readyId'), '--answers', file('answers')] }),
    bad: () => ({ args: [value('draftId'), '--answers', file('answers')] }),
  },
  'opentrain approvals wait': {
    good: () => ({ args: [value('approvalId')] }),
    bad: () => ({ args: ['apr_nobody'] }),
  },
  'opentrain updates follow': {
    good: () => ({ args: ['--timeout', '1'] }),
    bad: () => ({ args: ['--timeout', 'soon'] }),
  },
  'opentrain version': { good: () => ({ args: [] }), bad: () => ({ args: ['now'] }) },
  'platform contracts report-usage': {
    good: () => ({ args: [value('contractId'), '--csv', file('usage')] }),
    bad: () => ({ args: ['ctr_nobody', '--csv', file('usage')] }),
  },
  'trainar sessions list': {
    good: () => ({ args: [] }),
    bad: () => ({ args: [], env: { TRAINAR_API_KEY: 'tak_nobody' } }),
  },
  ...Object.fromEntries(
    ['start', 'complete', 'cancel'].map((verb) => [
      `trainar tasks ${verb}`,
      {
        good: () => ({ args: [value('task_id')] }),
        bad: () => ({ args: ['00000000-0000-4000-8000-000000000000'] }),
      },
    ]),
  ),
  'trainar mcp list-tools': {
    good: () => ({ args: [] }),
    bad: () => ({ args: [], env: { TRAINAR_API_KEY: 'tak_nobody' } }),
  },
  'trainar mcp call-tool': {
    good: () => ({ args: ['list_sessions', '--arguments', '{"limit":1}'] }),
    bad: () => ({ args: ['list_sessions', '--arguments', 'no'] }),
  },
  'platform webhook-endpoints enable': {
    good: () => ({ args: [value('endpointId')] }),
    bad: () => ({ args: ['whe_nobody'] }),
  },
  'platform consent-url': {
    good: () => ({ args: ['label-loft', '--redirect-uri', 'https://loft.example.com/back'] }),
    bad: () => ({ args: ['Label Loft'] }),
  },
  'opentrain credits wait-for-top-up': {
    good: () => ({ args: [value('topUpId')] }),
    bad: () => ({ args: [''] }),
  },
  'opentrain webhooks rotate-secret': {
    good: () => ({ args: [value('webhookId')] }),
    bad: () => ({ args: ['whk_nobody'] }),
  },
  'opentrain discover': {
    good: () => ({ args: [] }),
    bad: () => ({ args: [], env: away }),
  },
  'webhooks trigger': {
    good: () => ({ args: ['proposal.received', '--to', url()] }),
    bad: () => ({ args: ['proposal.received', '--to', url('/no')] }),
  },
  'webhooks verify': {
    good: async () => {
      const { log, env } = await delivered();
      return { args: [log], env };
    },
    bad: async () => {
      const { log } = await delivered();
      return { args: [log], env: { TRAINYARD_WEBHOOK_SECRET: 'whsec_other' } };
    },
  },
  'webhooks replay': {
    good: async () => ({ args: [(await delivered()).log, '--to', url()] }),
    bad: async () => ({ args: [(await delivered()).log, '--to', url('/no')] }),
  },
  'webhooks secret': {
    good: async () => ({ args: [], env: await emptyHome() }),
    bad: () => ({ args: [], env: { XDG_CONFIG_HOME: '/dev/null/nowhere' } }),
  },
  'mcp opentrain': { good: () => ({ args: [] }), bad: () => ({ args: ['--http', 'here'] }) },
  'mcp trainar': { good: () => ({ args: [] }), bad: () => ({ args: ['--http', 'here'] }) },
};

/** Servers speak a protocol of their own, and a version is a version. */
const textOnly = ['opentrain version', 'mcp opentrain', 'mcp trainar'];

describe.each(Object.entries(lines))('%s', (words, { good, bad }) => {
  const forms = textOnly.includes(words) ? [false] : [false, true];
  const perform = ({ args, env = {}, stdin }: Line, json: boolean) => {
    const line = [...words.split(' '), ...args, ...(json ? ['--json'] : [])];
    const own: Record<string, string> = {
      XDG_CONFIG_HOME: home,
      TRAINYARD_WEBHOOK_SECRET: '',
      ...world.env,
      ...env,
    };
    // Tokens of the environment go before what is kept, which is what is looked at.
    if (env.XDG_CONFIG_HOME) own.OT_API_TOKEN = '';
    return stdin === undefined && !words.startsWith('mcp')
      ? runShared(line, own)
      : run(line, own, stdin);
  };

  it.each(forms)('succeeds and fails as it should (for programs: %s)', async (json) => {
    const done = await perform(await good(), json);
    expect(done, done.stderr).toMatchObject({ code: 0, stderr: '' });
    const failed = await perform(await bad(), json);
    expect([1, 2, 3, 4]).toContain(failed.code);
    if (json) expect(JSON.parse(failed.stdout)).toBeTypeOf('object');
    else expect(failed.stdout + failed.stderr).not.toBe('');
    for (const { stdout, stderr } of [done, failed]) {
      expect(stdout + stderr).not.toContain(world.keys.token);
    }
  });
});
