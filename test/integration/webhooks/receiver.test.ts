import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenTrain, TrainAR } from 'trainyard';
import { createSandbox } from 'trainyard/sandbox';
import { createWebhookReceiver, signWebhook } from 'trainyard/webhooks';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { afterEach, describe, expect, it } from 'vitest';
import { publishableJob } from '../../support/publishable-job.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

/** Serves on a real port what `mount` sets later: the URL is known before the secret. */
async function port() {
  const mounted: { handler?: ReturnType<typeof toNodeHandler> } = {};
  const statuses: number[] = [];
  const server = createServer((req, res) => {
    res.once('finish', () => statuses.push(res.statusCode));
    void mounted.handler?.(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hooks`, mounted, statuses };
}

/** A TrainAR tenant whose created tasks are posted to a receiver behind `node:http`. */
async function tenant(work: (title: string) => void = () => {}) {
  const sandbox = createSandbox();
  const { apiKey } = sandbox.trainar.createTenant();
  const trainar = new TrainAR({ apiKey, fetch: sandbox.fetch, clock: sandbox.clock });
  const { url, mounted, statuses } = await port();
  const { secret } = await trainar.webhooks.subscribe({ url, events: ['task.created'] });
  const titles: string[] = [];
  const errors: unknown[] = [];
  const receiver = createWebhookReceiver({
    platform: 'trainar',
    secret: secret ?? '',
    clock: sandbox.clock,
    on: {
      'task.created': ({ data }) => {
        work(data.title);
        titles.push(data.title);
      },
    },
    onError: (error) => errors.push(error),
  });
  mounted.handler = toNodeHandler(receiver);
  const create = async (title: string) => {
    await trainar.tasks.create({ title });
    await sandbox.settled();
  };
  return { sandbox, receiver, url, statuses, titles, errors, create };
}

describe('a receiver behind node:http', () => {
  it('works each event once, though deliveries come twice and out of order', async () => {
    const { create, sandbox, statuses, titles } = await tenant();
    sandbox.faults.inject({ delivery: 'reorder' });
    sandbox.faults.inject({ delivery: 'duplicate', times: 'always' });
    await create('first');
    await create('second');
    await create('third');
    await sandbox.clock.advance('1m');
    expect(titles).toEqual(['second', 'first', 'third']);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('gets an event again when the handler failed, until it succeeds', async () => {
    let failures = 2;
    const { create, errors, sandbox, statuses, titles } = await tenant(() => {
      if (failures-- > 0) throw new Error('database is down');
    });
    await create('sweep');
    expect([titles, statuses]).toEqual([[], [500]]);
    await sandbox.clock.advance('1m');
    expect([titles, statuses]).toEqual([[], [500, 500]]);
    await sandbox.clock.advance('7d');
    expect([titles, statuses]).toEqual([['sweep'], [500, 500, 200]]);
    expect(errors).toHaveLength(2);
    expect(sandbox.deliveries.list()).toMatchObject([{ state: 'succeeded' }]);
  });

  it('leaves what comes after it closed to a later delivery', async () => {
    const { create, receiver, sandbox, statuses, titles } = await tenant();
    await receiver.close();
    await create('sweep');
    expect([titles, statuses]).toEqual([[], [503]]);
    expect(sandbox.deliveries.pending).toBe(1);
  });

  it('refuses a forged delivery, and one that is too large to be read', async () => {
    const { titles, url } = await tenant();
    const data = { title: 'pay the forger' };
    const event = { event: 'task.created', event_id: 'evt-1', data };
    const forged = await signWebhook({ platform: 'trainar', secret: 'whsec_guess', event });
    const response = await fetch(url, { method: 'POST', ...forged });
    expect([response.status, await response.text()]).toEqual([400, 'signature_mismatch']);
    const body = 'x'.repeat(1_048_577);
    expect((await fetch(url, { method: 'POST', ...forged, body })).status).toBe(413);
    expect((await fetch(url)).status).toBe(405);
    expect(titles).toEqual([]);
  });
});

describe('two subscriptions while a secret is changed', () => {
  it('deliver twice what is worked once, and nothing is missed', async () => {
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount({ card: true });
    const ot = new OpenTrain({ token, fetch: sandbox.fetch, clock: sandbox.clock });
    const { url, mounted, statuses } = await port();
    const eventTypes = ['proposal.received' as const];
    const { webhook, secret: old } = await ot.webhooks.create({ url, eventTypes });
    const proposals: string[] = [];
    const deliveries: (string | undefined)[] = [];
    const receive = (secrets: string[]) => {
      const receiver = createWebhookReceiver({
        platform: 'opentrain',
        secrets,
        clock: sandbox.clock,
        on: {
          'proposal.received': ({ data }, { deliveryId }) => {
            proposals.push(data.proposalId);
            deliveries.push(deliveryId);
          },
        },
      });
      mounted.handler = toNodeHandler(receiver);
    };
    const { jobId } = await ot.jobDrafts.create(publishableJob);
    await ot.jobs.publish(jobId);
    const apply = async () => {
      const [proposal] = sandbox.opentrain.apply(jobId);
      await sandbox.settled();
      return proposal?.id;
    };

    receive([old]);
    const before = await apply();
    const rotated = await ot.webhooks.rotateSecret(webhook.id);
    receive([rotated.secret, old]);
    const during = await apply();
    await rotated.retire();
    receive([rotated.secret]);
    const after = await apply();

    expect(proposals).toEqual([before, during, after]);
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(new Set(deliveries).size).toBe(3);
    expect(sandbox.deliveries.list().map(({ state }) => state)).not.toContain('failed');
  });
});
