// Generated from spec/platform.yaml by npm run generate. Do not edit.

import type { Call } from '../../src/core/operation.ts';

/** How each call is made, by its name on the client. */
export const calls = {
  'installs.current': {
    id: 'installs.current',
    method: 'GET',
    path: '/api/partner/v1/installs/current',
    idempotent: true,
  },
  'projectLinks.create': {
    id: 'projectLinks.create',
    method: 'POST',
    path: '/api/partner/v1/project-links',
    body: 'json',
    scope: ['project-links:write'],
  },
  'projectLinks.list': {
    id: 'projectLinks.list',
    method: 'GET',
    path: '/api/partner/v1/project-links',
    scope: ['project-links:read'],
    idempotent: true,
    pagination: {
      items: 'projectLinks',
    },
  },
  'projectLinks.get': {
    id: 'projectLinks.get',
    method: 'GET',
    path: '/api/partner/v1/project-links/{linkId}',
    scope: ['project-links:read'],
    idempotent: true,
  },
  'projectLinks.delete': {
    id: 'projectLinks.delete',
    method: 'DELETE',
    path: '/api/partner/v1/project-links/{linkId}',
    scope: ['project-links:write'],
    idempotent: true,
  },
  'contracts.list': {
    id: 'contracts.list',
    method: 'GET',
    path: '/api/partner/v1/contracts',
    scope: ['contracts:read'],
    idempotent: true,
    pagination: {
      items: 'contracts',
    },
  },
  'contracts.participants': {
    id: 'contracts.participants',
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/participants',
    scope: ['participants:read'],
    idempotent: true,
    pagination: {
      items: 'participants',
    },
  },
  'contracts.budget': {
    id: 'contracts.budget',
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/budget',
    scope: ['contracts:read'],
    idempotent: true,
  },
  'contracts.reportUsage': {
    id: 'contracts.reportUsage',
    method: 'POST',
    path: '/api/partner/v1/contracts/{contractId}/usage',
    body: 'json',
    scope: ['usage:write'],
    idempotent: true,
    batch: {
      items: 'entries',
      max: 100,
    },
  },
  'webhookEndpoints.create': {
    id: 'webhookEndpoints.create',
    method: 'POST',
    path: '/api/partner/v1/webhook-endpoints',
    body: 'json',
    scope: ['webhooks:manage'],
  },
  'webhookEndpoints.list': {
    id: 'webhookEndpoints.list',
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints',
    scope: ['webhooks:manage'],
    idempotent: true,
    pagination: {
      items: 'webhookEndpoints',
    },
  },
  'webhookEndpoints.get': {
    id: 'webhookEndpoints.get',
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.update': {
    id: 'webhookEndpoints.update',
    method: 'PATCH',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    body: 'json',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.delete': {
    id: 'webhookEndpoints.delete',
    method: 'DELETE',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.redeliver': {
    id: 'webhookEndpoints.redeliver',
    method: 'POST',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}/redeliver',
    body: 'json',
    scope: ['webhooks:manage'],
  },
} as const satisfies Record<string, Call>;
