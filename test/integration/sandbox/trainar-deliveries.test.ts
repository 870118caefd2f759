import { describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../../src/webhooks/verify-webhook.ts';
import type { Delivered } from '../../support/sandbox-receiver.ts';
import { listeningTenant, receiverUrl } from '../../support/sandbox-trainar.ts';

const trouble = () => new Response(null, { status: 503 });
const taken = () => new Response(null, { status: 204 });

/** One delivery, its receiver and the secret they share. */
async function delivery() {
  const tenant = await listeningTenant();
  await tenant.trainar.tasks.create({ title: 'Sweep the yard' });
  await tenant.sandbox.settled();
  return { ...tenant, delivered: tenant.received[0] as Delivered };
}

describe('a delivery', () => {
  it('is signed so that the receiver knows it', async () => {
    const { delivered, secret } = await delivery();
    const event = await verifyWebhook({ platform: 'trainar', ...delivered, secret });
    expect(delivered.url).toBe(receiverUrl);
    expect(event.event).toBe('task.created');
    expect(event.event_id).toMatch(/^evt-/);
  });

  it('is refused when somebody else signed it', async () => {
    const { delivered } = await delivery();
    const forged = verifyWebhook({ platform: 'trainar', ...delivered, secret: 'whsec_another' });
    await expect(forged).rejects.toMatchObject({ name: 'WebhookVerificationError' });
  });

  it('is refused when it was changed on the way', async () => {
    const { delivered, secret } = await delivery();
    const body = delivered.body.replace('Sweep', 'Paint');
    const forged = verifyWebhook({ platform: 'trainar', ...delivered, body, secret });
    await expect(forged).rejects.toMatchObject({ name: 'WebhookVerificationError' });
  });

  it('is refused without a signature', async () => {
    const { delivered, secret } = await delivery();
    const { body } = delivered;
    const forged = verifyWebhook({ platform: 'trainar', body, headers: new Headers(), secret });
    await expect(forged).rejects.toMatchObject({ name: 'WebhookVerificationError' });
  });

  it('is not made for an event nobody asked for', async () => {
    const { trainar, events } = await listeningTenant(taken, ['task.completed']);
    const { id } = await trainar.tasks.create({ title: 'Sweep the yard' });
    await trainar.tasks.complete(id);
    expect((await events()).map(({ event }) => event)).toEqual(['task.completed']);
  });

  it('goes to each endpoint of a URL that was subscribed twice, under one event id', async () => {
    const { trainar, events } = await listeningTenant();
    await trainar.webhooks.subscribe({ url: receiverUrl, events: ['task.created'] });
    await trainar.tasks.create({ title: 'Sweep the yard' });
    const [one, two] = await events();
    expect(one.event_id).toBe(two.event_id);
  });

  it('is not made any more once the endpoint is gone', async () => {
    const { trainar, endpoint, events } = await listeningTenant();
    await trainar.webhooks.unsubscribe(endpoint.id);
    await trainar.tasks.create({ title: 'Sweep the yard' });
    expect(await events()).toEqual([]);
  });

  it('carries neither key nor secret', async () => {
    const { delivered, secret, tenant } = await delivery();
    const sent = JSON.stringify([delivered.body, [...delivered.headers]]);
    expect(sent).not.toContain(secret);
    expect(sent).not.toContain(tenant.apiKey);
  });
});

describe('a delivery that fails', () => {
  it('is made again after 1, 5, 30 and 120 minutes, and then given up', async () => {
    const { trainar, sandbox, received } = await listeningTenant(trouble);
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.clock.advance('7d');
    const [found] = sandbox.deliveries.list();
    expect(found).toMatchObject({ state: 'failed', nextAttemptAt: null });
    expect(found?.attempts.map(({ at }) => at.slice(11, 16))).toEqual([
      '09:00',
      '09:01',
      '09:06',
      '09:36',
      '11:36',
    ]);
    expect(received).toHaveLength(5);
  });

  it('waits for the clock, and stops once it is taken', async () => {
    const { trainar, sandbox, received } = await listeningTenant((_, attempt) =>
      attempt < 3 ? trouble() : taken(),
    );
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.settled();
    expect(received).toHaveLength(1);
    await sandbox.clock.advance('59s');
    expect(received).toHaveLength(1);
    await sandbox.clock.advance('1s');
    expect(received).toHaveLength(2);
    await sandbox.clock.advance('7d');
    expect(received).toHaveLength(3);
    expect(sandbox.deliveries.list()[0]?.state).toBe('succeeded');
  });

  it('is the same event each time, so that the receiver can drop what it has', async () => {
    const seen = new Set<string>();
    const handled: string[] = [];
    const tenant = await listeningTenant(async ({ body }, attempt) => {
      const { event_id } = JSON.parse(body);
      if (!seen.has(event_id)) handled.push(event_id);
      seen.add(event_id);
      // The first answer is lost after the work was done.
      return attempt === 1 ? trouble() : taken();
    });
    const { trainar, sandbox, received, secret } = tenant;
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.clock.advance('10m');
    expect(received).toHaveLength(2);
    expect(handled).toHaveLength(1);
    for (const again of received) {
      const event = await verifyWebhook({ platform: 'trainar', ...again, secret });
      expect(event.event_id).toBe(handled[0]);
    }
  });

  it('is dropped with its endpoint', async () => {
    const { trainar, endpoint, sandbox, received } = await listeningTenant(trouble);
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.settled();
    await trainar.webhooks.unsubscribe(endpoint.id);
    await sandbox.clock.advance('7d');
    expect(received).toHaveLength(1);
  });
});

describe('a faulty network', () => {
  it('delivers twice under one event id', async () => {
    const { trainar, sandbox, events } = await listeningTenant();
    sandbox.faults.inject({ delivery: 'duplicate', event: 'task.created' });
    await trainar.tasks.create({ title: 'Sweep the yard' });
    const told = await events();
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ event_id }) => event_id)).size).toBe(1);
  });

  it('loses a delivery, which comes again', async () => {
    const { trainar, sandbox, received } = await listeningTenant();
    sandbox.faults.inject({ delivery: 'drop', event: 'task.created' });
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.settled();
    expect(received).toHaveLength(0);
    await sandbox.clock.advance('1m');
    expect(received).toHaveLength(1);
  });
});
