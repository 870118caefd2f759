import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../src/webhooks/verify-webhook.ts';
import { run } from './support/bin.ts';
import { type CliWorld, createWorld } from './support/world.ts';

let world: CliWorld;
let home: string;
const inHome = (own: Record<string, string> = {}) => ({ XDG_CONFIG_HOME: home, ...own });

beforeEach(async () => {
  world = await createWorld();
  home = await mkdtemp(join(tmpdir(), 'trainyard-home-'));
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

describe('opentrain auth', () => {
  it('registers, is claimed, and keeps tokens where nobody else reads them', async () => {
    const env = inHome({ OT_API_BASE_URL: world.url });
    const file = join(home, 'opentrain/cli.json');
    const kept = async () => JSON.parse(await readFile(file, 'utf8'));

    const registered = await run(['opentrain', 'auth', 'register', '--name', 'Scout'], env);
    expect(registered, registered.stderr).toMatchObject({ code: 0, stderr: '' });
    const first = await kept();
    expect(first).toMatchObject({
      apiToken: expect.stringMatching(/^ot_pat_/),
      claimToken: expect.stringMatching(/^ot_clm_/),
      baseUrl: world.url,
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const again = await run(['opentrain', 'auth', 'register', '--json'], env);
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stdout).error).toContain('--force');

    const claim = await run(
      ['opentrain', 'auth', 'claim', '--email', 'ada@meadow.example', '--json'],
      env,
    );
    expect(claim.code, claim.stderr).toBe(0);
    const { user_code: code } = JSON.parse(claim.stdout);
    const pending = await run(['opentrain', 'auth', 'claim-status', '--json'], env);
    expect(pending).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(pending.stdout)).toEqual({ status: 'pending' });

    const human = await run(
      ['sandbox', 'claim', '--code', code, '--url', world.url, '--json'],
      env,
    );
    expect(human.code, human.stderr).toBe(0);
    const claimed = await run(['opentrain', 'auth', 'claim-status', '--wait', '--json'], env);
    expect(claimed.code, claimed.stderr).toBe(0);
    expect(JSON.parse(claimed.stdout)).toMatchObject({ status: 'claimed' });
    const second = await kept();
    expect(second.apiToken).not.toBe(first.apiToken);
    expect(second.claimToken).toBeUndefined();

    expect((await run(['opentrain', 'whoami'], env)).code).toBe(0);
    expect((await run(['opentrain', 'auth', 'logout'], env)).code).toBe(0);
    const out = await run(['opentrain', 'whoami'], env);
    expect(out).toMatchObject({ code: 4, stdout: '' });
    expect(out.stderr).toContain('Next: trainyard opentrain auth login');
    for (const { stdout, stderr } of [registered, claim, pending, claimed]) {
      for (const secret of [first.apiToken, first.claimToken, second.apiToken]) {
        expect(stdout + stderr).not.toContain(secret);
      }
    }
  });

  it('takes a token from stdin, checks it, and says nothing of it', async () => {
    const env = inHome({ OT_API_BASE_URL: world.url });
    const login = await run(['opentrain', 'auth', 'login'], env, `${world.keys.token}\n`);
    expect(login.code, login.stderr).toBe(0);
    expect(login.stdout + login.stderr).not.toContain(world.keys.token);
    const wrong = await run(['opentrain', 'auth', 'login', '--json'], env, 'ot_pat_no_such\n');
    expect(wrong.code).toBe(4);
    expect(JSON.parse(await readFile(join(home, 'opentrain/cli.json'), 'utf8')).apiToken).toBe(
      world.keys.token,
    );
    const revoke = await run(['opentrain', 'auth', 'revoke'], env, world.keys.token);
    expect(revoke.code, revoke.stderr).toBe(0);
    expect((await run(['opentrain', 'auth', 'status'], env)).code).toBe(4);
  });

  it('loses nothing where the file can’t be written', async () => {
    await writeFile(join(home, 'opentrain'), 'in the way');
    const before = [...world.sandbox.requests].length;
    const env = inHome({ OT_API_BASE_URL: world.url });
    const failed = await run(['opentrain', 'auth', 'register'], env);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toMatch(/can't be written .*Nothing was sent|nothing was sent/i);
    expect([...world.sandbox.requests].length).toBe(before);
  });
});

describe('drafts and waits', () => {
  it('fills a draft from a file of answers, publishes, hires, and waits for the human', async () => {
    const { env } = world;
    const job = join(home, 'job.md');
    await writeFile(job, 'Label 2,000 cat photos, 5 cents each, in English.');
    const created = await run(
      ['opentrain', 'jobs', 'draft', 'create', '--description-file', job, '--json'],
      env,
    );
    expect(created, created.stderr).toMatchObject({ code: 0, stderr: '' });
    const { jobId, missingFields } = JSON.parse(created.stdout);
    const answers = Object.fromEntries(
      missingFields.map(({ field, example, enumValues }: Record<string, unknown>) => [
        field,
        Array.isArray(enumValues) ? enumValues[0] : example,
      ]),
    );
    const file = join(home, 'answers.json');
    await writeFile(file, JSON.stringify(answers));
    const text = await run(
      ['opentrain', 'jobs', 'draft', 'complete', jobId, '--answers', file],
      env,
    );
    expect(text.code, text.stderr).toBe(0);
    expect(text.stdout).toContain(`jobs publish --job-id ${jobId}`);
    expect((await run(['opentrain', 'jobs', 'publish', jobId], env)).code).toBe(0);

    const hire = await run(
      [
        'opentrain',
        'proposals',
        'hire',
        String(world.values.proposalId),
        '--amount',
        '40',
        '--name',
        'Pilot',
        '--json',
      ],
      env,
    );
    const { approval } = JSON.parse(hire.stdout);
    const early = await run(
      ['opentrain', 'approvals', 'wait', approval.id, '--timeout', '0', '--json'],
      env,
    );
    expect(early.code, early.stderr).toBe(3);
    expect(JSON.parse(early.stdout).next).toBe(`trainyard opentrain approvals wait ${approval.id}`);
    const human = await run(['sandbox', 'confirm', approval.id], env);
    expect(human.code, human.stderr).toBe(0);
    const waited = await run(['opentrain', 'approvals', 'wait', approval.id, '--json'], env);
    expect(waited.code, waited.stderr).toBe(0);
    expect(JSON.parse(waited.stdout)).toMatchObject({ status: 'confirmed' });
  });

  it('ends with 3 when the human says no', async () => {
    const fund = await run(
      ['opentrain', 'milestones', 'fund', String(world.values.milestoneId), '--jq', '.approval.id'],
      world.env,
    );
    const id = fund.stdout.trim();
    expect((await run(['sandbox', 'decline', id], world.env)).code).toBe(0);
    const waited = await run(['opentrain', 'approvals', 'wait', id], world.env);
    expect(waited).toMatchObject({ code: 3, stdout: '' });
    expect(waited.stderr).toContain('declined');
  });

  it('follows the feed for as long as it is told to', async () => {
    const followed = await run(
      ['opentrain', 'updates', 'follow', '--timeout', '5', '--json'],
      world.env,
    );
    expect(followed, followed.stderr).toMatchObject({ code: 0, stderr: '' });
    const types = followed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toContain('contract.created');
  });
});

describe('platform and trainar by hand', () => {
  it('reports usage from CSV', async () => {
    const day = world.sandbox.clock.iso().slice(0, 10);
    const csv = `workDate,totalSeconds,tasksCompleted\n${day},600,4\n`;
    const args = [
      'platform',
      'contracts',
      'report-usage',
      String(world.values.contractId),
      '--csv',
      '-',
    ];
    const dry = await run([...args, '--dry-run'], world.env, csv);
    expect(dry.stdout).toContain('Bearer ot_ptk_***');
    const done = await run([...args, '--json'], world.env, csv);
    expect(done.code, done.stderr).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ accepted: 1 });
    expect((await run(args, world.env, 'a\n1\n')).code).toBe(2);
  });

  it('lists sessions by the MCP server', async () => {
    const listed = await run(['trainar', 'sessions', 'list', '--json'], world.env);
    expect(listed, listed.stderr).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toContain(world.keys.ids.session_id);
  });
});

describe('webhooks', () => {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(request.url === '/no' ? 500 : 204).end();
    });
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('sends signed events, replays them, and says which check fails', async () => {
    const secret = 'whsec_local';
    const env = inHome({ TRAINYARD_WEBHOOK_SECRET: secret });
    const sent = await run(
      ['webhooks', 'trigger', 'proposal.received', '--to', url, '--json'],
      env,
    );
    expect(sent, sent.stderr).toMatchObject({ code: 0, stderr: '' });
    const [delivery] = received.splice(0);
    if (!delivery) throw new Error('nothing came');
    await verifyWebhook({ platform: 'opentrain', ...delivery, secret });

    const log = join(home, 'log.jsonl');
    await writeFile(log, `${JSON.stringify(delivery)}\n`);
    const verified = await run(['webhooks', 'verify', log, '--json'], env);
    expect(JSON.parse(verified.stdout)).toMatchObject({ genuine: true });
    const forged = await run(
      ['webhooks', 'verify', log],
      inHome({ TRAINYARD_WEBHOOK_SECRET: 'whsec_other' }),
    );
    expect(forged.code).toBe(1);
    expect(forged.stdout).toContain('signature_mismatch');
    const late = await run(
      ['webhooks', 'verify', log, '--at', '2030-01-01T00:00:00Z', '--json'],
      env,
    );
    expect(JSON.parse(late.stdout)).toMatchObject({ check: 'timestamp_outside_tolerance' });

    const replayed = await run(['webhooks', 'replay', log, '--to', url], env);
    expect(replayed.code, replayed.stderr).toBe(0);
    const [second] = received.splice(0);
    expect(second?.body).toBe(delivery.body);
    expect(second?.headers['x-opentrain-delivery']).toBe(delivery.headers['x-opentrain-delivery']);
    expect((await run(['webhooks', 'replay', log, '--to', `${url}/no`], env)).code).toBe(1);
    expect((await run(['webhooks', 'trigger', 'no.such', '--to', url], env)).code).toBe(2);
  });

  it('makes a secret once and keeps it', async () => {
    const [one, two] = [
      await run(['webhooks', 'secret'], inHome()),
      await run(['webhooks', 'secret'], inHome()),
    ];
    expect(one.stdout).toMatch(/^whsec_\w{48}\n$/);
    expect(two.stdout).toBe(one.stdout);
  });
});
