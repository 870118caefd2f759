import { expect } from 'vitest';
import type { OperationId, webhookEvents } from '../../../generated/trainar/operations.ts';
import { scenariosFor } from '../kit/scenario.ts';
import type { TrainARWorld } from './world.ts';

const { answers, refuses, fires } = scenariosFor<
  TrainARWorld,
  OperationId,
  keyof typeof webhookEvents
>();

const url = 'https://receiver.example.com/hooks';
const nobody = '00000000-0000-4000-8000-000000000000';

const tasks = [
  answers('tasks.create', 'makes an open task of every field', async ({ client, tenant }) => {
    const body = {
      title: 'Replace the filter on boiler 3',
      description: 'The spare is in the van.',
      priority: 'urgent',
      due_date: '2026-07-01T09:00:00Z',
      assigned_to: tenant.adminUserId,
      external_id: 'job-77',
    } as const;
    expect(await client.tasks.create(body)).toMatchObject({
      title: body.title,
      description: body.description,
      priority: 'urgent',
      due_date: '2026-07-01T09:00:00.000Z',
      assigned_to: { user_id: tenant.adminUserId },
      external_id: 'job-77',
      status: 'open',
      source: 'api',
      completed_at: null,
    });
  }),
  answers('tasks.create', 'fills in what was left out', async ({ client }) => {
    const task = await client.tasks.create({ title: 'Sweep the yard' });
    expect(task).toMatchObject({ priority: 'medium', description: null, assigned_to: null });
  }),
  answers('tasks.list', 'hands out at most as many as asked for', async ({ client, owner }) => {
    for (const title of ['one', 'two', 'three']) await owner.tasks.create({ title });
    const { items } = await client.tasks.list({ limit: 2 });
    expect(items).toHaveLength(2);
  }),
  answers('tasks.list', 'keeps to the own tenant', async ({ client, owner, strangers }) => {
    await strangers.tasks.create({ title: 'not yours' });
    const { id } = await owner.tasks.create({ title: 'yours' });
    expect((await client.tasks.list()).items.map((task) => task.id)).toEqual([id]);
  }),
  answers('tasks.update', 'moves a task', async ({ client, owner }) => {
    const { id } = await owner.tasks.create({ title: 'Sweep the yard' });
    const task = await client.tasks.update(id, { status: 'completed' });
    expect(task).toMatchObject({ id, status: 'completed', completed_at: expect.any(String) });
  }),
  refuses('tasks.create', 400, 'title', ({ client }) => client.tasks.create({} as never)),
  refuses('tasks.create', 400, 'priority', ({ client }) =>
    client.tasks.create({ title: 'Sweep', priority: 'sometime' as never }),
  ),
  refuses('tasks.create', 400, 'assignee', ({ client, stranger }) =>
    client.tasks.create({ title: 'Sweep', assigned_to: stranger.adminUserId }),
  ),
  refuses('tasks.list', 400, 'limit', ({ client }) => client.tasks.list({ limit: 0 })),
  refuses('tasks.list', 400, 'limit', ({ client }) => client.tasks.list({ limit: 101 })),
  refuses('tasks.update', 400, 'status', async ({ client, owner }) => {
    const { id } = await owner.tasks.create({ title: 'Sweep' });
    return client.tasks.update(id, { status: 'archived' as never });
  }),
  refuses('tasks.update', 403, 'FORBIDDEN', async ({ client, strangers }) => {
    const { id } = await strangers.tasks.create({ title: 'not yours' });
    return client.tasks.complete(id);
  }),
  refuses('tasks.update', 404, 'NOT_FOUND', ({ client }) => client.tasks.start(nobody)),
];

const sam = { email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin' as const] };

const users = [
  answers('users.list', 'has the admin the tenant began with', async ({ client, tenant }) => {
    const { items } = await client.users.list({ limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([tenant.adminUserId]);
  }),
  answers('users.invite', 'makes a dashboard user', async ({ client }) => {
    expect(await client.users.invite(sam)).toMatchObject({ ...sam, is_active: true });
  }),
  refuses('users.list', 400, 'limit', ({ client }) => client.users.list({ limit: 0 })),
  refuses('users.list', 400, 'limit', ({ client }) => client.users.list({ limit: 101 })),
  refuses('users.invite', 400, 'e-mail', ({ client }) =>
    client.users.invite({ ...sam, email: 'sam at example' }),
  ),
  refuses('users.invite', 400, 'full name', ({ client }) =>
    client.users.invite({ email: sam.email, roles: sam.roles } as never),
  ),
  refuses('users.invite', 400, 'role', ({ client }) =>
    client.users.invite({ ...sam, roles: ['trainer' as never] }),
  ),
  refuses('users.invite', 409, 'CONFLICT', async ({ client, owner }) => {
    await owner.users.invite(sam);
    return client.users.invite({ ...sam, email: 'SAM@example.com' });
  }),
];

const skillOf = ({ sandbox, tenant }: TrainARWorld) =>
  sandbox.trainar.createSkill({
    tenantId: tenant.tenantId,
    name: 'log_meter_reading',
    answer: { stored: true },
  }).skillId;

const skills = [
  answers('skills.execute', 'runs in the first assigned seat', async (world) => {
    const body = { skill_id: skillOf(world), arguments: { meter: 'M-1', value: 7 } };
    const result = await world.client.skills.execute(body);
    expect(result).toMatchObject({ success: true, result: { stored: true } });
  }),
  answers('skills.execute', 'runs in the context that is given', async (world) => {
    const session_context = { seat_id: world.tenant.seatId, role: 'trainer' as const };
    const body = { skill_id: skillOf(world), arguments: {}, session_context };
    expect(await world.client.skills.execute(body)).toMatchObject({ success: true });
  }),
  refuses('skills.execute', 400, 'NO_ACTIVE_SEAT', (world) => {
    world.sandbox.trainar.assignSeat(world.tenant.seatId, null);
    return world.client.skills.execute({ skill_id: skillOf(world), arguments: {} });
  }),
  refuses('skills.execute', 400, "skill's id is missing", ({ client }) =>
    client.skills.execute({ arguments: {} } as never),
  ),
  refuses('skills.execute', 403, 'FORBIDDEN', ({ client, sandbox, stranger: { tenantId } }) => {
    const { skillId } = sandbox.trainar.createSkill({ tenantId, name: 'not_yours' });
    return client.skills.execute({ skill_id: skillId, arguments: {} });
  }),
  refuses('skills.execute', 404, 'NOT_FOUND', ({ client }) =>
    client.skills.execute({ skill_id: nobody, arguments: {} }),
  ),
];

const webhooks = [
  answers('webhooks.subscribe', 'registers an endpoint', async ({ client }) => {
    const body = { url, events: ['task.created' as const], source: 'trainyard' };
    expect(await client.webhooks.subscribe(body)).toMatchObject({
      id: expect.any(String),
      ...body,
    });
  }),
  answers('webhooks.get', 'tells that an endpoint is registered', async ({ client, owner }) => {
    const { id } = await owner.webhooks.subscribe({ url, events: ['task.created'] });
    expect(await client.webhooks.get(id)).toMatchObject({ exists: true, id, url });
  }),
  answers('webhooks.get', 'tells that an endpoint is not', async ({ client }) => {
    expect(await client.webhooks.get(nobody)).toEqual({ exists: false });
  }),
  answers('webhooks.unsubscribe', 'removes an endpoint', async ({ client, owner }) => {
    const { id } = await owner.webhooks.subscribe({ url, events: ['task.created'] });
    await client.webhooks.unsubscribe(id);
    expect(await owner.webhooks.get(id)).toEqual({ exists: false });
  }),
  answers('webhooks.unsubscribe', 'removes what its source registered', async (world) => {
    const body = { url, events: ['task.created' as const], source: 'n8n' };
    const { id } = await world.owner.webhooks.subscribe(body);
    await world.client.webhooks.unsubscribe(id, { source: 'n8n' });
    expect(await world.owner.webhooks.get(id)).toEqual({ exists: false });
  }),
  refuses('webhooks.subscribe', 400, 'URL', ({ client }) =>
    client.webhooks.subscribe({ url: 'mailto:sam@example.com', events: ['task.created'] }),
  ),
  refuses('webhooks.subscribe', 400, 'list of events', ({ client }) =>
    client.webhooks.subscribe({ url, events: [] }),
  ),
  refuses('webhooks.subscribe', 400, 'unknown event', ({ client }) =>
    client.webhooks.subscribe({ url, events: ['task.painted' as never] }),
  ),
  refuses('webhooks.get', 403, 'FORBIDDEN', async ({ client, strangers }) => {
    const { id } = await strangers.webhooks.subscribe({ url, events: ['task.created'] });
    return client.webhooks.get(id);
  }),
  // The sandbox tells a missing endpoint the other known way, with `exists: false`.
  refuses('webhooks.get', 404, 'NOT_FOUND', ({ client, sandbox }) => {
    const body = { error: 'NOT_FOUND', message: 'No such endpoint.' };
    sandbox.faults.inject({ operationId: 'webhooks.get', status: 404, body });
    return client.webhooks.get(nobody);
  }),
  refuses('webhooks.unsubscribe', 403, 'FORBIDDEN', async ({ client, strangers }) => {
    const { id } = await strangers.webhooks.subscribe({ url, events: ['task.created'] });
    return client.webhooks.unsubscribe(id);
  }),
  refuses('webhooks.unsubscribe', 404, 'no endpoint with this id', ({ client }) =>
    client.webhooks.unsubscribe(nobody),
  ),
  refuses('webhooks.unsubscribe', 404, 'another source', async ({ client, owner }) => {
    const { id } = await owner.webhooks.subscribe({ url, events: ['task.created'] });
    return client.webhooks.unsubscribe(id, { source: 'n8n' });
  }),
];

const subscribed = async ({ client }: TrainARWorld, event: keyof typeof webhookEvents) => {
  await client.webhooks.subscribe({ url, events: [event] });
};

const events = [
  fires('task.created', async (world) => {
    await subscribed(world, 'task.created');
    await world.client.tasks.create({ title: 'Sweep', assigned_to: world.tenant.adminUserId });
    world.sandbox.trainar.createTask(world.tenant.tenantId, { title: 'By hand' });
  }),
  fires('task.status_changed', async (world) => {
    await subscribed(world, 'task.status_changed');
    const { id } = await world.client.tasks.create({ title: 'Sweep' });
    await world.client.tasks.start(id);
  }),
  fires('task.completed', async (world) => {
    await subscribed(world, 'task.completed');
    const { id } = await world.client.tasks.create({ title: 'Sweep' });
    await world.client.tasks.complete(id);
  }),
  fires('session.started', async (world) => {
    await subscribed(world, 'session.started');
    world.sandbox.trainar.startSession({ tenantId: world.tenant.tenantId });
  }),
  fires('session.completed', async (world) => {
    await subscribed(world, 'session.completed');
    const { trainar } = world.sandbox;
    const { id } = trainar.startSession({ tenantId: world.tenant.tenantId });
    trainar.completeSession(id, { score: 91, summary: 'Done well.' });
    const another = trainar.startSession({ tenantId: world.tenant.tenantId });
    trainar.completeSession(another.id);
  }),
  fires('skill.executed', async (world) => {
    await subscribed(world, 'skill.executed');
    await world.client.skills.execute({ skill_id: skillOf(world), arguments: {} });
  }),
];

export const scenarios = [...tasks, ...users, ...skills, ...webhooks, ...events];
