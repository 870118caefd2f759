// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

import type { LimitFacts } from '../../src/core/operation.ts';

/** Numbers that the platform holds operations to, by name. */
export const limits = {
  claimWindowHours: {
    operation: 'agent.register',
    value: 24,
    unit: 'hours',
    per: 'registration',
  },
  claimAttemptSeconds: {
    operation: 'agent.startClaim',
    value: 1800,
    unit: 'seconds',
    per: 'claim attempt',
  },
  claimPollSeconds: {
    operation: 'agent.startClaim',
    value: 5,
    unit: 'seconds',
    per: 'poll',
    evidence: 'inferred',
  },
  activeTokens: {
    operation: 'tokens.create',
    value: 25,
    unit: 'tokens',
    per: 'account',
  },
  publishPerDay: {
    operation: 'jobs.publish',
    value: 20,
    unit: 'jobs',
    per: 'account',
    windowSeconds: 86400,
  },
  publishPerDayUnclaimed: {
    operation: 'jobs.publish',
    value: 3,
    unit: 'jobs',
    per: 'account',
    windowSeconds: 86400,
  },
  hireFeePercent: {
    operation: 'proposals.hire',
    value: 10,
    unit: 'percent',
    per: 'hire',
  },
  initiationFeeCents: {
    operation: 'proposals.hire',
    value: 995,
    unit: 'cents',
    per: 'contract',
  },
  messagesPerMinute: {
    operation: 'messages.send',
    value: 60,
    unit: 'messages',
    per: 'account',
    windowSeconds: 60,
    evidence: 'inferred',
  },
  fundingFeePercent: {
    operation: 'milestones.fund',
    value: 10,
    unit: 'percent',
    per: 'milestone',
    evidence: 'inferred',
  },
  approvalHours: {
    operation: 'approvals.get',
    value: 72,
    unit: 'hours',
    per: 'approval',
  },
  topUpHours: {
    operation: 'credits.createTopUp',
    value: 24,
    unit: 'hours',
    per: 'top-up',
    evidence: 'inferred',
  },
  webhooks: {
    operation: 'webhooks.create',
    value: 10,
    unit: 'webhooks',
    per: 'account',
  },
  webhookFailures: {
    operation: 'webhooks.create',
    value: 10,
    unit: 'deliveries',
    per: 'webhook',
    evidence: 'inferred',
  },
  inviteDays: {
    operation: 'team.invite',
    value: 7,
    unit: 'days',
    per: 'invite',
    evidence: 'inferred',
  },
} as const satisfies Record<string, LimitFacts>;
