import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TrainAR, verifyWebhook, WebhookVerificationError } from 'trainyard';
import { chapter, check, show, tell } from '../narrator.ts';
import type { Human } from './human.ts';

/** A tenant's task is created and completed; a receiver on a real port verifies what it is sent. */
export async function taskToWebhook(sandboxUrl: string, human: Human): Promise<void> {
  chapter('TrainAR: a receiver subscribes, a task is done, the events arrive signed');
  const tenant = await human.does<{ tenantId: string; apiKey: string }>('trainar/createTenant');
  const trainar = new TrainAR({ apiKey: tenant.apiKey, baseUrl: `${sandboxUrl}/v1` });

  const receiver = await startReceiver();
  try {
    const endpoint = await trainar.webhooks.subscribe({
      url: receiver.url,
      events: ['task.created', 'task.status_changed', 'task.completed', 'skill.executed'],
    });
    receiver.secret = endpoint.secret ?? '';

    const task = await trainar.tasks.create({
      title: 'Replace the filter on boiler 3',
      priority: 'high',
      external_id: 'WO-1042',
    });
    await trainar.tasks.create({ title: 'Check the pressure of boiler 4' });
    const { items } = await trainar.tasks.list({ limit: 10 });
    check('two tasks are listed', items.length, 2);
    const done = await trainar.tasks.complete(task.id);
    check('the task is completed', done.status, 'completed');

    const { skillId } = await human.does<{ skillId: string }>('trainar/createSkill', {
      tenantId: tenant.tenantId,
      name: 'look_up_asset',
      answer: { asset: 'boiler-3', last_service: '2026-04-02' },
    });
    const ran = await trainar.skills.execute({
      skill_id: skillId,
      arguments: { asset: 'boiler-3' },
    });
    tell(`the skill answered ${JSON.stringify(ran)}`);

    await human.does('settled');
    check('every event arrived and was verified', receiver.verified.sort(), [
      'skill.executed',
      'task.completed',
      'task.created',
      'task.created',
      'task.status_changed',
    ]);

    show('a forged event is posted to', receiver.url);
    const forged = await fetch(receiver.url, {
      method: 'POST',
      headers: { 'x-trainar-signature': '0'.repeat(64) },
      body: '{"event":"task.completed","data":{}}',
    });
    check('the forged one is refused', forged.status, 400);
  } finally {
    receiver.close();
  }
}

/** A webhook endpoint as anyone would write it, without a framework. */
async function startReceiver() {
  const state = { url: '', secret: '', verified: [] as string[], close: () => void server.close() };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      const event = await verifyWebhook({
        platform: 'trainar',
        body: Buffer.concat(chunks),
        headers: request.headers,
        secret: state.secret,
      });
      state.verified.push(event.event);
      response.writeHead(200).end();
    } catch (error) {
      response.writeHead(error instanceof WebhookVerificationError ? 400 : 500).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return state;
}
