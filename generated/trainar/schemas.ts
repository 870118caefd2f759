// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import * as z from 'zod/mini';

export const zScope = z.union([
  z.enum([
    'read:sessions',
    'read:tasks',
    'write:tasks',
    'read:users',
    'manage:users',
    'read:skills',
    'write:skills',
    'manage:webhooks',
  ]),
  z.string(),
]);

export const zErrorBody = z.looseObject({
  error: z.union([
    z.enum([
      'BAD_REQUEST',
      'INSUFFICIENT_PERMISSIONS',
      'NO_ACTIVE_SEAT',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'CONFLICT',
      'RATE_LIMITED',
      'INTERNAL_ERROR',
    ]),
    z.string(),
  ]),
  message: z.string(),
});

export const zTaskStatus = z.union([
  z.enum(['open', 'in_progress', 'completed', 'cancelled']),
  z.string(),
]);

export const zTaskPriority = z.union([z.enum(['low', 'medium', 'high', 'urgent']), z.string()]);

export const zTaskSource = z.union([z.enum(['api', 'manual', 'integration']), z.string()]);

export const zTaskAssignee = z.looseObject({
  user_id: z.string(),
  name: z.string(),
});

export const zTask = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.nullable(z.string()),
  status: zTaskStatus,
  priority: zTaskPriority,
  source: zTaskSource,
  external_id: z.nullable(z.string()),
  assigned_to: z.nullable(zTaskAssignee),
  due_date: z.nullable(z.string()),
  created_at: z.string(),
  completed_at: z.nullable(z.string()),
  session_id: z.nullable(z.string()),
});

export const zTaskCreate = z.looseObject({
  title: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  priority: z.optional(z.enum(['low', 'medium', 'high', 'urgent'])),
  due_date: z.optional(z.string()),
  assigned_to: z.optional(z.string()),
  external_id: z.optional(z.string()),
});

export const zTaskUpdate = z.looseObject({
  status: z.enum(['open', 'in_progress', 'completed', 'cancelled']),
});

export const zTaskListItem = z.looseObject({
  id: z.optional(z.string()),
  task_id: z.optional(z.string()),
  title: z.string(),
  description: z.nullish(z.string()),
  status: z.optional(zTaskStatus),
  priority: z.optional(zTaskPriority),
  source: z.optional(zTaskSource),
  external_id: z.nullish(z.string()),
  assigned_to: z.nullish(zTaskAssignee),
  due_date: z.nullish(z.string()),
  created_at: z.optional(z.string()),
  completed_at: z.nullish(z.string()),
  session_id: z.nullish(z.string()),
});

export const zTaskList = z.union([
  z.looseObject({
    tasks: z.array(zTaskListItem),
  }),
  z.array(zTaskListItem),
]);

export const zUserRole = z.union([z.enum(['admin', 'member']), z.string()]);

export const zUser = z.looseObject({
  id: z.string(),
  email: z.string(),
  full_name: z.nullish(z.string()),
  roles: z.optional(z.array(zUserRole)),
  is_active: z.optional(z.boolean()),
});

export const zUserInvite = z.looseObject({
  email: z.string().check(z.minLength(1)),
  full_name: z.string().check(z.minLength(1)),
  roles: z.array(z.enum(['admin'])).check(z.minLength(1)),
});

export const zUserList = z.union([
  z.looseObject({
    users: z.array(zUser),
  }),
  z.array(zUser),
]);

export const zSeatRole = z.union([z.enum(['trainer', 'trainee']), z.string()]);

export const zSkillSessionContext = z.looseObject({
  customer_id: z.optional(z.string()),
  seat_id: z.optional(z.string()),
  user_id: z.optional(z.string()),
  role: z.optional(zSeatRole),
});

export const zSkillExecute = z.looseObject({
  skill_id: z.string().check(z.minLength(1)),
  arguments: z.record(z.string(), z.unknown()),
  session_context: z.optional(zSkillSessionContext),
});

export const zSkillResult = z.unknown();

export const zNoArguments = z.record(z.string(), z.unknown());

export const zSessionListArguments = z.looseObject({
  status: z.optional(z.union([z.enum(['in_progress', 'completed', 'failed']), z.string()])),
  role: z.optional(z.union([z.enum(['trainer', 'trainee']), z.string()])),
  limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
});

export const zSessionGetArguments = z.looseObject({
  session_id: z.string().check(z.minLength(1)),
});

export const zTaskGetArguments = z.looseObject({
  task_id: z.string().check(z.minLength(1)),
});

export const zSkillGetArguments = z.looseObject({
  skill_id: z.string().check(z.minLength(1)),
});

export const zSession = z.looseObject({
  id: z.optional(z.string()),
  session_id: z.optional(z.string()),
  name: z.nullish(z.string()),
  role: z.nullish(z.union([z.enum(['trainer', 'trainee']), z.string()])),
  status: z.nullish(z.union([z.enum(['in_progress', 'completed', 'failed']), z.string()])),
  task_id: z.nullish(z.string()),
  user_id: z.nullish(z.string()),
  seat_id: z.nullish(z.string()),
  started_at: z.nullish(z.string()),
  completed_at: z.nullish(z.string()),
  duration: z.nullish(z.number()),
  score: z.nullish(z.number()),
  summary: z.nullish(z.string()),
  video_url: z.nullish(z.string()),
});

export const zSessionList = z.union([
  z.looseObject({
    sessions: z.array(zSession),
  }),
  z.array(zSession),
]);

export const zWebhookEventName = z.enum([
  'task.created',
  'task.status_changed',
  'task.completed',
  'session.started',
  'session.completed',
  'skill.executed',
]);

export const zWebhookSubscribe = z.looseObject({
  url: z.string().check(z.minLength(1)),
  events: z.array(zWebhookEventName).check(z.minLength(1)),
  source: z.optional(z.string()),
});

export const zWebhookEndpoint = z.looseObject({
  id: z.string(),
  events: z.array(
    z.union([
      z.enum([
        'task.created',
        'task.status_changed',
        'task.completed',
        'session.started',
        'session.completed',
        'skill.executed',
      ]),
      z.string(),
    ]),
  ),
  url: z.optional(z.string()),
  source: z.nullish(z.string()),
  secret: z.nullish(z.string()),
  created_at: z.optional(z.string()),
});

export const zWebhookEndpointStatus = z.looseObject({
  exists: z.boolean(),
  id: z.optional(z.string()),
  events: z.optional(
    z.array(
      z.union([
        z.enum([
          'task.created',
          'task.status_changed',
          'task.completed',
          'session.started',
          'session.completed',
          'skill.executed',
        ]),
        z.string(),
      ]),
    ),
  ),
  url: z.optional(z.string()),
});

export const zWebhookUnsubscribed = z.looseObject({
  success: z.optional(z.boolean()),
});

export const zTaskCreatedData = z.looseObject({
  task_id: z.string(),
  title: z.string(),
  status: zTaskStatus,
  source: zTaskSource,
  external_id: z.nullable(z.string()),
  assigned_to: z.nullable(z.string()),
  created_at: z.string(),
});

export const zTaskCreatedEvent = z.looseObject({
  event: z.literal('task.created'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zTaskCreatedData,
});

export const zTaskStatusChangedData = z.looseObject({
  task_id: z.string(),
  title: z.string(),
  previous_status: zTaskStatus,
  new_status: zTaskStatus,
  external_id: z.nullable(z.string()),
  source: zTaskSource,
  session_id: z.nullish(z.string()),
});

export const zTaskStatusChangedEvent = z.looseObject({
  event: z.literal('task.status_changed'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zTaskStatusChangedData,
});

export const zTaskCompletedData = z.looseObject({
  task_id: z.string(),
  title: z.optional(z.string()),
  external_id: z.nullish(z.string()),
  source: z.optional(zTaskSource),
  session_id: z.nullish(z.string()),
  assigned_to: z.nullish(z.string()),
  completed_at: z.nullish(z.string()),
});

export const zTaskCompletedEvent = z.looseObject({
  event: z.literal('task.completed'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zTaskCompletedData,
});

export const zSessionStartedData = z.looseObject({
  session_id: z.nullish(z.string()),
  task_id: z.nullish(z.string()),
  user_id: z.nullish(z.string()),
  seat_id: z.nullish(z.string()),
  role: z.nullish(z.union([z.enum(['trainer', 'trainee']), z.string()])),
  started_at: z.nullish(z.string()),
});

export const zSessionStartedEvent = z.looseObject({
  event: z.literal('session.started'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zSessionStartedData,
});

export const zSessionCompletedData = z.looseObject({
  session_id: z.nullish(z.string()),
  task_id: z.nullish(z.string()),
  user_id: z.nullish(z.string()),
  seat_id: z.nullish(z.string()),
  role: z.nullish(z.union([z.enum(['trainer', 'trainee']), z.string()])),
  started_at: z.nullish(z.string()),
  completed_at: z.nullish(z.string()),
  duration: z.nullish(z.number()),
  video_url: z.nullish(z.string()),
  summary: z.nullish(z.string()),
  score: z.nullish(z.number()),
});

export const zSessionCompletedEvent = z.looseObject({
  event: z.literal('session.completed'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zSessionCompletedData,
});

export const zSkillExecutedData = z.looseObject({
  skill_id: z.nullish(z.string()),
  skill_name: z.nullish(z.string()),
  success: z.nullish(z.boolean()),
  error: z.nullish(z.string()),
  session_id: z.nullish(z.string()),
  seat_id: z.nullish(z.string()),
  user_id: z.nullish(z.string()),
  executed_at: z.nullish(z.string()),
  latency_ms: z.nullish(z.number()),
});

export const zSkillExecutedEvent = z.looseObject({
  event: z.literal('skill.executed'),
  event_id: z.string(),
  timestamp: z.string(),
  data: zSkillExecutedData,
});

export const zWebhookEvent = z.union([
  zTaskCreatedEvent,
  zTaskStatusChangedEvent,
  zTaskCompletedEvent,
  zSessionStartedEvent,
  zSessionCompletedEvent,
  zSkillExecutedEvent,
]);

/** Request bodies, by operation. */
export const requests = {
  'tasks.create': { body: zTaskCreate },
  'tasks.update': { body: zTaskUpdate },
  'users.invite': { body: zUserInvite },
  'skills.execute': { body: zSkillExecute },
  'webhooks.subscribe': { body: zWebhookSubscribe },
} as const;

/** Response bodies, by operation and status. A status without a body is missing. */
export const responses = {
  'tasks.create': {
    201: zTask,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    '5XX': zErrorBody,
  },
  'tasks.list': {
    200: zTaskList,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    '5XX': zErrorBody,
  },
  'tasks.update': {
    200: zTask,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    404: zErrorBody,
    '5XX': zErrorBody,
  },
  'users.list': {
    200: zUserList,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    '5XX': zErrorBody,
  },
  'users.invite': {
    201: zUser,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    409: zErrorBody,
    '5XX': zErrorBody,
  },
  'skills.execute': {
    200: zSkillResult,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    404: zErrorBody,
    '5XX': zErrorBody,
  },
  'webhooks.subscribe': {
    201: zWebhookEndpoint,
    400: zErrorBody,
    401: zErrorBody,
    403: zErrorBody,
    '5XX': zErrorBody,
  },
  'webhooks.get': {
    200: zWebhookEndpointStatus,
    401: zErrorBody,
    403: zErrorBody,
    404: zErrorBody,
    '5XX': zErrorBody,
  },
  'webhooks.unsubscribe': {
    200: zWebhookUnsubscribed,
    401: zErrorBody,
    403: zErrorBody,
    404: zErrorBody,
    '5XX': zErrorBody,
  },
} as const;

/** Webhook deliveries, by event. */
export const events = {
  'task.created': zTaskCreatedEvent,
  'task.status_changed': zTaskStatusChangedEvent,
  'task.completed': zTaskCompletedEvent,
  'session.started': zSessionStartedEvent,
  'session.completed': zSessionCompletedEvent,
  'skill.executed': zSkillExecutedEvent,
} as const;
