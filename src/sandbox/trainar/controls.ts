import { scopes as allScopes } from '../../../generated/trainar/operations.ts';
import { Refusal } from '../kernel/refusal.ts';
import {
  type CompleteSession,
  completeSession,
  type StartSession,
  startSession,
} from './sessions.ts';
import { createTask, moveTask, present } from './tasks.ts';
import { addUser } from './users.ts';
import { own, type World } from './world.ts';

/** A tenant to be made. */
export interface CreateTenant {
  name?: string;
  /** Scopes of its key. Default: all. */
  scopes?: readonly string[];
  /** Which of the two known forms its lists are answered in. Default `object`. */
  listForm?: 'object' | 'array';
  /** Whether its MCP server lists tools that the key's scopes don't allow; not documented. Default true. */
  mcpListsAll?: boolean;
}

/** A tenant that was made, with one admin, one assigned seat and a key. */
export interface CreatedTenant {
  tenantId: string;
  apiKey: string;
  adminUserId: string;
  seatId: string;
}

/** A skill to be made. */
export interface CreateSkill {
  tenantId: string;
  /** In snake_case. */
  name: string;
  /** What it is for. */
  description?: string;
  /** JSON Schema of its arguments. Told, not enforced. */
  parametersSchema?: Record<string, unknown>;
  /** Called with a POST when the skill runs. */
  webhookUrl?: string;
  /** What it answers when it has no webhook. */
  answer?: unknown;
  /** Milliseconds its webhook may take. Default 30,000, the dashboard's preset. */
  timeoutMs?: number;
}

/** The dashboard and the glasses: what people do on TrainAR outside its API. */
export function trainarControls(world: World) {
  const { kernel, tables } = world;
  const { random } = kernel;

  function known(tenantId: string): string {
    if (tables.tenants.get(tenantId)) return tenantId;
    throw new Refusal(404, 'NOT_FOUND', `There is no tenant ${tenantId}.`);
  }

  function createKey(tenantId: string, scopes: readonly string[] = allScopes): { apiKey: string } {
    requireScopes(scopes);
    const ids = random.stream('trainar.keys');
    const apiKey = ids.token('tak_', 40);
    tables.keys.insert({
      id: ids.uuid(),
      tenantId: known(tenantId),
      key: apiKey,
      name: 'Sandbox key',
      scopes: [...scopes],
      revoked: false,
    });
    return { apiKey };
  }

  return {
    /** Makes a tenant with an admin, an assigned seat and a key. */
    createTenant(options: CreateTenant = {}): CreatedTenant {
      requireScopes(options.scopes ?? []);
      const tenantId = random.stream('trainar.tenants').uuid();
      const name = options.name ?? 'Sandbox tenant';
      tables.tenants.insert({
        id: tenantId,
        name,
        listForm: options.listForm ?? 'object',
        mcpListsAll: options.mcpListsAll ?? true,
      });
      const admin = addUser(world, tenantId, {
        email: `admin-${tenantId.slice(0, 8)}@example.com`,
        fullName: 'Ada Field',
        roles: ['admin'],
      });
      const seatId = random.stream('trainar.seats').uuid();
      tables.seats.insert({
        id: seatId,
        tenantId,
        userId: admin.id,
        role: 'trainee',
        active: true,
      });
      const { apiKey } = createKey(tenantId, options.scopes);
      return { tenantId, apiKey, adminUserId: admin.id, seatId };
    },

    /** Makes another key of a tenant. */
    createKey,

    /** Revokes a key: from now on it answers 401. */
    revokeKey(apiKey: string): void {
      const row = tables.keys.first('key', apiKey);
      if (!row) throw new Refusal(404, 'NOT_FOUND', 'There is no such key.');
      tables.keys.update(row.id, { revoked: true });
    },

    /** Makes a task as a person does in the dashboard. */
    createTask(tenantId: string, task: Parameters<typeof createTask>[2]) {
      return present(world, createTask(world, known(tenantId), task, 'manual'));
    },

    /** Moves a task as a person does in the dashboard. */
    moveTask(taskId: string, status: Parameters<typeof moveTask>[2]) {
      const task = tables.tasks.get(taskId);
      if (!task) throw new Refusal(404, 'NOT_FOUND', `There is no task ${taskId}.`);
      return present(world, moveTask(world, task, status));
    },

    /** Makes a skill. */
    createSkill(skill: CreateSkill): { skillId: string } {
      const skillId = random.stream('trainar.skills').uuid();
      tables.skills.insert({
        id: skillId,
        tenantId: known(skill.tenantId),
        name: skill.name,
        description: skill.description ?? null,
        parametersSchema: skill.parametersSchema ?? null,
        webhookUrl: skill.webhookUrl ?? null,
        timeoutMs: skill.timeoutMs ?? 30_000,
        answer: skill.answer ?? null,
        enabled: true,
      });
      return { skillId };
    },

    /** Switches a skill on or off. */
    setSkillEnabled(skillId: string, enabled: boolean): void {
      tables.skills.update(skillId, { enabled });
    },

    /** Assigns a seat to a user of its tenant, or to nobody. */
    assignSeat(seatId: string, userId: string | null): void {
      const seat = tables.seats.get(seatId);
      if (!seat) throw new Refusal(404, 'NOT_FOUND', `There is no seat ${seatId}.`);
      if (userId !== null) own(tables.users, 'user', userId, seat.tenantId);
      tables.seats.update(seatId, { userId });
    },

    /** Somebody puts the glasses on. */
    startSession: (args: StartSession) => startSession(world, args),

    /** The glasses come off. */
    completeSession: (sessionId: string, args?: CompleteSession) =>
      completeSession(world, sessionId, args),
  };
}

function requireScopes(scopes: readonly string[]): void {
  const strange = scopes.filter((scope) => !(allScopes as readonly string[]).includes(scope));
  if (strange.length === 0) return;
  throw new Refusal(400, 'BAD_REQUEST', `No such scopes: ${strange.join(', ')}.`);
}
