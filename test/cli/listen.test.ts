import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Seeded, seed } from '../../src/cli/commands/sandbox/seed.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { type ListeningSandbox, listen } from '../../src/sandbox/node.ts';
import { webhookFixture } from '../../src/webhooks/fixtures/webhook-fixture.ts';
import { signWebhook } from '../../src/webhooks/sign-webhook.ts';
import { verifyWebhook } from '../../src/webhooks/verify-webhook.ts';
import { type Running, run, runShared, start } from './support/bin.ts';

const secret = 'whsec_of_this_machine';
let sandbox: Sandbox;
let served: ListeningSandbox;
let keys: Seeded;
let home: string;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = createSandbox({ time: 'real' });
  keys = await seed(sandbox);
  served = await listen(sandbox);
  home = await mkdtemp(join(tmpdir(), 'trainyard-listen-'));
  env = {
    XDG_CONFIG_HOME: home,
    OT_API_BASE_URL: served.url,
    OT_API_TOKEN: keys.token,
    OT_PARTNER_TOKEN: keys.partnerToken,
    TRAINAR_BASE_URL: `${served.url}/v1`,
    TRAINAR_API_KEY: keys.apiKey,
  };
});
afterAll(async () => {
  await served.close();
  await rm(home, { recursive: true, force: true });
});

/** Somebody's receiver. */
let receiver: Server;
let target: string;
const taken = new EventEmitter();
beforeEach(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      response.writeHead(204).end();
      taken.emit('delivery', { headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterEach(() => down());

function down() {
  receiver.closeAllConnections();
  receiver.close();
}

async function listening(...args: string[]): Promise<Running & { url: string }> {
  const own = { ...env, TRAINYARD_WEBHOOK_SECRET: secret };
  const running = start(['webhooks', 'listen', '--forward-to', target, ...args], own);
  const said = await running.says('stderr', /Listening at (\S+),/);
  return { ...running, url: /Listening at (\S+),/.exec(said)?.[1] ?? '' };
}

async function ended({ child, ended }: Running) {
  child.kill('SIGINT');
  return ended;
}

const forged = () =>
  signWebhook({
    platform: 'opentrain',
    event: webhookFixture('opentrain', 'proposal.received'),
    secret: 'whsec_of_somebody_else',
  });

describe('webhooks listen', () => {
  it('subscribes, checks and forwards what comes, and unsubscribes when it ends', async () => {
    const log = join(home, 'deliveries.jsonl');
    const running = await listening('--log', log, '--json');
    expect((await webhooks()).length).toBe(1);

    const delivery = once(taken, 'delivery');
    sandbox.opentrain.apply(keys.ids.jobId ?? '', { count: 1 });
    const [{ headers, body }] = await delivery;
    const event = await verifyWebhook({ platform: 'opentrain', headers, body, secret });
    expect(event.type).toBe('proposal.received');
    const told = JSON.parse(await running.says('stdout', /\n/));
    expect(told).toMatchObject({ status: 204, event: { id: event.id } });
    const logged = JSON.parse(await readFile(log, 'utf8'));
    expect(logged).toMatchObject({ platform: 'opentrain' });
    // What is logged is what came: signed by the platform, and not with the secret of this machine.
    await expect(verifyWebhook({ platform: 'opentrain', ...logged, secret })).rejects.toThrow();

    let came = 0;
    taken.on('delivery', () => {
      came += 1;
    });
    const lie = await forged();
    const answer = await fetch(running.url, { method: 'POST', ...lie });
    expect(answer.status).toBe(400);
    await running.says('stderr', /Refused: /);
    const large = await fetch(running.url, { method: 'POST', ...lie, body: 'x'.repeat(1_100_000) });
    expect(large.status).toBe(413);
    expect(came).toBe(0);

    const { code, stdout, stderr } = await ended(running);
    expect(code, stderr).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/is removed\.\n$/);
    expect(await webhooks()).toEqual([]);
  });

  it('tells that the receiver is down, and lets the platform send again', async () => {
    const log = join(home, 'down.jsonl');
    const running = await listening('--log', log);
    down();
    sandbox.opentrain.apply(keys.ids.jobId ?? '', { count: 1 });
    const said = await running.says('stdout', /\n/);
    expect(said).toMatch(/proposal\.received → ECONNREFUSED in \d+ ms\n/);
    await expect
      .poll(() => sandbox.deliveries.list({ state: 'pending' }).at(-1)?.attempts.at(-1)?.status)
      .toBe(502);
    expect(JSON.parse(await readFile(log, 'utf8')).body).toContain('proposal.received');
    await ended(running);
  });

  it('takes nothing that it can’t log', async () => {
    const running = await listening('--no-subscribe', '--log', '/dev/full');
    let came = 0;
    taken.on('delivery', () => {
      came += 1;
    });
    const own = { ...env, TRAINYARD_WEBHOOK_SECRET: secret };
    const sent = await run(['webhooks', 'trigger', 'proposal.received', '--to', running.url], own);
    expect(sent).toMatchObject({ code: 1 });
    expect(sent.stdout).toContain('500 in');
    expect(await running.says('stderr', /sends it again/)).toContain('Not taken (ENOSPC)');
    expect(came).toBe(0);
    await ended(running);
  });

  it('forwards without a subscription what the secret of this machine signed, and nothing else', async () => {
    const running = await listening('--no-subscribe');
    expect(await webhooks()).toEqual([]);
    const own = { ...env, TRAINYARD_WEBHOOK_SECRET: secret };
    const delivery = once(taken, 'delivery');
    const sent = await run(['webhooks', 'trigger', 'proposal.received', '--to', running.url], own);
    expect(sent.code, sent.stderr).toBe(0);
    const [{ headers, body }] = await delivery;
    await verifyWebhook({ platform: 'opentrain', headers, body, secret });
    const answer = await fetch(running.url, { method: 'POST', ...(await forged()) });
    expect(answer.status).toBe(400);
    expect((await ended(running)).code).toBe(0);
  });

  it.each(['trainar', 'platform'])('does the same for %s', async (platform) => {
    const running = await listening('--platform', platform);
    await running.says('stderr', /Subscribed as \S+\./);
    if (platform === 'trainar') {
      const delivery = once(taken, 'delivery');
      await runShared(['trainar', 'tasks', 'create', '--title', 'Oil the hinges'], env);
      const [{ headers, body }] = await delivery;
      const event = await verifyWebhook({ platform: 'trainar', headers, body, secret });
      expect(event.event).toBe('task.created');
    }
    const { code, stderr } = await ended(running);
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/is removed\.\n$/);
  });

  it('goes on without one where the platform can’t reach it', async () => {
    const running = await listening('--public-url', 'http://10.0.0.1/hooks');
    expect(await running.says('stderr', /Listening/)).toMatch(/^Not subscribed: .+\n/);
    expect((await ended(running)).code).toBe(0);
  });

  it('asks for a key, and for a URL to forward to', async () => {
    const args = ['webhooks', 'listen', '--forward-to', target];
    const refused = await run(args, { ...env, OT_API_TOKEN: 'ot_pat_nobody_0' });
    expect(refused).toMatchObject({ code: 4, stdout: '' });
    const wrong = await run(['webhooks', 'listen', '--forward-to', 'here', '--json'], env);
    expect(wrong.code).toBe(2);
    expect(JSON.parse(wrong.stdout).error).toContain('"here" is no URL');
  });
});

async function webhooks(): Promise<unknown[]> {
  const listed = await runShared(['opentrain', 'webhooks', 'list', '--json'], env);
  return JSON.parse(listed.stdout).webhooks;
}
