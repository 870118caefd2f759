// Generated from spec/platform.yaml by npm run generate. Do not edit.

import { named } from '../../src/core/named-calls.ts';

/** How each call is made, by its name on the client. */
export const calls = /* @__PURE__ */ named({
  'installs.current': {
    method: 'GET',
    path: '/api/partner/v1/installs/current',
  },
  'projectLinks.create': {
    method: 'POST',
    path: '/api/partner/v1/project-links',
    scope: ['project-links:write'],
  },
  'projectLinks.list': {
    method: 'GET',
    path: '/api/partner/v1/project-links',
    scope: ['project-links:read'],
    pagination: {
      items: 'projectLinks',
    },
  },
  'projectLinks.get': {
    method: 'GET',
    path: '/api/partner/v1/project-links/{linkId}',
    scope: ['project-links:read'],
  },
  'projectLinks.delete': {
    method: 'DELETE',
    path: '/api/partner/v1/project-links/{linkId}',
    scope: ['project-links:write'],
    idempotent: true,
  },
  'contracts.list': {
    method: 'GET',
    path: '/api/partner/v1/contracts',
    scope: ['contracts:read'],
    pagination: {
      items: 'contracts',
    },
  },
  'contracts.participants': {
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/participants',
    scope: ['participants:read'],
    pagination: {
      items: 'participants',
    },
  },
  'contracts.budget': {
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/budget',
    scope: ['contracts:read'],
  },
  'contracts.reportUsage': {
    method: 'POST',
    path: '/api/partner/v1/contracts/{contractId}/usage',
    scope: ['usage:write'],
    idempotent: true,
    batch: {
      items: 'entries',
      max: 100,
    },
  },
  'webhookEndpoints.create': {
    method: 'POST',
    path: '/api/partner/v1/webhook-endpoints',
    scope: ['webhooks:manage'],
  },
  'webhookEndpoints.list': {
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints',
    scope: ['webhooks:manage'],
    pagination: {
      items: 'webhookEndpoints',
    },
  },
  'webhookEndpoints.get': {
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    scope: ['webhooks:manage'],
  },
  'webhookEndpoints.update': {
    method: 'PATCH',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.delete': {
    method: 'DELETE',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.redeliver': {
    method: 'POST',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}/redeliver',
    scope: ['webhooks:manage'],
  },
});
