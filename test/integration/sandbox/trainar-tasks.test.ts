import { describe, expect, it } from 'vitest';
import { listeningTenant } from '../../support/sandbox-trainar.ts';

const names = (events: { event: string }[]) => events.map(({ event }) => event);

describe('the life of a task', () => {
  it('is told step by step: created, started, completed', async () => {
    const { trainar, tenant, events, sandbox } = await listeningTenant();
    const { id } = await trainar.tasks.create({
      title: 'Replace the filter on boiler 3',
      external_id: 'job-77',
      assigned_to: tenant.adminUserId,
    });
    await sandbox.clock.advance('1h');
    await trainar.tasks.start(id);
    await sandbox.clock.advance('30m');
    const done = await trainar.tasks.complete(id);

    expect(done).toMatchObject({ status: 'completed', completed_at: '2026-06-01T10:30:00.000Z' });
    const told = await events();
    expect(names(told)).toEqual([
      'task.created',
      'task.status_changed',
      'task.status_changed',
      'task.completed',
    ]);
    expect(told[0].data).toEqual({
      task_id: id,
      title: 'Replace the filter on boiler 3',
      status: 'open',
      source: 'api',
      external_id: 'job-77',
      assigned_to: tenant.adminUserId,
      created_at: '2026-06-01T09:00:00.000Z',
    });
    expect(told[2].data).toMatchObject({
      previous_status: 'in_progress',
      new_status: 'completed',
      external_id: 'job-77',
    });
    expect(told[3].timestamp).toBe('2026-06-01T10:30:00.000Z');
    expect(new Set(told.map(({ event_id }) => event_id)).size).toBe(4);
  });

  it('may go back: a reopened task has no time of completion', async () => {
    const { trainar } = await listeningTenant();
    const { id } = await trainar.tasks.create({ title: 'Sweep the yard' });
    await trainar.tasks.complete(id);
    const reopened = await trainar.tasks.update(id, { status: 'open' });
    expect(reopened).toMatchObject({ status: 'open', completed_at: null });
  });

  it('tells nothing of a move to where the task stands', async () => {
    const { trainar, events } = await listeningTenant();
    const { id } = await trainar.tasks.create({ title: 'Sweep the yard' });
    await trainar.tasks.cancel(id);
    await trainar.tasks.cancel(id);
    expect(names(await events())).toEqual(['task.created', 'task.status_changed']);
  });

  it('is a life of its own for each of two tasks with one external id', async () => {
    const { trainar } = await listeningTenant();
    const body = { title: 'Sweep the yard', external_id: 'job-77' };
    const [one, two] = [await trainar.tasks.create(body), await trainar.tasks.create(body)];
    expect(one.id).not.toBe(two.id);
    expect((await trainar.tasks.list()).items).toHaveLength(2);
  });

  it('goes along with a session on the glasses', async () => {
    const { trainar, tenant, sandbox, events } = await listeningTenant();
    const { id: taskId } = await trainar.tasks.create({ title: 'Replace the filter' });
    const { tenantId } = tenant;
    const session = sandbox.trainar.startSession({ tenantId, taskId });
    await sandbox.clock.advance('25m');
    sandbox.trainar.completeSession(session.id, { score: 91, summary: 'Done well.' });

    const told = await events();
    expect(names(told).sort()).toEqual([
      'session.completed',
      'session.started',
      'task.completed',
      'task.created',
      'task.status_changed',
      'task.status_changed',
    ]);
    const ended = told.find(({ event }) => event === 'session.completed');
    expect(ended.data).toMatchObject({ task_id: taskId, duration: 1500, score: 91 });
    expect((await trainar.tasks.list()).items).toMatchObject([
      { id: taskId, status: 'completed', session_id: session.id },
    ]);
  });
});

describe('a list', () => {
  it.each(['object', 'array'] as const)('reads the same in the form of an %s', async (listForm) => {
    const { sandbox, connect } = await listeningTenant();
    const { apiKey } = sandbox.trainar.createTenant({ listForm });
    const trainar = connect(apiKey);
    const made = await trainar.tasks.create({ title: 'Sweep the yard' });

    const page = await trainar.tasks.list();
    expect(Array.isArray(page.body)).toBe(listForm === 'array');
    expect(page.items).toEqual([made]);
    expect(page.hasNextPage()).toBe(false);
    expect(await trainar.tasks.list().toArray()).toEqual(page.items);
    expect((await trainar.users.list()).items).toHaveLength(1);
  });

  it('is newest first, and short when asked to be', async () => {
    const { trainar } = await listeningTenant();
    for (const title of ['one', 'two', 'three']) await trainar.tasks.create({ title });
    const { items } = await trainar.tasks.list({ limit: 2 });
    expect(items.map(({ title }) => title)).toEqual(['three', 'two']);
  });
});
