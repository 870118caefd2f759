// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

import { named } from '../../src/core/named-calls.ts';

/** How each call is made, by its name on the client. */
export const calls = /* @__PURE__ */ named({
  'agent.register': {
    method: 'POST',
    path: '/api/agent/identity',
    tokenless: true,
  },
  'agent.startClaim': {
    method: 'POST',
    path: '/api/agent/identity/claim',
    tokenless: true,
  },
  'agent.pollClaim': {
    method: 'POST',
    path: '/api/agent/oauth/token',
    body: 'form',
    tokenless: true,
  },
  'agent.revoke': {
    method: 'POST',
    path: '/api/agent/oauth/revoke',
    body: 'form',
    idempotent: true,
    tokenless: true,
  },
  'auth.me': {
    method: 'GET',
    path: '/api/public/v1/auth/me',
  },
  'tokens.list': {
    method: 'GET',
    path: '/api/public/v1/tokens',
    pagination: {
      items: 'tokens',
    },
  },
  'tokens.create': {
    method: 'POST',
    path: '/api/public/v1/tokens',
  },
  'tokens.revoke': {
    method: 'DELETE',
    path: '/api/public/v1/tokens/{tokenId}',
    idempotent: true,
  },
  'jobDrafts.capabilities': {
    method: 'GET',
    path: '/api/public/v1/job-drafts/capabilities',
  },
  'jobDrafts.create': {
    method: 'POST',
    path: '/api/public/v1/job-drafts',
    scope: ['jobs:write'],
  },
  'jobDrafts.update': {
    method: 'PATCH',
    path: '/api/public/v1/job-drafts/{jobId}',
    scope: ['jobs:write'],
    idempotent: true,
  },
  'jobs.search': {
    method: 'GET',
    path: '/api/public/v1/jobs',
    tokenless: true,
    pagination: {
      items: 'jobs',
      next: 'nextCursor',
    },
  },
  'jobs.facets': {
    method: 'GET',
    path: '/api/public/v1/jobs/facets',
    tokenless: true,
  },
  'jobs.changes': {
    method: 'GET',
    path: '/api/public/v1/jobs/changes',
    requiredQuery: ['since'],
    tokenless: true,
    pagination: {
      items: 'changes',
      cursor: 'since',
      next: 'until',
    },
  },
  'jobs.listMine': {
    method: 'GET',
    path: '/api/public/v1/jobs/mine',
    scope: ['jobs:read'],
    pagination: {
      items: 'jobs',
      next: 'nextCursor',
    },
  },
  'jobs.get': {
    method: 'GET',
    path: '/api/public/v1/jobs/{id}',
    tokenless: true,
  },
  'jobs.update': {
    method: 'PATCH',
    path: '/api/public/v1/jobs/{id}',
    scope: ['jobs:write'],
  },
  'jobs.publish': {
    method: 'POST',
    path: '/api/public/v1/jobs/{id}/publish',
    scope: ['jobs:write'],
    idempotent: true,
  },
  'jobs.close': {
    method: 'POST',
    path: '/api/public/v1/jobs/{id}/close',
    scope: ['jobs:write'],
    idempotent: true,
  },
  'jobs.invite': {
    method: 'POST',
    path: '/api/public/v1/jobs/{id}/invites',
    scope: ['proposals:write'],
    idempotent: true,
  },
  'jobs.listProposals': {
    method: 'GET',
    path: '/api/public/v1/jobs/{id}/proposals',
    scope: ['proposals:read'],
    pagination: {
      items: 'proposals',
      next: 'nextCursor',
    },
  },
  'proposals.get': {
    method: 'GET',
    path: '/api/public/v1/proposals/{proposalId}',
    scope: ['proposals:read'],
  },
  'proposals.interview': {
    method: 'GET',
    path: '/api/public/v1/proposals/{proposalId}/interview',
    scope: ['proposals:read'],
  },
  'proposals.openConversation': {
    method: 'POST',
    path: '/api/public/v1/proposals/{proposalId}/conversation',
    scope: ['messages:write'],
    idempotent: true,
  },
  'proposals.hire': {
    method: 'POST',
    path: '/api/public/v1/proposals/{proposalId}/hire',
    scope: ['proposals:write'],
    idempotent: true,
  },
  'freelancers.get': {
    method: 'GET',
    path: '/api/public/v1/freelancers/{idOrSlug}',
    scope: ['proposals:read'],
  },
  'messages.list': {
    method: 'GET',
    path: '/api/public/v1/messages',
    scope: ['messages:read'],
    pagination: {
      items: 'conversations',
      next: 'nextCursor',
    },
  },
  'messages.send': {
    method: 'POST',
    path: '/api/public/v1/messages',
    scope: ['messages:write'],
  },
  'contracts.list': {
    method: 'GET',
    path: '/api/public/v1/contracts',
    scope: ['payments:read'],
    pagination: {
      items: 'contracts',
    },
  },
  'contracts.get': {
    method: 'GET',
    path: '/api/public/v1/contracts/{contractId}',
    scope: ['payments:read'],
  },
  'contracts.createMilestone': {
    method: 'POST',
    path: '/api/public/v1/contracts/{contractId}/milestones',
    scope: ['payments:write'],
  },
  'contracts.end': {
    method: 'POST',
    path: '/api/public/v1/contracts/{contractId}/end',
    scope: ['payments:write'],
    idempotent: true,
  },
  'milestones.fund': {
    method: 'POST',
    path: '/api/public/v1/milestones/{milestoneId}/fund',
    scope: ['payments:write'],
    idempotent: true,
  },
  'milestones.approve': {
    method: 'POST',
    path: '/api/public/v1/milestones/{milestoneId}/approve',
    scope: ['payments:write'],
    idempotent: true,
  },
  'approvals.get': {
    method: 'GET',
    path: '/api/public/v1/approvals/{approvalId}',
    scope: ['payments:read'],
  },
  'updates.poll': {
    method: 'GET',
    path: '/api/public/v1/updates',
    pagination: {
      items: 'events',
      next: 'nextCursor',
    },
  },
  'credits.balance': {
    method: 'GET',
    path: '/api/public/v1/credits',
    scope: ['payments:read'],
  },
  'credits.ledger': {
    method: 'GET',
    path: '/api/public/v1/credits/ledger',
    scope: ['payments:read'],
    pagination: {
      items: 'entries',
      next: 'nextCursor',
    },
  },
  'credits.createTopUp': {
    method: 'POST',
    path: '/api/public/v1/credits/top-ups',
    scope: ['payments:write'],
  },
  'credits.getTopUp': {
    method: 'GET',
    path: '/api/public/v1/credits/top-ups/{topUpId}',
    scope: ['payments:read'],
  },
  'payments.pending': {
    method: 'GET',
    path: '/api/public/v1/payments/pending',
    scope: ['payments:read'],
    pagination: {
      items: 'payments',
    },
  },
  'webhooks.create': {
    method: 'POST',
    path: '/api/public/v1/webhooks',
    scope: ['webhooks:manage'],
  },
  'webhooks.list': {
    method: 'GET',
    path: '/api/public/v1/webhooks',
    scope: ['webhooks:manage'],
    pagination: {
      items: 'webhooks',
    },
  },
  'webhooks.get': {
    method: 'GET',
    path: '/api/public/v1/webhooks/{webhookId}',
    scope: ['webhooks:manage'],
  },
  'webhooks.delete': {
    method: 'DELETE',
    path: '/api/public/v1/webhooks/{webhookId}',
    scope: ['webhooks:manage'],
    idempotent: true,
  },
  'team.get': {
    method: 'GET',
    path: '/api/public/v1/team',
    scope: ['team:read'],
  },
  'team.invite': {
    method: 'POST',
    path: '/api/public/v1/team/invites',
    scope: ['team:write'],
  },
});
