// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { ErrorReason, Operation, WebhookEventFacts } from '../../src/core/operation.ts';

/** Every operation, by the client call it is made with. */
export const operations = {
  'tasks.create': {
    id: 'tasks.create',
    method: 'POST',
    path: '/api-tenant-tasks',
    body: 'json',
    success: [201],
    scope: ['write:tasks'],
  },
  'tasks.list': {
    id: 'tasks.list',
    method: 'GET',
    path: '/api-tenant-tasks',
    query: ['limit'],
    success: [200],
    scope: ['read:tasks'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'tasks',
      limit: 'limit',
      maxLimit: 100,
    },
  },
  'tasks.update': {
    id: 'tasks.update',
    method: 'PATCH',
    path: '/api-tenant-tasks',
    query: ['task_id'],
    requiredQuery: ['task_id'],
    body: 'json',
    success: [200],
    scope: ['write:tasks'],
  },
  'users.list': {
    id: 'users.list',
    method: 'GET',
    path: '/api-tenant-users',
    query: ['limit'],
    success: [200],
    scope: ['read:users'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'users',
      limit: 'limit',
      maxLimit: 100,
    },
  },
  'users.invite': {
    id: 'users.invite',
    method: 'POST',
    path: '/api-tenant-users',
    body: 'json',
    success: [201],
    scope: ['manage:users'],
  },
  'skills.execute': {
    id: 'skills.execute',
    method: 'POST',
    path: '/api-tenant-skills-execute',
    body: 'json',
    success: [200],
    scope: ['write:skills'],
  },
  'webhooks.subscribe': {
    id: 'webhooks.subscribe',
    method: 'POST',
    path: '/webhook-subscribe',
    body: 'json',
    success: [201],
    scope: ['manage:webhooks'],
  },
  'webhooks.get': {
    id: 'webhooks.get',
    method: 'GET',
    path: '/webhook-subscribe',
    query: ['endpoint_id'],
    requiredQuery: ['endpoint_id'],
    success: [200],
    scope: ['manage:webhooks'],
    idempotent: true,
  },
  'webhooks.unsubscribe': {
    id: 'webhooks.unsubscribe',
    method: 'DELETE',
    path: '/webhook-subscribe',
    query: ['endpoint_id', '_source'],
    requiredQuery: ['endpoint_id'],
    success: [200],
    scope: ['manage:webhooks'],
    idempotent: true,
  },
} as const satisfies Record<string, Operation>;

/** Names of the operations. */
export type OperationId = keyof typeof operations;

/** What each operation does, in a line. */
export const summaries = {
  'tasks.create': 'Create a task.',
  'tasks.list': 'List recent tasks.',
  'tasks.update': 'Move a task to another status.',
  'users.list': 'List the users of the tenant.',
  'users.invite': "Invite a person to the tenant's dashboard.",
  'skills.execute': 'Run a skill from a server.',
  'webhooks.subscribe': 'Register an endpoint for events.',
  'webhooks.get': 'Ask whether an endpoint is still registered.',
  'webhooks.unsubscribe': 'Remove an endpoint.',
} as const satisfies Record<string, string>;

/** Errors that each operation may answer with, beyond those that its gates imply. */
export const errorReasons = {
  'tasks.create': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The title is missing.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The priority is none of the four known ones.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The assignee is not a user of this tenant.',
    },
  ],
  'tasks.list': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The limit is below 1 or above 100.',
      evidence: 'inferred',
    },
  ],
  'tasks.update': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The status is none of the four known ones.',
      evidence: 'inferred',
    },
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The task belongs to another tenant. The status is documented, the code is assumed.',
      evidence: 'inferred',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no task with this id.',
      evidence: 'inferred',
    },
  ],
  'users.list': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The limit is below 1 or above 100.',
      evidence: 'inferred',
    },
  ],
  'users.invite': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The e-mail address or the full name is missing or malformed.',
      evidence: 'inferred',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'A role other than `admin` is asked for.',
      evidence: 'inferred',
    },
    {
      status: 409,
      code: 'CONFLICT',
      when: 'A user with this e-mail address exists already.',
      evidence: 'inferred',
    },
  ],
  'skills.execute': [
    {
      status: 400,
      code: 'NO_ACTIVE_SEAT',
      when: 'No `session_context` was sent, and no seat of the tenant is active and assigned.',
      evidence: 'client',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: "The skill's id is missing, or the arguments do not fit its schema.",
      evidence: 'inferred',
    },
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The skill belongs to another tenant. The status is documented, the code is assumed.',
      evidence: 'inferred',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no skill with this id.',
      evidence: 'inferred',
    },
  ],
  'webhooks.subscribe': [
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The URL is missing or malformed, or the list of events is empty or names an unknown event.',
      evidence: 'inferred',
    },
  ],
  'webhooks.get': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The endpoint belongs to another tenant. The status is documented, the code is assumed.',
      evidence: 'inferred',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no endpoint with this id.',
      evidence: 'client',
    },
  ],
  'webhooks.unsubscribe': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The endpoint belongs to another tenant. The status is documented, the code is assumed.',
      evidence: 'inferred',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no endpoint with this id, or another source registered it.',
      evidence: 'inferred',
    },
  ],
} as const satisfies Record<string, readonly ErrorReason[]>;

/** Webhook events, by name. */
export const webhookEvents = {
  'task.created': {},
  'task.status_changed': {},
  'task.completed': {},
  'session.started': {},
  'session.completed': {},
  'skill.executed': {},
} as const satisfies Record<string, WebhookEventFacts>;

/** The code that stands beside a status where an error has none of its own: `ErrorBody`. */
export const errorCodes = {
  '400': 'BAD_REQUEST',
  '401': 'UNAUTHORIZED',
  '403': 'FORBIDDEN',
  '404': 'NOT_FOUND',
  '409': 'CONFLICT',
  '429': 'RATE_LIMITED',
  '500': 'INTERNAL_ERROR',
} as const;

/** Every scope that the spec knows. */
export const scopes = [
  'read:sessions',
  'read:tasks',
  'write:tasks',
  'read:users',
  'manage:users',
  'read:skills',
  'write:skills',
  'manage:webhooks',
] as const;
