import {
  zNoArguments,
  zSessionGetArguments,
  zSessionListArguments,
  zSkillGetArguments,
  zTaskGetArguments,
} from '../../../../generated/trainar/schemas.ts';
import { type ToolName, tools } from '../../../../generated/trainar/tools.ts';
import type {
  Session,
  SessionGetArguments,
  SessionListArguments,
  SkillGetArguments,
  TaskGetArguments,
} from '../../../../generated/trainar/types.ts';
import type { Operation } from '../../../core/operation.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import type { BodySchema } from '../../kernel/product.ts';
import { access } from '../access.ts';
import type { SessionRow, SkillRow } from '../tables.ts';
import { present } from '../tasks.ts';
import { listBody, own, type TrainARActor, type World } from '../world.ts';

/** Product of the tools that no REST call stands behind; they have no address of their own. */
export const ownTools = 'trainar.tools';

type OwnTool = {
  [Name in ToolName]: 'operationId' extends keyof (typeof tools)[Name] ? never : Name;
}[ToolName];

const requests: Record<OwnTool, { body: BodySchema }> = {
  list_sessions: { body: zSessionListArguments },
  get_session: { body: zSessionGetArguments },
  get_task: { body: zTaskGetArguments },
  list_seats: { body: zNoArguments },
  list_skills: { body: zNoArguments },
  get_skill: { body: zSkillGetArguments },
};

/** Puts them on the sandbox, behind the gates that every call passes. */
export function mountOwnTools(world: World): void {
  const operations = Object.keys(requests).map((name): [string, Operation] => [
    name,
    {
      id: name,
      method: 'POST',
      path: '',
      body: 'json',
      success: [200],
      scope: tools[name as OwnTool].scope,
    },
  ]);
  world.kernel.mount<TrainARActor>({
    id: ownTools,
    mounts: [],
    operations: Object.fromEntries(operations),
    handlers: handlers(world),
    requests,
    ...access(world),
  });
}

function handlers(world: World): Record<OwnTool, Handler<TrainARActor>> {
  const { tables } = world;

  const listSessions: Handler<TrainARActor, SessionListArguments> = ({ actor, body }) => {
    const { status, role, limit = 50 } = body;
    const { rows } = tables.sessions.page({
      index: 'tenant',
      key: actor.tenantId,
      limit,
      where: (row) =>
        (status === undefined || row.status === status) &&
        (role === undefined || row.role === role),
    });
    const items = rows.map((row) => presentSession(world, row));
    return reply(200, listBody(world, actor.tenantId, 'sessions', items));
  };

  const getSession: Handler<TrainARActor, SessionGetArguments> = ({ actor, body }) => {
    const row = own(tables.sessions, 'session', body.session_id, actor.tenantId);
    return reply(200, presentSession(world, row));
  };

  const getTask: Handler<TrainARActor, TaskGetArguments> = ({ actor, body }) =>
    reply(200, present(world, own(tables.tasks, 'task', body.task_id, actor.tenantId)));

  const listSeats: Handler<TrainARActor> = ({ actor }) => {
    const seats = [...tables.seats.walk('tenant', actor.tenantId)].map((seat) => ({
      id: seat.id,
      user_id: seat.userId,
      roles: [seat.role],
      is_active: seat.active,
    }));
    return reply(200, listBody(world, actor.tenantId, 'seats', seats));
  };

  const listSkills: Handler<TrainARActor> = ({ actor }) => {
    const skills = [...tables.skills.walk('tenant', actor.tenantId)].map(presentSkill);
    return reply(200, listBody(world, actor.tenantId, 'skills', skills));
  };

  const getSkill: Handler<TrainARActor, SkillGetArguments> = ({ actor, body }) => {
    const skill = own(tables.skills, 'skill', body.skill_id, actor.tenantId);
    return reply(200, presentSkill(skill));
  };

  return {
    list_sessions: listSessions,
    get_session: getSession,
    get_task: getTask,
    list_seats: listSeats,
    list_skills: listSkills,
    get_skill: getSkill,
  };
}

/** A session on the wire, with the fields that its event has. */
function presentSession({ tables }: World, row: Readonly<SessionRow>): Session {
  const task = row.taskId === null ? undefined : tables.tasks.get(row.taskId);
  const { startedAt, completedAt } = row;
  return {
    id: row.id,
    name: task?.title ?? row.id,
    role: row.role,
    status: row.status,
    task_id: row.taskId,
    user_id: row.userId,
    seat_id: row.seatId,
    started_at: startedAt,
    completed_at: completedAt,
    duration:
      completedAt === null ? null : (Date.parse(completedAt) - Date.parse(startedAt)) / 1000,
    score: row.score,
    summary: row.summary,
    video_url: row.videoUrl,
  };
}

function presentSkill(skill: Readonly<SkillRow>) {
  const { id, name, description, parametersSchema: parameters_schema, enabled } = skill;
  return { id, name, description, parameters_schema, enabled };
}
