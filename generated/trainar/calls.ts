// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import { named } from '../../src/core/named-calls.ts';

/** How each call is made, by its name on the client. */
export const calls = /* @__PURE__ */ named({
  'tasks.create': {
    method: 'POST',
    path: '/api-tenant-tasks',
    scope: ['write:tasks'],
  },
  'tasks.list': {
    method: 'GET',
    path: '/api-tenant-tasks',
    scope: ['read:tasks'],
    pagination: {
      items: 'tasks',
    },
  },
  'tasks.update': {
    method: 'PATCH',
    path: '/api-tenant-tasks',
    requiredQuery: ['task_id'],
    scope: ['write:tasks'],
  },
  'users.list': {
    method: 'GET',
    path: '/api-tenant-users',
    scope: ['read:users'],
    pagination: {
      items: 'users',
    },
  },
  'users.invite': {
    method: 'POST',
    path: '/api-tenant-users',
    scope: ['manage:users'],
  },
  'skills.execute': {
    method: 'POST',
    path: '/api-tenant-skills-execute',
    scope: ['write:skills'],
  },
  'webhooks.subscribe': {
    method: 'POST',
    path: '/webhook-subscribe',
    scope: ['manage:webhooks'],
  },
  'webhooks.get': {
    method: 'GET',
    path: '/webhook-subscribe',
    requiredQuery: ['endpoint_id'],
    scope: ['manage:webhooks'],
  },
  'webhooks.unsubscribe': {
    method: 'DELETE',
    path: '/webhook-subscribe',
    requiredQuery: ['endpoint_id'],
    scope: ['manage:webhooks'],
    idempotent: true,
  },
});
