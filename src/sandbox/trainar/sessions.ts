import { Refusal } from '../kernel/refusal.ts';
import { fire } from './events.ts';
import type { SessionRow } from './tables.ts';
import { moveTask } from './tasks.ts';
import { own, type World } from './world.ts';

/** How a session on the glasses begins. */
export interface StartSession {
  tenantId: string;
  /** Task that is worked on; moves to `in_progress`. */
  taskId?: string;
  /** Default: the tenant's first seat. */
  seatId?: string;
}

/** How it ends. */
export interface CompleteSession {
  /** 0 to 100. */
  score?: number;
  summary?: string;
  videoUrl?: string;
  /** Whether its task is completed with it. Default true. */
  completeTask?: boolean;
}

/** Somebody puts the glasses on. */
export function startSession(world: World, args: StartSession): Readonly<SessionRow> {
  const { kernel, tables } = world;
  const seatId = args.seatId ?? tables.seats.first('tenant', args.tenantId)?.id;
  if (seatId === undefined) throw new Refusal(400, 'BAD_REQUEST', 'The tenant has no seat.');
  const seat = own(tables.seats, 'seat', seatId, args.tenantId);
  const task = args.taskId && own(tables.tasks, 'task', args.taskId, args.tenantId);
  const session = tables.sessions.insert({
    id: kernel.random.stream('trainar.sessions').uuid(),
    tenantId: args.tenantId,
    taskId: args.taskId ?? null,
    seatId,
    userId: seat.userId,
    role: seat.role,
    status: 'in_progress',
    startedAt: kernel.clock.iso(),
    completedAt: null,
    score: null,
    summary: null,
    videoUrl: null,
  });
  if (task) moveTask(world, task, 'in_progress', session.id);
  fire(world, args.tenantId, 'session.started', {
    session_id: session.id,
    task_id: session.taskId,
    user_id: session.userId,
    seat_id: seatId,
    role: session.role,
    started_at: session.startedAt,
  });
  return session;
}

/** The glasses come off: the session ends, and with it its task unless told otherwise. */
export function completeSession(
  world: World,
  sessionId: string,
  { score, summary, videoUrl, completeTask = true }: CompleteSession = {},
): Readonly<SessionRow> {
  const { kernel, tables } = world;
  const before = tables.sessions.get(sessionId);
  if (!before) throw new Refusal(404, 'NOT_FOUND', `There is no session ${sessionId}.`);
  if (before.status !== 'in_progress') {
    throw new Refusal(409, 'CONFLICT', `The session is ${before.status} already.`);
  }
  const session = tables.sessions.update(sessionId, {
    status: 'completed',
    completedAt: kernel.clock.iso(),
    score: score ?? null,
    summary: summary ?? null,
    videoUrl: videoUrl ?? null,
  });
  const task = session.taskId === null ? undefined : tables.tasks.get(session.taskId);
  if (task && completeTask) moveTask(world, task, 'completed', sessionId);
  fire(world, session.tenantId, 'session.completed', {
    session_id: session.id,
    task_id: session.taskId,
    user_id: session.userId,
    seat_id: session.seatId,
    role: session.role,
    started_at: session.startedAt,
    completed_at: session.completedAt,
    duration: (kernel.clock.now() - Date.parse(session.startedAt)) / 1000,
    video_url: session.videoUrl,
    summary: session.summary,
    score: session.score,
  });
  return session;
}
