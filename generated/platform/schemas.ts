// Generated from spec/platform.yaml by npm run generate. Do not edit.

import * as z from 'zod/mini';

export const zErrorCode = z.union([
  z.enum([
    'BAD_REQUEST',
    'UNAUTHORIZED',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'RATE_LIMITED',
    'INTERNAL_ERROR',
  ]),
  z.string(),
]);

export const zScope = z.enum([
  'project-links:read',
  'project-links:write',
  'contracts:read',
  'participants:read',
  'participants:email',
  'usage:write',
  'webhooks:manage',
]);

export const zGrantedScope = z.union([
  z.enum([
    'project-links:read',
    'project-links:write',
    'contracts:read',
    'participants:read',
    'participants:email',
    'usage:write',
    'webhooks:manage',
  ]),
  z.string(),
]);

export const zErrorDetails = z.catchall(
  z.object({
    reason: z.optional(z.string()),
    requiredScopes: z.optional(z.array(zGrantedScope)),
    grantedScopes: z.optional(z.array(zGrantedScope)),
    field: z.optional(z.string()),
    resource: z.optional(z.string()),
    limit: z.optional(z.int()),
    retryAfterSeconds: z.optional(z.number()),
  }),
  z.any(),
);

export const zErrorEnvelope = z.looseObject({
  error: z.string(),
  code: zErrorCode,
  requestId: z.string(),
  details: z.optional(zErrorDetails),
});

export const zInstallStatus = z.union([z.enum(['ACTIVE', 'REVOKED']), z.string()]);

export const zPartnerApp = z.looseObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
});

export const zInstallToken = z.looseObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(zGrantedScope),
});

export const zInstall = z.looseObject({
  id: z.string(),
  status: zInstallStatus,
  scopes: z.array(zGrantedScope),
  piiConsent: z.boolean(),
  organizationId: z.string(),
  createdAt: z.string(),
  partnerApp: zPartnerApp,
  token: zInstallToken,
});

export const zProjectLink = z.looseObject({
  id: z.string(),
  jobId: z.nullable(z.string()),
  externalProjectId: z.string(),
  externalProjectName: z.nullable(z.string()),
  externalProjectUrl: z.nullable(z.string()),
  provisioningMode: z.union([z.enum(['PARTNER_WEBHOOK', 'MANAGED_ADAPTER']), z.string()]),
  createdAt: z.string(),
});

export const zProjectLinkCreate = z.looseObject({
  externalProjectId: z.string().check(z.minLength(1), z.maxLength(200)),
  externalProjectName: z.optional(z.string().check(z.maxLength(300))),
  externalProjectUrl: z.optional(z.string().check(z.maxLength(2048))),
  jobId: z.optional(z.string()),
  provisioningMode: z.optional(z.enum(['PARTNER_WEBHOOK', 'MANAGED_ADAPTER'])),
});

export const zProjectLinkDeleted = z.looseObject({
  projectLink: zProjectLink,
  deleted: z.literal(true),
});

export const zContract = z.looseObject({
  id: z.string(),
  status: z.union([z.enum(['active', 'ended']), z.string()]),
  jobId: z.string(),
  title: z.nullable(z.string()),
  startDate: z.nullable(z.string()),
  endDate: z.nullable(z.string()),
  createdAt: z.string(),
  projectLinkIds: z.array(z.string()),
});

export const zParticipant = z.looseObject({
  opentrainUserId: z.string(),
  displayName: z.string(),
  country: z.nullable(z.string()),
  profileUrl: z.string(),
  workEmail: z.optional(z.string()),
});

export const zParticipantList = z.looseObject({
  contractId: z.string(),
  participants: z.array(zParticipant),
});

export const zBudgetState = z.union([z.enum(['OK', 'LOW', 'DEPLETED']), z.string()]);

export const zBudgetConsumed = z.looseObject({
  seconds: z.number(),
  hours: z.number(),
  labels: z.number(),
  tasks: z.number(),
});

export const zBudgetMilestone = z.looseObject({
  id: z.string(),
  name: z.nullable(z.string()),
  amountUsd: z.number(),
  volume: z.nullable(z.number()),
  status: z.union([z.enum(['ACTIVE_FUNDED']), z.string()]),
});

export const zBudget = z.looseObject({
  contractId: z.string(),
  paymentType: z.nullable(
    z.union([z.enum(['PAY_PER_HOUR', 'PAY_PER_LABEL', 'FIXED_PRICE']), z.string()]),
  ),
  state: zBudgetState,
  fundedVolume: z.number(),
  fundedAmountUsd: z.number(),
  consumed: zBudgetConsumed,
  consumedVolume: z.number(),
  remainingVolume: z.number(),
  consumedFraction: z.number(),
  activeMilestone: z.nullable(zBudgetMilestone),
  lastUsageAt: z.nullable(z.string()),
});

export const zUsageEntry = z.looseObject({
  workDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  totalSeconds: z.optional(z.int().check(z.gte(0), z.lte(86400))),
  tasksCompleted: z.optional(z.int().check(z.gte(0))),
  labelsCompleted: z.optional(z.int().check(z.gte(0))),
  externalReportId: z.optional(z.string()),
  workerOpentrainUserId: z.optional(z.string()),
});

export const zUsageReport = z.looseObject({
  entries: z.array(zUsageEntry).check(z.minLength(1), z.maxLength(100)),
});

export const zUsageAccepted = z.looseObject({
  contractId: z.string(),
  accepted: z.int(),
  budget: zBudget,
});

export const zRedeliveryRequest = z.looseObject({
  deliveryId: z.optional(z.string()),
});

export const zWebhookEventType = z.enum([
  'contract.started',
  'contract.ended',
  'project_link.created',
  'project_link.removed',
  'install.revoked',
  'milestone.funded',
  'milestone.budget_low',
  'milestone.budget_depleted',
]);

export const zWebhookEndpoint = z.looseObject({
  id: z.string(),
  url: z.string(),
  eventTypes: z.array(zWebhookEventType),
  status: z.union([z.enum(['ACTIVE', 'DISABLED']), z.string()]),
  createdAt: z.string(),
  consecutiveFailures: z.int(),
  disabledAt: z.nullable(z.string()),
  disabledReason: z.nullable(z.string()),
});

export const zWebhookEndpointCreate = z.looseObject({
  url: z.string(),
  eventTypes: z.array(zWebhookEventType).check(z.minLength(1)),
});

export const zWebhookEndpointCreated = z.looseObject({
  webhookEndpoint: zWebhookEndpoint,
  secret: z.string(),
  message: z.string(),
});

export const zWebhookEndpointUpdate = z.looseObject({
  url: z.optional(z.string()),
  eventTypes: z.optional(z.array(zWebhookEventType).check(z.minLength(1))),
  status: z.optional(z.enum(['ACTIVE', 'DISABLED'])),
});

export const zWebhookEndpointDeleted = z.looseObject({
  webhookEndpoint: zWebhookEndpoint,
  deleted: z.literal(true),
});

export const zRedelivery = z.looseObject({
  webhookEndpoint: zWebhookEndpoint,
  requeued: z.int(),
  message: z.string(),
});

export const zEventId = z.string();

export const zEventApiVersion = z.union([z.enum(['v1']), z.string()]);

export const zEventContract = z.looseObject({
  id: z.optional(z.string()),
  status: z.union([z.enum(['active', 'ended']), z.string()]),
  jobId: z.optional(z.string()),
  title: z.nullish(z.string()),
  startDate: z.nullish(z.string()),
  endDate: z.nullable(z.string()),
});

export const zEventFreelancer = z.looseObject({
  opentrainUserId: z.optional(z.string()),
  displayName: z.optional(z.string()),
  country: z.nullish(z.string()),
  profileUrl: z.optional(z.string()),
  workEmail: z.optional(z.string()),
});

export const zEventProjectLink = z.looseObject({
  id: z.optional(z.string()),
  jobId: z.nullish(z.string()),
  externalProjectId: z.optional(z.string()),
  externalProjectName: z.nullish(z.string()),
  externalProjectUrl: z.nullish(z.string()),
  provisioningMode: z.optional(
    z.union([z.enum(['PARTNER_WEBHOOK', 'MANAGED_ADAPTER']), z.string()]),
  ),
  createdAt: z.optional(z.string()),
});

export const zContractEventData = z.looseObject({
  contract: zEventContract,
  freelancer: zEventFreelancer,
  projectLink: zEventProjectLink,
});

export const zProjectLinkEventData = z.looseObject({
  projectLink: z.optional(zProjectLink),
});

export const zInstallRevokedEventData = z.looseObject({
  installId: z.optional(z.string()),
});

export const zMilestoneEventData = z.looseObject({
  contractId: z.optional(z.string()),
  milestone: z.nullable(zBudgetMilestone),
  budget: z.optional(zBudget),
  projectLink: z.optional(zEventProjectLink),
});

export const zContractStartedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('contract.started'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zContractEventData,
});

export const zContractEndedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('contract.ended'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zContractEventData,
});

export const zProjectLinkCreatedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('project_link.created'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zProjectLinkEventData,
});

export const zProjectLinkRemovedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('project_link.removed'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zProjectLinkEventData,
});

export const zInstallRevokedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('install.revoked'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zInstallRevokedEventData,
});

export const zMilestoneFundedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('milestone.funded'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zMilestoneEventData,
});

export const zMilestoneBudgetLowEvent = z.looseObject({
  id: zEventId,
  type: z.literal('milestone.budget_low'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zMilestoneEventData,
});

export const zMilestoneBudgetDepletedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('milestone.budget_depleted'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zMilestoneEventData,
});

export const zWebhookEvent = z.union([
  zContractStartedEvent,
  zContractEndedEvent,
  zProjectLinkCreatedEvent,
  zProjectLinkRemovedEvent,
  zInstallRevokedEvent,
  zMilestoneFundedEvent,
  zMilestoneBudgetLowEvent,
  zMilestoneBudgetDepletedEvent,
]);

export const zInstallsCurrentResponse200 = z.looseObject({
  install: zInstall,
});

export const zProjectLinksCreateResponse200 = z.looseObject({
  projectLink: zProjectLink,
});

export const zProjectLinksCreateResponse201 = z.looseObject({
  projectLink: zProjectLink,
});

export const zProjectLinksListResponse200 = z.looseObject({
  projectLinks: z.array(zProjectLink),
});

export const zProjectLinksGetResponse200 = z.looseObject({
  projectLink: zProjectLink,
});

export const zContractsListResponse200 = z.looseObject({
  contracts: z.array(zContract),
});

export const zWebhookEndpointsListResponse200 = z.looseObject({
  webhookEndpoints: z.array(zWebhookEndpoint),
});

export const zWebhookEndpointsGetResponse200 = z.looseObject({
  webhookEndpoint: zWebhookEndpoint,
});

export const zWebhookEndpointsUpdateResponse200 = z.looseObject({
  webhookEndpoint: zWebhookEndpoint,
});

/** Request bodies, by operation. */
export const requests = {
  'projectLinks.create': { body: zProjectLinkCreate },
  'contracts.reportUsage': { body: zUsageReport },
  'webhookEndpoints.create': { body: zWebhookEndpointCreate },
  'webhookEndpoints.update': { body: zWebhookEndpointUpdate },
  'webhookEndpoints.redeliver': { body: zRedeliveryRequest },
} as const;

/** Response bodies, by operation and status. A status without a body is missing. */
export const responses = {
  'installs.current': {
    200: zInstallsCurrentResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'projectLinks.create': {
    200: zProjectLinksCreateResponse200,
    201: zProjectLinksCreateResponse201,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'projectLinks.list': {
    200: zProjectLinksListResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'projectLinks.get': {
    200: zProjectLinksGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'projectLinks.delete': {
    200: zProjectLinkDeleted,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.list': {
    200: zContractsListResponse200,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.participants': {
    200: zParticipantList,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.budget': {
    200: zBudget,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.reportUsage': {
    200: zUsageAccepted,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.create': {
    200: zWebhookEndpointCreated,
    201: zWebhookEndpointCreated,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    409: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.list': {
    200: zWebhookEndpointsListResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.get': {
    200: zWebhookEndpointsGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.update': {
    200: zWebhookEndpointsUpdateResponse200,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.delete': {
    200: zWebhookEndpointDeleted,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhookEndpoints.redeliver': {
    200: zRedelivery,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
} as const;

/** Webhook deliveries, by event. */
export const events = {
  'contract.started': zContractStartedEvent,
  'contract.ended': zContractEndedEvent,
  'project_link.created': zProjectLinkCreatedEvent,
  'project_link.removed': zProjectLinkRemovedEvent,
  'install.revoked': zInstallRevokedEvent,
  'milestone.funded': zMilestoneFundedEvent,
  'milestone.budget_low': zMilestoneBudgetLowEvent,
  'milestone.budget_depleted': zMilestoneBudgetDepletedEvent,
} as const;
