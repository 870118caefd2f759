// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { Call } from '../../src/core/operation.ts';

/** How each call is made, by its name on the client. */
export const calls = {
  'tasks.create': {
    id: 'tasks.create',
    method: 'POST',
    path: '/api-tenant-tasks',
    body: 'json',
    scope: ['write:tasks'],
  },
  'tasks.list': {
    id: 'tasks.list',
    method: 'GET',
    path: '/api-tenant-tasks',
    scope: ['read:tasks'],
    idempotent: true,
    pagination: {
      items: 'tasks',
    },
  },
  'tasks.update': {
    id: 'tasks.update',
    method: 'PATCH',
    path: '/api-tenant-tasks',
    requiredQuery: ['task_id'],
    body: 'json',
    scope: ['write:tasks'],
  },
  'users.list': {
    id: 'users.list',
    method: 'GET',
    path: '/api-tenant-users',
    scope: ['read:users'],
    idempotent: true,
    pagination: {
      items: 'users',
    },
  },
  'users.invite': {
    id: 'users.invite',
    method: 'POST',
    path: '/api-tenant-users',
    body: 'json',
    scope: ['manage:users'],
  },
  'skills.execute': {
    id: 'skills.execute',
    method: 'POST',
    path: '/api-tenant-skills-execute',
    body: 'json',
    scope: ['write:skills'],
  },
  'webhooks.subscribe': {
    id: 'webhooks.subscribe',
    method: 'POST',
    path: '/webhook-subscribe',
    body: 'json',
    scope: ['manage:webhooks'],
  },
  'webhooks.get': {
    id: 'webhooks.get',
    method: 'GET',
    path: '/webhook-subscribe',
    requiredQuery: ['endpoint_id'],
    scope: ['manage:webhooks'],
    idempotent: true,
  },
  'webhooks.unsubscribe': {
    id: 'webhooks.unsubscribe',
    method: 'DELETE',
    path: '/webhook-subscribe',
    requiredQuery: ['endpoint_id'],
    scope: ['manage:webhooks'],
    idempotent: true,
  },
} as const satisfies Record<string, Call>;
