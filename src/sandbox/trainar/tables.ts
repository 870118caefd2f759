import type { Kernel } from '../kernel/kernel.ts';

export interface TenantRow {
  id: string;
  name: string;
  /** Which of the two known forms lists are answered in. */
  listForm: 'object' | 'array';
  /** Whether its MCP server lists tools that the key may not call. */
  mcpListsAll: boolean;
}

export interface KeyRow {
  id: string;
  tenantId: string;
  key: string;
  name: string;
  scopes: string[];
  revoked: boolean;
}

export interface UserRow {
  id: string;
  tenantId: string;
  email: string;
  fullName: string;
  roles: string[];
  active: boolean;
}

export interface SeatRow {
  id: string;
  tenantId: string;
  /** Nobody's while unassigned. */
  userId: string | null;
  role: 'trainer' | 'trainee';
  active: boolean;
}

export type TaskStatus = 'open' | 'in_progress' | 'completed' | 'cancelled';

export interface TaskRow {
  id: string;
  tenantId: string;
  title: string;
  description: string | null;
  status: TaskStatus;
  priority: string;
  source: string;
  externalId: string | null;
  assignedTo: string | null;
  dueDate: string | null;
  createdAt: string;
  completedAt: string | null;
  sessionId: string | null;
}

export interface SkillRow {
  id: string;
  tenantId: string;
  name: string;
  /** What it is for, as the AI is told. */
  description: string | null;
  /** JSON Schema of its arguments. */
  parametersSchema: Record<string, unknown> | null;
  /** Called when the skill runs; without one the skill answers `answer`. */
  webhookUrl: string | null;
  timeoutMs: number;
  answer: unknown;
  enabled: boolean;
}

export interface SessionRow {
  id: string;
  tenantId: string;
  taskId: string | null;
  seatId: string;
  userId: string | null;
  role: 'trainer' | 'trainee';
  status: 'in_progress' | 'completed' | 'failed';
  startedAt: string;
  completedAt: string | null;
  score: number | null;
  summary: string | null;
  videoUrl: string | null;
}

export interface EndpointRow {
  id: string;
  tenantId: string;
  url: string;
  events: string[];
  source: string | null;
  secret: string;
  createdAt: string;
}

/** TrainAR's state. */
export type Tables = ReturnType<typeof createTables>;

export function createTables({ store }: Kernel) {
  const byTenant = { tenant: { on: (row: { tenantId: string }) => row.tenantId } };
  const id = (row: { id: string }) => row.id;
  return {
    tenants: store.table<TenantRow>('trainar.tenants', { key: id }),
    keys: store.table('trainar.keys', {
      key: id,
      indexes: { ...byTenant, key: { on: (row: KeyRow) => row.key } },
    }),
    users: store.table('trainar.users', {
      key: id,
      indexes: {
        ...byTenant,
        email: { on: (row: UserRow) => `${row.tenantId}|${row.email.toLowerCase()}` },
      },
    }),
    seats: store.table<SeatRow, 'tenant'>('trainar.seats', { key: id, indexes: byTenant }),
    tasks: store.table<TaskRow, 'tenant'>('trainar.tasks', { key: id, indexes: byTenant }),
    skills: store.table<SkillRow, 'tenant'>('trainar.skills', { key: id, indexes: byTenant }),
    sessions: store.table<SessionRow, 'tenant'>('trainar.sessions', { key: id, indexes: byTenant }),
    endpoints: store.table<EndpointRow, 'tenant'>('trainar.endpoints', {
      key: id,
      indexes: byTenant,
    }),
  };
}
