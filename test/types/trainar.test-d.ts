import { describe, expectTypeOf, it } from 'vitest';
import type { ListPromise } from '../../src/core/public.ts';
import {
  type ListedTask,
  type SkillResult,
  type Task,
  type TaskCompletedEvent,
  type TaskCreate,
  type TaskList,
  type TaskStatus,
  TrainAR,
  type User,
  type WebhookEndpoint,
} from '../../src/trainar/index.ts';
import type { UnknownTrainAREvent } from '../../src/webhooks/index.ts';

declare const trainar: TrainAR;
declare const request: Request;

describe('tasks', () => {
  it('are made of a title, and of what the platform knows', () => {
    expectTypeOf(trainar.tasks.create({ title: 'Check' })).resolves.toEqualTypeOf<Task>();
    trainar.tasks.create({ title: 'Check', priority: 'high', external_id: 'WO-1' });
    // @ts-expect-error: no title
    trainar.tasks.create({ priority: 'high' });
    // @ts-expect-error: no such priority
    trainar.tasks.create({ title: 'Check', priority: 'whenever' });
    // @ts-expect-error: the platform spells it external_id
    trainar.tasks.create({ title: 'Check', externalId: 'WO-1' });
  });

  it('move to statuses that exist', () => {
    expectTypeOf(trainar.tasks.complete('t')).resolves.toEqualTypeOf<Task>();
    trainar.tasks.update('t', { status: 'in_progress' });
    // @ts-expect-error: no such status
    trainar.tasks.update('t', { status: 'paused' });
    // @ts-expect-error: the id is the first argument
    trainar.tasks.update({ status: 'completed' });
    // @ts-expect-error: it takes an id and options, no body
    trainar.tasks.complete('t', { status: 'completed' });
    // @ts-expect-error: an id is a string
    trainar.tasks.start(7);
  });

  it('are listed with an id, awaited or iterated', async () => {
    expectTypeOf(trainar.tasks.list()).toEqualTypeOf<ListPromise<ListedTask, TaskList>>();
    for await (const task of trainar.tasks.list({ limit: 10 })) {
      expectTypeOf(task.id).toEqualTypeOf<string>();
      expectTypeOf(task.title).toEqualTypeOf<string>();
      // @ts-expect-error: no such field
      task.titel;
    }
    expectTypeOf((await trainar.tasks.list()).items).toEqualTypeOf<ListedTask[]>();
    // @ts-expect-error: no cursor is known
    trainar.tasks.list({ cursor: 'c' });
  });

  it('come with the response when asked', async () => {
    const { data, response, requestId } = await trainar.tasks.complete('t').withResponse();
    expectTypeOf(data).toEqualTypeOf<Task>();
    expectTypeOf(response).toEqualTypeOf<Response>();
    expectTypeOf(requestId).toEqualTypeOf<string | undefined>();
  });
});

describe('values that may grow', () => {
  it('keep the known ones in sight, and let others through', () => {
    expectTypeOf<'in_progress'>().toExtend<TaskStatus>();
    // A plain `string` would extend it too: only an open union accepts a string and is not one.
    expectTypeOf<TaskStatus>().not.toEqualTypeOf<string>();
    expectTypeOf<string & {}>().toExtend<TaskStatus>();
  });

  it('are closed in requests', () => {
    expectTypeOf<TaskCreate['priority']>().toEqualTypeOf<
      'low' | 'medium' | 'high' | 'urgent' | undefined
    >();
  });
});

describe('users, skills and endpoints', () => {
  it('are what the spec calls them', async () => {
    expectTypeOf((await trainar.users.list()).items).toEqualTypeOf<User[]>();
    expectTypeOf(
      trainar.skills.execute({ skill_id: 's', arguments: {} }),
    ).resolves.toEqualTypeOf<SkillResult>();
    expectTypeOf(
      trainar.webhooks.subscribe({ url: 'https://x.example', events: ['task.created'] }),
    ).resolves.toEqualTypeOf<WebhookEndpoint>();
    // @ts-expect-error: no such event
    trainar.webhooks.subscribe({ url: 'https://x.example', events: ['task.deleted'] });
    // @ts-expect-error: no such method
    trainar.skills.run({ skill_id: 's', arguments: {} });
    // @ts-expect-error: wire names stay as the platform spells them
    trainar.skills.execute({ skillId: 's', arguments: {} });
  });
});

describe('an event', () => {
  it('narrows on its name, by switch, each with data of its own', async () => {
    const event = await trainar.webhooks.verify(request, { secret: 's' });
    switch (event.event) {
      case 'task.completed':
        expectTypeOf(event).toEqualTypeOf<TaskCompletedEvent>();
        expectTypeOf(event.data.task_id).toEqualTypeOf<string>();
        // @ts-expect-error: a session's, not a task's
        event.data.summary;
        break;
      case 'task.created':
        expectTypeOf(event.data.title).toEqualTypeOf<string>();
        break;
      case 'session.completed':
        event.data.summary;
        break;
      case 'task.status_changed':
      case 'session.started':
      case 'skill.executed':
        break;
      // @ts-expect-error: no such event
      case 'task.deleted':
        break;
      default:
        expectTypeOf(event).toEqualTypeOf<UnknownTrainAREvent>();
    }
    expectTypeOf(event.event_id).toEqualTypeOf<string>();
  });
});

describe('the client', () => {
  it('takes a key and a transport, and no token', () => {
    new TrainAR();
    new TrainAR({ apiKey: process.env.SOME_KEY, timeoutMs: 5_000 });
    // @ts-expect-error: OpenTrain's option
    new TrainAR({ token: 'x' });
    // @ts-expect-error: milliseconds are a number
    new TrainAR({ timeoutMs: '5s' });
  });
});
