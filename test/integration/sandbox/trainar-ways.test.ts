import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { TrainAR } from '../../../src/trainar/client.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import { receivingSandbox } from '../../support/sandbox-receiver.ts';
import { receiverUrl } from '../../support/sandbox-trainar.ts';
import { type Way, ways } from '../../support/sandbox-ways.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function reach(way: Way) {
  const { sandbox, received } = receivingSandbox();
  const { trainarUrl: baseUrl, fetch, end } = await way(sandbox);
  endings.push(end);
  const connect = (apiKey: string) => new TrainAR({ apiKey, baseUrl, fetch, maxRetries: 0 });
  const tenant = sandbox.trainar.createTenant();
  return { sandbox, received, connect, tenant, trainar: connect(tenant.apiKey) };
}

describe.each(ways)('through %s', (_, way) => {
  it('a task is created, completed and listed, and its events are sent', async () => {
    const { trainar, sandbox, received } = await reach(way);
    const events = ['task.created' as const, 'task.completed' as const];
    await trainar.webhooks.subscribe({ url: receiverUrl, events });
    const { id } = await trainar.tasks.create({ title: 'Überprüfen: 3 – „Kessel“' });
    await trainar.tasks.complete(id);
    const { items } = await trainar.tasks.list();
    expect(items).toMatchObject([{ id, title: 'Überprüfen: 3 – „Kessel“', status: 'completed' }]);
    await sandbox.settled();
    expect(received.map(({ body }) => JSON.parse(body).event)).toEqual(events);
  });

  it('a user is invited, a skill runs and an endpoint comes and goes', async () => {
    const { trainar, sandbox, tenant } = await reach(way);
    const sam = { email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin' as const] };
    await trainar.users.invite(sam);
    expect((await trainar.users.list()).items).toHaveLength(2);
    const { tenantId } = tenant;
    const { skillId: skill_id } = sandbox.trainar.createSkill({ tenantId, name: 'log', answer: 7 });
    const result = await trainar.skills.execute({ skill_id, arguments: {} });
    expect(result).toEqual({ success: true, result: 7 });
    const { id } = await trainar.webhooks.subscribe({ url: receiverUrl, events: ['task.created'] });
    expect((await trainar.webhooks.get(id)).exists).toBe(true);
    await trainar.webhooks.unsubscribe(id);
    expect((await trainar.webhooks.get(id)).exists).toBe(false);
  });

  it('what is refused is refused alike', async () => {
    const { trainar, sandbox, connect, tenant } = await reach(way);
    const other = connect(sandbox.trainar.createTenant().apiKey);
    const { id } = await other.tasks.create({ title: 'not yours' });
    await expect(trainar.tasks.start(id)).rejects.toMatchObject({ status: 403 });
    await expect(trainar.tasks.create({ title: '' })).rejects.toMatchObject({ status: 400 });
    sandbox.trainar.revokeKey(tenant.apiKey);
    await expect(trainar.tasks.list()).rejects.toMatchObject({ name: 'AuthenticationError' });
  });

  it('a broken connection is a ConnectionError', async () => {
    const { trainar, sandbox } = await reach(way);
    sandbox.faults.inject({ operationId: 'tasks.list', drop: true });
    await expect(trainar.tasks.list()).rejects.toMatchObject({ name: 'ConnectionError' });
    expect((await trainar.tasks.list()).items).toEqual([]);
  });
});

describe('a receiver on a port', () => {
  it('gets what the sandbox signed, and tells a forged event from it', async () => {
    const answers: number[] = [];
    const events: string[] = [];
    let secret = '';
    const server = createServer(async (request, response) => {
      const body = await text(request);
      try {
        const { headers } = request;
        events.push(verifyWebhookSync({ platform: 'trainar', body, headers, secret }).event);
        response.statusCode = 204;
      } catch {
        response.statusCode = 400;
      }
      answers.push(response.statusCode);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endings.push(() => new Promise((resolve) => server.close(() => resolve())));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;

    const sandbox = createSandbox();
    const { apiKey } = sandbox.trainar.createTenant();
    const trainar = new TrainAR({ apiKey, fetch: sandbox.fetch });
    const endpoint = await trainar.webhooks.subscribe({ url, events: ['task.created'] });
    secret = endpoint.secret ?? '';
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.settled();
    expect(events).toEqual(['task.created']);

    const forged = { event: 'task.created', event_id: 'evt-forged', timestamp: '', data: {} };
    const headers = { 'x-trainar-signature': 'sha256=00' };
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(forged) });
    expect(status).toBe(400);
    expect(events).toHaveLength(1);
    expect(answers).toEqual([204, 400]);
  });
});
