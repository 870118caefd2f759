import type { Task, TaskCreate, TaskUpdate } from '../../../generated/trainar/types.ts';
import { type Handler, reply } from '../kernel/handler.ts';
import { invalid } from '../kernel/refusal.ts';
import { fire } from './events.ts';
import type { TaskRow, TaskStatus } from './tables.ts';
import { listBody, own, type TrainARActor, timestamp, type World } from './world.ts';

/** `tasks.*` */
export function taskHandlers(world: World) {
  const create: Handler<TrainARActor, TaskCreate> = ({ actor, body }) =>
    reply(201, present(world, createTask(world, actor.tenantId, body, 'api')));

  const list: Handler<TrainARActor> = ({ actor, query }) => {
    const limit = query.integer('limit');
    const { rows } = world.tables.tasks.page({ index: 'tenant', key: actor.tenantId, limit });
    const items = rows.map((row) => present(world, row));
    return reply(200, listBody(world, actor.tenantId, 'tasks', items));
  };

  const update: Handler<TrainARActor, TaskUpdate> = ({ actor, query, body }) => {
    const task = own(world.tables.tasks, 'task', query.required('task_id'), actor.tenantId);
    return reply(200, present(world, moveTask(world, task, body.status)));
  };

  return { 'tasks.create': create, 'tasks.list': list, 'tasks.update': update };
}

/** Makes a task, as the API, a person or an integration would, and fires `task.created`. */
export function createTask(
  world: World,
  tenantId: string,
  body: TaskCreate,
  source: string,
): Readonly<TaskRow> {
  const { kernel, tables } = world;
  const assignee = body.assigned_to ?? null;
  if (assignee !== null && tables.users.get(assignee)?.tenantId !== tenantId) {
    throw invalid('body', ['assigned_to'], 'Not a user of this tenant');
  }
  if (body.title.trim() === '') throw invalid('body', ['title'], 'Required');
  const task = tables.tasks.insert({
    id: kernel.random.stream('trainar.tasks').uuid(),
    tenantId,
    title: body.title,
    description: body.description ?? null,
    status: 'open',
    priority: body.priority ?? 'medium',
    source,
    externalId: body.external_id ?? null,
    assignedTo: assignee,
    dueDate: body.due_date == null ? null : timestamp(body.due_date, 'due_date'),
    createdAt: kernel.clock.iso(),
    completedAt: null,
    sessionId: null,
  });
  fire(world, tenantId, 'task.created', {
    task_id: task.id,
    title: task.title,
    status: task.status,
    source: task.source,
    external_id: task.externalId,
    assigned_to: task.assignedTo,
    created_at: task.createdAt,
  });
  return task;
}

/** Moves a task and fires what the move implies; a move to where it stands changes and fires nothing. */
export function moveTask(
  world: World,
  task: Readonly<TaskRow>,
  status: TaskStatus,
  sessionId = task.sessionId,
): Readonly<TaskRow> {
  if (status === task.status) return task;
  const completedAt = status === 'completed' ? world.kernel.clock.iso() : null;
  const moved = world.tables.tasks.update(task.id, { status, completedAt, sessionId });
  const common = {
    task_id: moved.id,
    title: moved.title,
    external_id: moved.externalId,
    source: moved.source,
    session_id: moved.sessionId,
  };
  fire(world, moved.tenantId, 'task.status_changed', {
    ...common,
    previous_status: task.status,
    new_status: status,
  });
  if (status === 'completed') {
    const { assignedTo: assigned_to } = moved;
    fire(world, moved.tenantId, 'task.completed', {
      ...common,
      assigned_to,
      completed_at: completedAt,
    });
  }
  return moved;
}

/** A task on the wire. */
export function present({ tables }: World, task: Readonly<TaskRow>): Task {
  const assignee = task.assignedTo === null ? undefined : tables.users.get(task.assignedTo);
  return {
    id: task.id,
    title: task.title,
    description: task.description,
    status: task.status,
    priority: task.priority,
    source: task.source,
    external_id: task.externalId,
    assigned_to: assignee ? { user_id: assignee.id, name: assignee.fullName } : null,
    due_date: task.dueDate,
    created_at: task.createdAt,
    completed_at: task.completedAt,
    session_id: task.sessionId,
  };
}
