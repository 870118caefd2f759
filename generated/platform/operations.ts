// Generated from spec/platform.yaml by npm run generate. Do not edit.

import type { ErrorReason, Operation, WebhookEventFacts } from '../../src/core/operation.ts';

/** Every operation, by the client call it is made with. */
export const operations = {
  'installs.current': {
    id: 'installs.current',
    method: 'GET',
    path: '/api/partner/v1/installs/current',
    success: [200],
    idempotent: true,
  },
  'projectLinks.create': {
    id: 'projectLinks.create',
    method: 'POST',
    path: '/api/partner/v1/project-links',
    body: 'json',
    success: [200, 201],
    scope: ['project-links:write'],
  },
  'projectLinks.list': {
    id: 'projectLinks.list',
    method: 'GET',
    path: '/api/partner/v1/project-links',
    success: [200],
    scope: ['project-links:read'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'projectLinks',
    },
  },
  'projectLinks.get': {
    id: 'projectLinks.get',
    method: 'GET',
    path: '/api/partner/v1/project-links/{linkId}',
    pathParams: ['linkId'],
    success: [200],
    scope: ['project-links:read'],
    idempotent: true,
  },
  'projectLinks.delete': {
    id: 'projectLinks.delete',
    method: 'DELETE',
    path: '/api/partner/v1/project-links/{linkId}',
    pathParams: ['linkId'],
    success: [200],
    scope: ['project-links:write'],
    idempotent: true,
  },
  'contracts.list': {
    id: 'contracts.list',
    method: 'GET',
    path: '/api/partner/v1/contracts',
    query: ['projectLinkId', 'status', 'limit'],
    success: [200],
    scope: ['contracts:read'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'contracts',
      limit: 'limit',
      maxLimit: 200,
    },
  },
  'contracts.participants': {
    id: 'contracts.participants',
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/participants',
    pathParams: ['contractId'],
    success: [200],
    scope: ['participants:read'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'participants',
    },
  },
  'contracts.budget': {
    id: 'contracts.budget',
    method: 'GET',
    path: '/api/partner/v1/contracts/{contractId}/budget',
    pathParams: ['contractId'],
    success: [200],
    scope: ['contracts:read'],
    idempotent: true,
  },
  'contracts.reportUsage': {
    id: 'contracts.reportUsage',
    method: 'POST',
    path: '/api/partner/v1/contracts/{contractId}/usage',
    pathParams: ['contractId'],
    body: 'json',
    success: [200],
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
    success: [200, 201],
    scope: ['webhooks:manage'],
  },
  'webhookEndpoints.list': {
    id: 'webhookEndpoints.list',
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints',
    success: [200],
    scope: ['webhooks:manage'],
    idempotent: true,
    pagination: {
      style: 'none',
      items: 'webhookEndpoints',
    },
  },
  'webhookEndpoints.get': {
    id: 'webhookEndpoints.get',
    method: 'GET',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    pathParams: ['endpointId'],
    success: [200],
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.update': {
    id: 'webhookEndpoints.update',
    method: 'PATCH',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    pathParams: ['endpointId'],
    body: 'json',
    success: [200],
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.delete': {
    id: 'webhookEndpoints.delete',
    method: 'DELETE',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}',
    pathParams: ['endpointId'],
    success: [200],
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'webhookEndpoints.redeliver': {
    id: 'webhookEndpoints.redeliver',
    method: 'POST',
    path: '/api/partner/v1/webhook-endpoints/{endpointId}/redeliver',
    pathParams: ['endpointId'],
    body: 'json',
    success: [200],
    scope: ['webhooks:manage'],
  },
} as const satisfies Record<string, Operation>;

/** Names of the operations. */
export type OperationId = keyof typeof operations;

/** What each operation does, in a line. */
export const summaries = {
  'installs.current': 'Read the install of the token',
  'projectLinks.create': 'Link a project to a job',
  'projectLinks.list': 'List project links',
  'projectLinks.get': 'Read a project link',
  'projectLinks.delete': 'Delete a project link',
  'contracts.list': 'List contracts on linked jobs',
  'contracts.participants': 'List who works on a contract',
  'contracts.budget': 'Read the budget of a contract',
  'contracts.reportUsage': 'Report work',
  'webhookEndpoints.create': 'Register a URL for events',
  'webhookEndpoints.list': 'List webhook endpoints',
  'webhookEndpoints.get': 'Read a webhook endpoint',
  'webhookEndpoints.update': 'Change a webhook endpoint',
  'webhookEndpoints.delete': 'Delete a webhook endpoint',
  'webhookEndpoints.redeliver': 'Deliver again',
} as const satisfies Record<string, string>;

/** Errors that each operation may answer with, beyond those that its gates imply. */
export const errorReasons = {
  'installs.current': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
  ],
  'projectLinks.create': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The body is not JSON.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`externalProjectId` is missing.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'A field is too long.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`externalProjectId` is empty, a field is of the wrong type, or the mode is unknown.',
      evidence: 'inferred',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: '`jobId` is no job of the installing employer.',
    },
    {
      status: 409,
      code: 'CONFLICT',
      when: '`externalProjectId` is linked in this install already.',
    },
    {
      status: 409,
      code: 'CONFLICT',
      when: 'The install has as many links as it may have; the number is not published.',
    },
  ],
  'projectLinks.list': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
  ],
  'projectLinks.get': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such link.',
    },
  ],
  'projectLinks.delete': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such link.',
    },
  ],
  'contracts.list': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`status` is neither `active` nor `ended`.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`limit` is not from 1 to 200; it is refused, not clamped.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: '`projectLinkId` is no link of this install.',
    },
  ],
  'contracts.participants': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no such contract, or no link of this install names its job.',
    },
  ],
  'contracts.budget': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no such contract, or no link of this install names its job.',
    },
  ],
  'contracts.reportUsage': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The body is not JSON.',
      evidence: 'inferred',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`entries` is missing or empty.',
      evidence: 'inferred',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`entries` has more than 100.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`workDate` is missing or is no date.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`workDate` lies in the future.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`totalSeconds` is out of range.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'A count is negative.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'A number is not an integer.',
      evidence: 'inferred',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`workerOpentrainUserId` is no participant of the contract.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'There is no such contract, or no link of this install names its job.',
    },
    {
      status: 409,
      code: 'CONFLICT',
      when: 'The contract has no hired trainer to attribute the work to.',
    },
  ],
  'webhookEndpoints.create': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The body is not JSON.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`url` is missing or not https (plain http only for localhost).',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`eventTypes` is empty or names an unknown type.',
    },
    {
      status: 409,
      code: 'CONFLICT',
      when: 'The install has as many endpoints as it may have; the number is not published.',
    },
  ],
  'webhookEndpoints.list': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
  ],
  'webhookEndpoints.get': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such endpoint.',
    },
  ],
  'webhookEndpoints.update': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The body is not JSON.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`url` is not https (plain http only for localhost).',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`eventTypes` is empty or names an unknown type.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: '`status` is neither `ACTIVE` nor `DISABLED`.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such endpoint.',
    },
  ],
  'webhookEndpoints.delete': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such endpoint.',
    },
  ],
  'webhookEndpoints.redeliver': [
    {
      status: 403,
      code: 'FORBIDDEN',
      when: 'The install or its app is no longer active, or the annotation-platform feature is off for the employer.',
    },
    {
      status: 400,
      code: 'BAD_REQUEST',
      when: 'The body is not JSON.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: 'The install has no such endpoint.',
    },
    {
      status: 404,
      code: 'NOT_FOUND',
      when: '`deliveryId` is no delivery of the endpoint in this install.',
    },
  ],
} as const satisfies Record<string, readonly ErrorReason[]>;

/** Webhook events, by name. */
export const webhookEvents = {
  'contract.started': {},
  'contract.ended': {},
  'project_link.created': {},
  'project_link.removed': {},
  'install.revoked': {},
  'milestone.funded': {},
  'milestone.budget_low': {},
  'milestone.budget_depleted': {},
} as const satisfies Record<string, WebhookEventFacts>;

/** The code that stands beside a status where an error has none of its own: `ErrorCode`. */
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
  'project-links:read',
  'project-links:write',
  'contracts:read',
  'participants:read',
  'participants:email',
  'usage:write',
  'webhooks:manage',
] as const;
