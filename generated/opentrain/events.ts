// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

import type { WebhookEvent } from './types.ts';

/** An event of each name, as the spec shows it. */
export const eventExamples = {
  'proposal.received': {
    id: '1043',
    type: 'proposal.received',
    apiVersion: 'v1',
    createdAt: '2026-06-11T09:30:00.000Z',
    resourceId: 'prp_9a1b',
    jobId: 'job_4c2d',
    data: {
      proposalId: 'prp_9a1b',
      jobId: 'job_4c2d',
    },
  },
  'proposal.status_changed': {
    id: '1044',
    type: 'proposal.status_changed',
    apiVersion: 'v1',
    createdAt: '2026-06-12T11:20:00.000Z',
    resourceId: 'prp_9a1b',
    jobId: 'job_4c2d',
    data: {
      proposalId: 'prp_9a1b',
      status: 'HIRED',
    },
  },
  'message.received': {
    id: '1048',
    type: 'message.received',
    apiVersion: 'v1',
    createdAt: '2026-06-13T07:05:00.000Z',
    resourceId: 'msg_6f8g',
    jobId: 'job_4c2d',
    data: {
      conversationId: 'cnv_2h4i',
      messageId: 'msg_6f8g',
    },
  },
  'contract.created': {
    id: '1045',
    type: 'contract.created',
    apiVersion: 'v1',
    createdAt: '2026-06-12T11:20:00.000Z',
    resourceId: 'ctr_5e6f',
    jobId: 'job_4c2d',
    data: {
      contractId: 'ctr_5e6f',
      jobId: 'job_4c2d',
      proposalId: 'prp_9a1b',
    },
  },
  'milestone.status_changed': {
    id: '1046',
    type: 'milestone.status_changed',
    apiVersion: 'v1',
    createdAt: '2026-06-12T11:20:00.000Z',
    resourceId: 'mls_2j4k',
    jobId: 'job_4c2d',
    data: {
      milestoneId: 'mls_2j4k',
      contractId: 'ctr_5e6f',
      status: 'ACTIVE_FUNDED',
    },
  },
  'payment.pending': {
    id: '1051',
    type: 'payment.pending',
    apiVersion: 'v1',
    createdAt: '2026-06-20T08:25:00.000Z',
    resourceId: 'inv_5v7w',
    jobId: 'job_4c2d',
    data: {
      invoiceId: 'inv_5v7w',
      milestoneId: 'mls_4f6g',
      contractId: 'ctr_5e6f',
    },
  },
  'approval.confirmed': {
    id: '1047',
    type: 'approval.confirmed',
    apiVersion: 'v1',
    createdAt: '2026-06-12T11:20:00.000Z',
    resourceId: 'apr_7f3k',
    jobId: 'job_4c2d',
    data: {
      approvalId: 'apr_7f3k',
      status: 'confirmed',
    },
  },
  'contract.budget_state_changed': {
    id: '1060',
    type: 'contract.budget_state_changed',
    apiVersion: 'v1',
    createdAt: '2026-06-10T16:30:00.000Z',
    resourceId: 'ctr_3q5r',
    jobId: 'job_7s9t',
    data: {
      contractId: 'ctr_3q5r',
      previousState: 'OK',
      state: 'LOW',
      paymentType: 'PAY_PER_HOUR',
      fundedVolume: 40,
      consumedVolume: 33,
      remainingVolume: 7,
      consumedFraction: 0.825,
    },
  },
} satisfies Record<string, WebhookEvent>;
