// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

import type { ObjectSchema } from '../../src/core/json-schema.ts';
import type { OperationId } from './operations.ts';

/** What each operation takes: its path, query and body in one object. */
export const inputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'agent.register': {
    type: 'object',
    properties: {
      identity_type: {
        type: 'string',
        enum: ['anonymous'],
        default: 'anonymous',
        description: 'Only anonymous registration exists.',
      },
      agent_name: {
        type: 'string',
        description: 'Shown to the human on the claim page.',
      },
      organization_name: {
        type: 'string',
        description: 'Name of the new employer account.',
      },
    },
  },
  'agent.startClaim': {
    type: 'object',
    properties: {
      claim_token: {
        type: 'string',
        description: 'From the registration.',
      },
      email: {
        type: 'string',
        description: "The owner's address. It must not belong to an OpenTrain account yet.",
      },
    },
    required: ['claim_token', 'email'],
  },
  'agent.pollClaim': {
    type: 'object',
    properties: {
      grant_type: {
        type: 'string',
        const: 'urn:opentrain:agent-auth:grant-type:claim',
        description: 'The claim grant.',
      },
      claim_token: {
        type: 'string',
        description: 'From the registration.',
      },
    },
    required: ['grant_type', 'claim_token'],
  },
  'agent.revoke': {
    type: 'object',
    properties: {
      token: {
        type: 'string',
        description: 'A personal token (`ot_pat_…`).',
      },
    },
    required: ['token'],
  },
  'auth.me': {
    type: 'object',
    properties: {},
  },
  'tokens.list': {
    type: 'object',
    properties: {},
  },
  'tokens.create': {
    type: 'object',
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 120,
        default: 'API token',
        description: 'A label.',
      },
      scopes: {
        type: 'array',
        description: 'What it may do; by default all the caller may.',
        items: {
          type: 'string',
          enum: [
            'jobs:read',
            'jobs:write',
            'proposals:read',
            'proposals:write',
            'messages:read',
            'messages:write',
            'payments:read',
            'payments:write',
            'team:read',
            'team:write',
            'webhooks:manage',
          ],
          description:
            'What a token may do. A `:write` scope covers the `:read` of the same resource; nothing else is implied.',
        },
      },
      expiresAt: {
        type: 'string',
        description: 'When it ends, in the future; by default never.',
      },
    },
  },
  'tokens.revoke': {
    type: 'object',
    properties: {
      tokenId: {
        type: 'string',
        description: 'Id of the token, not its secret.',
      },
    },
    required: ['tokenId'],
  },
  'jobDrafts.capabilities': {
    type: 'object',
    properties: {},
  },
  'jobDrafts.create': {
    type: 'object',
    properties: {},
  },
  'jobDrafts.update': {
    type: 'object',
    properties: {
      jobId: {
        type: 'string',
        description: 'Id of the draft.',
      },
      jobTitle: {
        type: 'string',
        description: 'Title.',
      },
      jobDescription: {
        type: 'string',
        description: 'The whole text.',
      },
      paymentType: {
        type: 'string',
        enum: ['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE'],
        description: 'How trainers are paid. Send the matching price too.',
      },
      pricePerHour: {
        type: 'number',
        description: 'USD an hour, for `PAY_PER_HOUR`.',
      },
      pricePerLabel: {
        type: 'number',
        description: 'USD a label, for `PAY_PER_LABEL`.',
      },
      fixedPrice: {
        type: 'number',
        description: 'USD in total, for `FIXED_PRICE`.',
      },
      experienceLevel: {
        type: 'string',
        enum: ['EXPERT', 'ENTRY_LEVEL', 'INTERMEDIATE', 'ANY_EXPERIENCE_LEVEL'],
        description: 'How experienced trainers have to be.',
      },
      dataVolume: {
        type: 'number',
        description: 'How much data, in `dataVolumeUnit`.',
      },
      dataVolumeUnit: {
        type: 'string',
        enum: [
          'HOURS_OF_RECORDING_AUDIO_VIDEO',
          'NUMBER_OF_FILES',
          'NUMBER_OF_WORDS',
          'UNKNOWN_NOT_SPECIFIED',
        ],
        description: 'What `dataVolume` counts.',
      },
      headcount: {
        type: 'integer',
        description: 'How many trainers to hire. That it is whole is inferred.',
      },
      languages: {
        type: 'array',
        description: 'Languages trainers need, by English name.',
        items: {
          type: 'string',
        },
      },
      countries: {
        type: 'array',
        description:
          'Countries trainers may live in. Two-letter codes, and empty for anywhere, are inferred.',
        items: {
          type: 'string',
        },
      },
      labelTypes: {
        type: 'array',
        description: 'Kinds of annotation. The values are not published.',
        items: {
          type: 'string',
        },
      },
      labelingOverview: {
        type: 'string',
        description: 'What is to be labelled. The key is documented, its type is not.',
      },
      datasetDescription: {
        type: 'string',
        description: 'What the data is. The key is documented, its type is not.',
      },
      dataType: {
        type: 'string',
        description: 'Kind of data. The key is documented, its type is not.',
      },
      subjectMatter: {
        description: 'Field of knowledge. The key is documented, its type is not.',
        anyOf: [
          {
            type: 'string',
          },
          {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        ],
      },
      labelingSoftware: {
        type: 'string',
        description: 'Tool the work is done in. The key is documented, its type is not.',
      },
      aiInterviewRequirements: {
        type: 'string',
        description:
          'What the AI interviewer should look for. The key is documented, its type is not.',
      },
      budgetRange: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      workloadDesc: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      timeRequirement: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      projectDuration: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      freelancerType: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      projectScope: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      visibility: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
    },
    required: ['jobId'],
  },
  'jobs.search': {
    type: 'object',
    properties: {
      q: {
        type: 'string',
        description: 'Free text, looked for in titles and descriptions.',
      },
      language: {
        type: 'string',
        description:
          'Only jobs that need this language. The filter is documented, its name is not.',
      },
      country: {
        type: 'string',
        description: 'Only jobs open to this country. The filter is documented, its name is not.',
      },
      payType: {
        type: 'string',
        enum: ['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE'],
        description: 'Only jobs paid this way.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        description: 'Jobs a page; the default is not published.',
      },
      cursor: {
        type: 'string',
        description:
          'Where to go on: the `nextCursor` of the page before. Leave it out for the first page.',
      },
    },
  },
  'jobs.facets': {
    type: 'object',
    properties: {},
  },
  'jobs.changes': {
    type: 'object',
    properties: {
      since: {
        type: 'string',
        description: 'Changes at or after this moment.',
      },
    },
    required: ['since'],
  },
  'jobs.listMine': {
    type: 'object',
    properties: {
      status: {
        type: 'string',
        enum: ['DRAFT', 'OPEN', 'ONGOING', 'COMPLETED', 'ARCHIVED', 'PENDING_APPROVAL'],
        description: 'Only jobs in this status.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 25,
        description: 'Jobs a page.',
      },
      cursor: {
        type: 'string',
        description:
          'Where to go on: the `nextCursor` of the page before. Leave it out for the first page.',
      },
    },
  },
  'jobs.get': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        minLength: 1,
        maxLength: 64,
        description: 'Id of the job.',
      },
    },
    required: ['id'],
  },
  'jobs.update': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'Id of the job.',
      },
      jobTitle: {
        type: 'string',
        description: 'Title.',
      },
      jobDescription: {
        type: 'string',
        description: 'The whole text.',
      },
      paymentType: {
        type: 'string',
        enum: ['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE'],
        description: 'How trainers are paid. Send the matching price too.',
      },
      pricePerHour: {
        type: 'number',
        description: 'USD an hour, for `PAY_PER_HOUR`.',
      },
      pricePerLabel: {
        type: 'number',
        description: 'USD a label, for `PAY_PER_LABEL`.',
      },
      fixedPrice: {
        type: 'number',
        description: 'USD in total, for `FIXED_PRICE`.',
      },
      experienceLevel: {
        type: 'string',
        enum: ['EXPERT', 'ENTRY_LEVEL', 'INTERMEDIATE', 'ANY_EXPERIENCE_LEVEL'],
        description: 'How experienced trainers have to be.',
      },
      dataVolume: {
        type: 'number',
        description: 'How much data, in `dataVolumeUnit`.',
      },
      dataVolumeUnit: {
        type: 'string',
        enum: [
          'HOURS_OF_RECORDING_AUDIO_VIDEO',
          'NUMBER_OF_FILES',
          'NUMBER_OF_WORDS',
          'UNKNOWN_NOT_SPECIFIED',
        ],
        description: 'What `dataVolume` counts.',
      },
      headcount: {
        type: 'integer',
        description: 'How many trainers to hire. That it is whole is inferred.',
      },
      languages: {
        type: 'array',
        description: 'Languages trainers need, by English name.',
        items: {
          type: 'string',
        },
      },
      countries: {
        type: 'array',
        description:
          'Countries trainers may live in. Two-letter codes, and empty for anywhere, are inferred.',
        items: {
          type: 'string',
        },
      },
      labelTypes: {
        type: 'array',
        description: 'Kinds of annotation. The values are not published.',
        items: {
          type: 'string',
        },
      },
      labelingOverview: {
        type: 'string',
        description: 'What is to be labelled. The key is documented, its type is not.',
      },
      datasetDescription: {
        type: 'string',
        description: 'What the data is. The key is documented, its type is not.',
      },
      dataType: {
        type: 'string',
        description: 'Kind of data. The key is documented, its type is not.',
      },
      subjectMatter: {
        description: 'Field of knowledge. The key is documented, its type is not.',
        anyOf: [
          {
            type: 'string',
          },
          {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        ],
      },
      labelingSoftware: {
        type: 'string',
        description: 'Tool the work is done in. The key is documented, its type is not.',
      },
      aiInterviewRequirements: {
        type: 'string',
        description:
          'What the AI interviewer should look for. The key is documented, its type is not.',
      },
      budgetRange: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      workloadDesc: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      timeRequirement: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      projectDuration: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      freelancerType: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      projectScope: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
      visibility: {
        type: 'string',
        description: 'The key is documented, its type and values are not.',
      },
    },
    required: ['id'],
  },
  'jobs.publish': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'Id of the draft.',
      },
    },
    required: ['id'],
  },
  'jobs.close': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'Id of the job.',
      },
    },
    required: ['id'],
  },
  'jobs.invite': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'Id of the job.',
      },
      freelancerId: {
        type: 'string',
        description: "The trainer's user id.",
      },
    },
    required: ['id', 'freelancerId'],
  },
  'jobs.listProposals': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'Id of the job.',
      },
      status: {
        type: 'string',
        enum: [
          'UNREVIEWED',
          'SHORTLISTED',
          'MAYBE',
          'HIRED',
          'DECLINED',
          'NOT_A_FIT',
          'RESUME_SENT',
        ],
        description:
          'Only proposals in this status. The platform also takes lower case, and spaces or hyphens for underscores.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 25,
        description: 'Proposals a page. The default of 25 is inferred.',
      },
      cursor: {
        type: 'string',
        description:
          'The `nextCursor` of the page before, a proposal id. Leave it out for the first page.',
      },
    },
    required: ['id'],
  },
  'proposals.get': {
    type: 'object',
    properties: {
      proposalId: {
        type: 'string',
        description: 'Id of the proposal.',
      },
    },
    required: ['proposalId'],
  },
  'proposals.interview': {
    type: 'object',
    properties: {
      proposalId: {
        type: 'string',
        description: 'Id of the proposal.',
      },
    },
    required: ['proposalId'],
  },
  'proposals.openConversation': {
    type: 'object',
    properties: {
      proposalId: {
        type: 'string',
        description: 'Id of the proposal.',
      },
    },
    required: ['proposalId'],
  },
  'proposals.hire': {
    type: 'object',
    properties: {
      proposalId: {
        type: 'string',
        description: 'Id of the proposal.',
      },
      milestone: {
        type: 'object',
        required: ['amount'],
        description:
          'The first milestone, paid into escrow when a human confirms. Give a name, a description or both.',
        properties: {
          name: {
            type: 'string',
            description: 'Short label. Needed when there is no description.',
          },
          description: {
            type: 'string',
            description: 'What is to be done. Needed when there is no name.',
          },
          amount: {
            type: 'number',
            exclusiveMinimum: 0,
            description: 'USD. That it is required, and above zero, is inferred.',
          },
          dueDate: {
            type: 'string',
            description: 'Day it is due, `YYYY-MM-DD`.',
          },
        },
      },
      confirmNotAFit: {
        type: 'boolean',
        description:
          'True to go on with a proposal marked Not a fit. That such a flag exists is documented, its name is not.',
      },
    },
    required: ['proposalId', 'milestone'],
  },
  'freelancers.get': {
    type: 'object',
    properties: {
      idOrSlug: {
        type: 'string',
        description: 'User id or profile slug.',
      },
    },
    required: ['idOrSlug'],
  },
  'messages.list': {
    type: 'object',
    properties: {
      conversationId: {
        type: 'string',
        description: 'Thread whose messages to list; without it threads are listed.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 20,
        description: 'Entries a page.',
      },
      cursor: {
        type: 'string',
        description:
          'Where to go on: the `nextCursor` of the page before. Leave it out for the first page.',
      },
      direction: {
        type: 'string',
        enum: ['older', 'newer'],
        default: 'older',
        description: 'Which way to page through messages. Keep it with its cursor.',
      },
      filter: {
        type: 'string',
        enum: ['all', 'job', 'proposal'],
        default: 'all',
        description:
          'Which threads to list: `proposal` before a hire, `job` after it and channels.',
      },
      unreadOnly: {
        type: 'boolean',
        default: false,
        description: 'Only threads with something unread. The platform takes `true` or `1`.',
      },
    },
  },
  'messages.send': {
    type: 'object',
    properties: {
      conversationId: {
        type: 'string',
        description: 'Thread to write in.',
      },
      content: {
        type: 'string',
        minLength: 1,
        maxLength: 10000,
        description: 'Plain text.',
      },
    },
    required: ['conversationId', 'content'],
  },
  'contracts.list': {
    type: 'object',
    properties: {
      jobId: {
        type: 'string',
        description: 'Only contracts of this job, which must be one you own or have access to.',
      },
      status: {
        type: 'string',
        enum: ['active', 'ended'],
        description: 'Only contracts in this state; leave it out for both.',
      },
    },
  },
  'contracts.get': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
    },
    required: ['contractId'],
  },
  'contracts.createMilestone': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
      description: {
        type: 'string',
        minLength: 1,
        description: 'What is to be delivered.',
      },
      name: {
        type: 'string',
        description: 'Short label.',
      },
      amountUsd: {
        type: 'number',
        exclusiveMinimum: 0,
        description:
          'Price in US dollars; needed on a fixed-price contract, else worked out from rate and volume.',
      },
      volume: {
        type: 'number',
        exclusiveMinimum: 0,
        description: 'Hours or labels; needed on an hourly or per-label contract.',
      },
      dueDate: {
        type: 'string',
        description:
          'Due date, ISO 8601. A bare date such as `2026-07-15` is read as midnight UTC.',
      },
    },
    required: ['contractId', 'description'],
  },
  'contracts.end': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
    },
    required: ['contractId'],
  },
  'milestones.fund': {
    type: 'object',
    properties: {
      milestoneId: {
        type: 'string',
        description: 'Id of the milestone.',
      },
    },
    required: ['milestoneId'],
  },
  'milestones.approve': {
    type: 'object',
    properties: {
      milestoneId: {
        type: 'string',
        description: 'Id of the milestone.',
      },
    },
    required: ['milestoneId'],
  },
  'approvals.get': {
    type: 'object',
    properties: {
      approvalId: {
        type: 'string',
        description: 'Id of the approval, as answered by the call that asked for it.',
      },
    },
    required: ['approvalId'],
  },
  'updates.poll': {
    type: 'object',
    properties: {
      cursor: {
        type: 'string',
        pattern: '^[0-9]+$',
        description:
          'Id of the last event already seen, as the previous `nextCursor` gave it; only newer events are answered.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 200,
        description: 'Events per page, at most 200. The default is not published.',
      },
    },
  },
  'credits.balance': {
    type: 'object',
    properties: {},
  },
  'credits.ledger': {
    type: 'object',
    properties: {
      cursor: {
        type: 'string',
        description:
          'Where to go on: the `nextCursor` of the page before. Leave it out for the first page.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 50,
        description: 'Entries per page.',
      },
    },
  },
  'credits.createTopUp': {
    type: 'object',
    properties: {
      amountUsd: {
        type: 'number',
        minimum: 10,
        maximum: 10000,
        description:
          'Amount in US dollars, 10 to 10000. The platform also takes it under the name `amount`.',
      },
    },
    required: ['amountUsd'],
  },
  'credits.getTopUp': {
    type: 'object',
    properties: {
      topUpId: {
        type: 'string',
        description: 'Id of the top-up.',
      },
    },
    required: ['topUpId'],
  },
  'payments.pending': {
    type: 'object',
    properties: {},
  },
  'webhooks.create': {
    type: 'object',
    properties: {
      url: {
        type: 'string',
        maxLength: 2048,
        description:
          'Absolute https URL of at most 2048 characters; plain http only for localhost.',
      },
      eventTypes: {
        type: 'array',
        minItems: 1,
        description: 'Event types to deliver, at least one; duplicates are merged.',
        items: {
          type: 'string',
          enum: [
            'proposal.received',
            'proposal.status_changed',
            'message.received',
            'contract.created',
            'milestone.status_changed',
            'payment.pending',
            'approval.confirmed',
            'contract.budget_state_changed',
          ],
          description:
            'The public event types. Reading or subscribing to one needs the scope that its event schema carries as `x-scope`.',
        },
      },
    },
    required: ['url', 'eventTypes'],
  },
  'webhooks.list': {
    type: 'object',
    properties: {},
  },
  'webhooks.get': {
    type: 'object',
    properties: {
      webhookId: {
        type: 'string',
        description: 'Id of the subscription.',
      },
    },
    required: ['webhookId'],
  },
  'webhooks.delete': {
    type: 'object',
    properties: {
      webhookId: {
        type: 'string',
        description: 'Id of the subscription.',
      },
    },
    required: ['webhookId'],
  },
  'team.get': {
    type: 'object',
    properties: {},
  },
  'team.invite': {
    type: 'object',
    properties: {
      email: {
        type: 'string',
        description: 'Address to invite.',
      },
    },
    required: ['email'],
  },
};

/** What each operation answers when it succeeds, as deep as an agent has to know beforehand. */
export const outputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'agent.register': {
    type: 'object',
    properties: {
      identity_type: {
        type: 'string',
      },
      registration_id: {
        type: 'string',
      },
      access_token: {
        type: 'string',
      },
      token_type: {
        type: 'string',
      },
      scopes: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      claim_token: {
        type: 'string',
      },
      claim_token_expires_at: {
        type: 'string',
      },
      claim_endpoint: {
        type: 'string',
      },
      token_endpoint: {
        type: 'string',
      },
      grant_type: {
        type: 'string',
      },
    },
    required: [
      'identity_type',
      'registration_id',
      'access_token',
      'token_type',
      'scopes',
      'claim_token',
      'claim_token_expires_at',
      'claim_endpoint',
      'token_endpoint',
      'grant_type',
    ],
  },
  'agent.startClaim': {
    type: 'object',
    properties: {
      user_code: {
        type: 'string',
      },
      verification_uri: {
        type: 'string',
      },
      expires_in: {
        type: 'number',
      },
      interval: {
        type: 'number',
      },
      email_sent: {
        type: 'boolean',
      },
    },
    required: ['user_code', 'verification_uri', 'expires_in', 'interval', 'email_sent'],
  },
  'agent.pollClaim': {
    type: 'object',
    properties: {
      access_token: {
        type: 'string',
      },
      token_type: {
        type: 'string',
      },
      scopes: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
    },
    required: ['access_token', 'token_type', 'scopes'],
  },
  'agent.revoke': {
    type: 'object',
  },
  'auth.me': {
    type: 'object',
    properties: {
      actor: {
        type: 'object',
        properties: {
          userId: {
            type: 'string',
          },
          email: {
            type: ['string', 'null'],
          },
          firstName: {
            type: ['string', 'null'],
          },
          lastName: {
            type: ['string', 'null'],
          },
          fullName: {
            type: ['string', 'null'],
          },
          userType: {
            type: 'string',
          },
        },
      },
      token: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          label: {
            type: 'string',
          },
          scopes: {
            type: 'array',
          },
          ownerOrganizationId: {
            type: ['string', 'null'],
          },
        },
      },
      account: {
        type: 'object',
        properties: {
          kind: {
            type: 'string',
          },
          organizationId: {
            type: ['string', 'null'],
          },
          ownerUserId: {
            type: 'string',
          },
          memberRole: {
            type: 'string',
          },
        },
      },
    },
    required: ['actor', 'token', 'account'],
  },
  'tokens.list': {
    type: 'object',
    properties: {
      tokens: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['tokens'],
  },
  'tokens.create': {
    type: 'object',
    properties: {
      token: {
        type: 'string',
      },
      tokenType: {
        type: 'string',
      },
      metadata: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          preview: {
            type: 'string',
          },
          scopes: {
            type: 'array',
          },
          status: {
            type: 'string',
          },
          organizationId: {
            type: ['string', 'null'],
          },
          createdAt: {
            type: 'string',
          },
          lastUsedAt: {
            type: ['string', 'null'],
          },
          expiresAt: {
            type: ['string', 'null'],
          },
          revokedAt: {
            type: ['string', 'null'],
          },
        },
      },
    },
    required: ['token', 'tokenType', 'metadata'],
  },
  'tokens.revoke': {
    type: 'object',
    properties: {
      token: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          preview: {
            type: 'string',
          },
          scopes: {
            type: 'array',
          },
          status: {
            type: 'string',
          },
          organizationId: {
            type: ['string', 'null'],
          },
          createdAt: {
            type: 'string',
          },
          lastUsedAt: {
            type: ['string', 'null'],
          },
          expiresAt: {
            type: ['string', 'null'],
          },
          revokedAt: {
            type: ['string', 'null'],
          },
        },
      },
    },
    required: ['token'],
  },
  'jobDrafts.capabilities': {
    type: 'object',
    properties: {
      featureKey: {
        type: 'string',
      },
      namespace: {
        type: 'string',
      },
      rolloutMode: {
        type: 'string',
      },
      actorIsAdmin: {
        type: 'boolean',
      },
      capabilities: {
        type: 'object',
        properties: {
          draftImport: {
            type: 'boolean',
          },
          draftCreate: {
            type: 'boolean',
          },
          draftUpdate: {
            type: 'boolean',
          },
          draftUrlRead: {
            type: 'boolean',
          },
          publish: {
            type: 'boolean',
          },
          hiring: {
            type: 'boolean',
          },
          messagingWrites: {
            type: 'boolean',
          },
          team: {
            type: 'boolean',
          },
          paymentsWrite: {
            type: 'boolean',
          },
          credits: {
            type: 'boolean',
          },
          webhooks: {
            type: 'boolean',
          },
        },
      },
      draft: {
        type: 'object',
        properties: {
          importFormats: {
            type: 'array',
          },
          updateKeys: {
            type: 'array',
          },
          enums: {
            type: 'object',
          },
        },
      },
      authBootstrap: {
        type: 'string',
      },
      enabled: {
        type: 'boolean',
      },
    },
    required: [
      'featureKey',
      'namespace',
      'rolloutMode',
      'actorIsAdmin',
      'capabilities',
      'draft',
      'authBootstrap',
      'enabled',
    ],
  },
  'jobDrafts.create': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      jobId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      draftUrl: {
        type: 'string',
      },
      reviewUrl: {
        type: 'string',
      },
      validation: {
        type: 'object',
        properties: {
          publishReady: {
            type: 'boolean',
          },
          issueCount: {
            type: 'integer',
          },
          missingFieldCount: {
            type: 'integer',
          },
          missingFields: {
            type: 'array',
          },
          issues: {
            type: 'array',
          },
        },
      },
      missingFields: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      normalizedFields: {
        type: 'object',
        properties: {
          jobTitle: {
            type: 'string',
          },
          paymentType: {
            type: 'string',
          },
          languages: {
            type: 'array',
          },
          headcount: {
            type: 'integer',
          },
          dataVolume: {
            type: 'number',
          },
          dataVolumeUnit: {
            type: 'string',
          },
        },
      },
      warnings: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      unmappedFields: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      lowConfidenceFields: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
    },
    required: [
      'ok',
      'jobId',
      'status',
      'draftUrl',
      'reviewUrl',
      'validation',
      'missingFields',
      'normalizedFields',
      'warnings',
      'unmappedFields',
      'lowConfidenceFields',
    ],
  },
  'jobDrafts.update': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      jobId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      draftUrl: {
        type: 'string',
      },
      validation: {
        type: 'object',
        properties: {
          publishReady: {
            type: 'boolean',
          },
          issueCount: {
            type: 'integer',
          },
          missingFieldCount: {
            type: 'integer',
          },
          missingFields: {
            type: 'array',
          },
          issues: {
            type: 'array',
          },
        },
      },
      missingFields: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['ok', 'jobId', 'status', 'draftUrl', 'validation'],
  },
  'jobs.search': {
    type: 'object',
    properties: {
      jobs: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      nextCursor: {
        type: ['string', 'null'],
      },
      generatedAt: {
        type: 'string',
      },
    },
    required: ['jobs', 'nextCursor', 'generatedAt'],
  },
  'jobs.facets': {
    type: 'object',
    properties: {
      totalJobs: {
        type: 'integer',
      },
      categories: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      languages: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      countries: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      payTypes: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      generatedAt: {
        type: 'string',
      },
    },
    required: ['totalJobs', 'categories', 'languages', 'countries', 'payTypes', 'generatedAt'],
  },
  'jobs.changes': {
    type: 'object',
    properties: {
      since: {
        type: 'string',
      },
      until: {
        type: 'string',
      },
      changes: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      generatedAt: {
        type: 'string',
      },
    },
    required: ['since', 'until', 'changes', 'generatedAt'],
  },
  'jobs.listMine': {
    type: 'object',
    properties: {
      jobs: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      nextCursor: {
        type: ['string', 'null'],
      },
    },
    required: ['jobs', 'nextCursor'],
  },
  'jobs.get': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
      },
      slug: {
        type: 'string',
      },
      title: {
        type: 'string',
      },
      companyName: {
        type: ['string', 'null'],
      },
      descriptionText: {
        type: 'string',
      },
      descriptionHtml: {
        type: 'string',
      },
      seoTitle: {
        type: ['string', 'null'],
      },
      summary: {
        type: ['string', 'null'],
      },
      status: {
        type: 'string',
      },
      datePosted: {
        type: 'string',
      },
      validThrough: {
        type: 'string',
      },
      updatedAt: {
        type: 'string',
      },
      employmentTypes: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      countries: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      languages: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      category: {
        type: ['string', 'null'],
      },
      dataType: {
        type: ['string', 'null'],
      },
      labelTypes: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      skills: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      labelingSoftware: {
        type: ['string', 'null'],
      },
      experienceLevel: {
        type: ['string', 'null'],
      },
      pay: {
        type: 'object',
        properties: {
          paymentType: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          hourlyRate: {
            type: ['number', 'null'],
          },
          hourlyMin: {
            type: ['number', 'null'],
          },
          hourlyMax: {
            type: ['number', 'null'],
          },
          fixedPrice: {
            type: ['number', 'null'],
          },
          perLabelRate: {
            type: ['number', 'null'],
          },
        },
      },
      url: {
        type: 'string',
      },
      applyUrl: {
        type: 'string',
      },
    },
    required: [
      'id',
      'slug',
      'title',
      'companyName',
      'descriptionText',
      'descriptionHtml',
      'seoTitle',
      'summary',
      'status',
      'datePosted',
      'validThrough',
      'updatedAt',
      'employmentTypes',
      'countries',
      'languages',
      'category',
      'dataType',
      'labelTypes',
      'skills',
      'labelingSoftware',
      'experienceLevel',
      'pay',
      'url',
      'applyUrl',
    ],
  },
  'jobs.update': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      jobId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      moderation: {
        type: 'object',
        properties: {
          decision: {
            type: 'string',
          },
          reasons: {
            type: 'array',
          },
        },
      },
    },
    required: ['ok', 'jobId', 'status', 'moderation'],
  },
  'jobs.publish': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      jobId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      alreadyPublished: {
        type: 'boolean',
      },
      jobUrl: {
        type: 'string',
      },
      publishAttemptId: {
        type: ['string', 'null'],
      },
      warnings: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      sideEffects: {
        type: 'object',
        properties: {
          dispatched: {
            type: 'boolean',
          },
          status: {
            type: 'string',
          },
        },
      },
    },
    required: [
      'ok',
      'jobId',
      'status',
      'alreadyPublished',
      'jobUrl',
      'publishAttemptId',
      'warnings',
      'sideEffects',
    ],
  },
  'jobs.close': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      jobId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      alreadyClosed: {
        type: 'boolean',
      },
    },
    required: ['ok', 'jobId', 'status', 'alreadyClosed'],
  },
  'jobs.invite': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      proposalId: {
        type: 'string',
      },
      jobId: {
        type: 'string',
      },
      freelancerId: {
        type: 'string',
      },
      alreadyInvited: {
        type: 'boolean',
      },
    },
    required: ['ok', 'proposalId', 'jobId', 'freelancerId', 'alreadyInvited'],
  },
  'jobs.listProposals': {
    type: 'object',
    properties: {
      proposals: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      nextCursor: {
        type: ['string', 'null'],
      },
    },
    required: ['proposals', 'nextCursor'],
  },
  'proposals.get': {
    type: 'object',
    properties: {
      proposal: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          jobId: {
            type: 'string',
          },
          jobTitle: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
          },
          status: {
            type: 'object',
          },
          bid: {
            type: 'object',
          },
          candidate: {
            type: 'object',
          },
          metrics: {
            type: 'object',
          },
          aiInterview: {
            type: ['object', 'null'],
          },
          verification: {
            type: 'object',
          },
          openLabel: {
            type: ['object', 'null'],
          },
          contract: {
            type: ['object', 'null'],
          },
        },
      },
    },
    required: ['proposal'],
  },
  'proposals.interview': {
    type: 'object',
    properties: {
      interview: {
        type: 'object',
        properties: {
          proposalId: {
            type: 'string',
          },
          interviewId: {
            type: 'string',
          },
          score: {
            type: ['number', 'null'],
          },
          summary: {
            type: ['string', 'null'],
          },
          messages: {
            type: 'array',
          },
        },
      },
    },
    required: ['interview'],
  },
  'proposals.openConversation': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      conversationId: {
        type: 'string',
      },
      proposalId: {
        type: 'string',
      },
      jobId: {
        type: 'string',
      },
      created: {
        type: 'boolean',
      },
    },
    required: ['ok', 'conversationId', 'proposalId', 'jobId', 'created'],
  },
  'proposals.hire': {
    type: 'object',
    properties: {
      approval: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          contractId: {
            type: ['string', 'null'],
          },
          milestoneId: {
            type: ['string', 'null'],
          },
          jobId: {
            type: ['string', 'null'],
          },
          proposalId: {
            type: ['string', 'null'],
          },
          approvalUrl: {
            type: 'string',
          },
          expiresAt: {
            type: 'string',
          },
          resolvedAt: {
            type: ['string', 'null'],
          },
          result: {
            type: ['object', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
      message: {
        type: 'string',
      },
    },
    required: ['approval', 'message'],
  },
  'freelancers.get': {
    type: 'object',
    properties: {
      freelancer: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          profileSlug: {
            type: 'string',
          },
          profilePath: {
            type: 'string',
          },
          displayName: {
            type: 'string',
          },
          firstName: {
            type: 'string',
          },
          lastNameInitial: {
            type: 'string',
          },
          talentType: {
            type: 'string',
          },
          title: {
            type: ['string', 'null'],
          },
          bio: {
            type: ['string', 'null'],
          },
          city: {
            type: ['string', 'null'],
          },
          countryCode: {
            type: ['string', 'null'],
          },
          country: {
            type: ['string', 'null'],
          },
          profilePhotoUrl: {
            type: ['string', 'null'],
          },
          hourlyRateUsd: {
            type: ['number', 'null'],
          },
          availability: {
            type: ['string', 'null'],
          },
          expertiseLevel: {
            type: ['string', 'null'],
          },
          englishLevel: {
            type: ['string', 'null'],
          },
          memberSince: {
            type: 'string',
          },
          identityVerified: {
            type: 'boolean',
          },
          skills: {
            type: 'object',
          },
          languages: {
            type: 'array',
          },
          stats: {
            type: 'object',
          },
          agency: {
            type: ['object', 'null'],
          },
          labelExperience: {
            type: 'array',
          },
          workExperience: {
            type: 'array',
          },
          education: {
            type: 'array',
          },
          reviews: {
            type: 'array',
          },
        },
      },
    },
    required: ['freelancer'],
  },
  'messages.list': {
    type: 'object',
    properties: {
      conversations: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      nextCursor: {
        type: ['string', 'null'],
      },
      messages: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['nextCursor'],
  },
  'messages.send': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      message: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          conversationId: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
          },
          jobId: {
            type: ['string', 'null'],
          },
          senderUserId: {
            type: ['string', 'null'],
          },
          isFromViewer: {
            type: 'boolean',
          },
          content: {
            type: 'string',
          },
          messageType: {
            type: ['string', 'null'],
          },
          system: {
            type: 'boolean',
          },
          hasUnreadFlag: {
            type: 'boolean',
          },
          attachmentCount: {
            type: 'integer',
          },
          hasAudio: {
            type: 'boolean',
          },
          editedAt: {
            type: ['string', 'null'],
          },
          reactionCount: {
            type: 'integer',
          },
        },
      },
    },
    required: ['ok', 'message'],
  },
  'contracts.list': {
    type: 'object',
    properties: {
      contracts: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['contracts'],
  },
  'contracts.get': {
    type: 'object',
    properties: {
      contract: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          title: {
            type: ['string', 'null'],
          },
          jobId: {
            type: 'string',
          },
          proposalId: {
            type: ['string', 'null'],
          },
          paymentType: {
            type: ['string', 'null'],
          },
          rateUsd: {
            type: ['number', 'null'],
          },
          estimatedTotalUsd: {
            type: ['number', 'null'],
          },
          estimatedVolume: {
            type: ['number', 'null'],
          },
          hasActiveMilestone: {
            type: 'boolean',
          },
          startDate: {
            type: 'string',
          },
          endDate: {
            type: ['string', 'null'],
          },
          createdAt: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
          },
          freelancer: {
            type: 'object',
          },
          milestones: {
            type: 'array',
          },
          jobDmConversationId: {
            type: ['string', 'null'],
          },
          budget: {
            type: ['object', 'null'],
          },
        },
      },
    },
    required: ['contract'],
  },
  'contracts.createMilestone': {
    type: 'object',
    properties: {
      milestone: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          name: {
            type: ['string', 'null'],
          },
          description: {
            type: ['string', 'null'],
          },
          status: {
            type: 'string',
          },
          amountUsd: {
            type: 'number',
          },
          volume: {
            type: ['number', 'null'],
          },
          milestoneNumber: {
            type: 'integer',
          },
          dueDate: {
            type: ['string', 'null'],
          },
          pendingApproval: {
            type: 'boolean',
          },
          needsReview: {
            type: 'boolean',
          },
          invoiceId: {
            type: ['string', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
    },
    required: ['milestone'],
  },
  'contracts.end': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      contractId: {
        type: 'string',
      },
      status: {
        type: 'string',
      },
      approval: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          contractId: {
            type: ['string', 'null'],
          },
          milestoneId: {
            type: ['string', 'null'],
          },
          jobId: {
            type: ['string', 'null'],
          },
          proposalId: {
            type: ['string', 'null'],
          },
          approvalUrl: {
            type: 'string',
          },
          expiresAt: {
            type: 'string',
          },
          resolvedAt: {
            type: ['string', 'null'],
          },
          result: {
            type: ['object', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
      message: {
        type: 'string',
      },
    },
  },
  'milestones.fund': {
    type: 'object',
    properties: {
      approval: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          contractId: {
            type: ['string', 'null'],
          },
          milestoneId: {
            type: ['string', 'null'],
          },
          jobId: {
            type: ['string', 'null'],
          },
          proposalId: {
            type: ['string', 'null'],
          },
          approvalUrl: {
            type: 'string',
          },
          expiresAt: {
            type: 'string',
          },
          resolvedAt: {
            type: ['string', 'null'],
          },
          result: {
            type: ['object', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
      message: {
        type: 'string',
      },
    },
    required: ['approval', 'message'],
  },
  'milestones.approve': {
    type: 'object',
    properties: {
      approval: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          contractId: {
            type: ['string', 'null'],
          },
          milestoneId: {
            type: ['string', 'null'],
          },
          jobId: {
            type: ['string', 'null'],
          },
          proposalId: {
            type: ['string', 'null'],
          },
          approvalUrl: {
            type: 'string',
          },
          expiresAt: {
            type: 'string',
          },
          resolvedAt: {
            type: ['string', 'null'],
          },
          result: {
            type: ['object', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
      message: {
        type: 'string',
      },
    },
    required: ['approval', 'message'],
  },
  'approvals.get': {
    type: 'object',
    properties: {
      approval: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          contractId: {
            type: ['string', 'null'],
          },
          milestoneId: {
            type: ['string', 'null'],
          },
          jobId: {
            type: ['string', 'null'],
          },
          proposalId: {
            type: ['string', 'null'],
          },
          approvalUrl: {
            type: 'string',
          },
          expiresAt: {
            type: 'string',
          },
          resolvedAt: {
            type: ['string', 'null'],
          },
          result: {
            type: ['object', 'null'],
          },
          createdAt: {
            type: 'string',
          },
        },
      },
    },
    required: ['approval'],
  },
  'updates.poll': {
    type: 'object',
    properties: {
      events: {
        type: 'array',
        items: {
          type: ['object'],
        },
      },
      nextCursor: {
        type: 'string',
      },
      hasMore: {
        type: 'boolean',
      },
    },
    required: ['events', 'nextCursor', 'hasMore'],
  },
  'credits.balance': {
    type: 'object',
    properties: {
      credits: {
        type: 'object',
        properties: {
          availableCents: {
            type: 'integer',
          },
          reservedCents: {
            type: 'integer',
          },
          currency: {
            type: 'string',
          },
          recentEntries: {
            type: 'array',
          },
        },
      },
    },
    required: ['credits'],
  },
  'credits.ledger': {
    type: 'object',
    properties: {
      entries: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
      nextCursor: {
        type: ['string', 'null'],
      },
    },
    required: ['entries', 'nextCursor'],
  },
  'credits.createTopUp': {
    type: 'object',
    properties: {
      topUpId: {
        type: 'string',
      },
      checkoutUrl: {
        type: 'string',
      },
      expiresAt: {
        type: ['string', 'null'],
      },
      topUp: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          amountCents: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
          },
          completedAt: {
            type: ['string', 'null'],
          },
          expiresAt: {
            type: ['string', 'null'],
          },
        },
      },
      message: {
        type: 'string',
      },
    },
    required: ['topUpId', 'checkoutUrl', 'expiresAt', 'topUp', 'message'],
  },
  'credits.getTopUp': {
    type: 'object',
    properties: {
      topUp: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          amountCents: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
          },
          completedAt: {
            type: ['string', 'null'],
          },
          expiresAt: {
            type: ['string', 'null'],
          },
        },
      },
    },
    required: ['topUp'],
  },
  'payments.pending': {
    type: 'object',
    properties: {
      payments: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['payments'],
  },
  'webhooks.create': {
    type: 'object',
    properties: {
      webhook: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          eventTypes: {
            type: 'array',
          },
          status: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          disabledAt: {
            type: ['string', 'null'],
          },
          disabledReason: {
            type: ['string', 'null'],
          },
        },
      },
      secret: {
        type: 'string',
      },
      message: {
        type: 'string',
      },
    },
    required: ['webhook', 'secret', 'message'],
  },
  'webhooks.list': {
    type: 'object',
    properties: {
      webhooks: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['webhooks'],
  },
  'webhooks.get': {
    type: 'object',
    properties: {
      webhook: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          eventTypes: {
            type: 'array',
          },
          status: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          disabledAt: {
            type: ['string', 'null'],
          },
          disabledReason: {
            type: ['string', 'null'],
          },
        },
      },
    },
    required: ['webhook'],
  },
  'webhooks.delete': {
    type: 'object',
    properties: {
      webhook: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          eventTypes: {
            type: 'array',
          },
          status: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          disabledAt: {
            type: ['string', 'null'],
          },
          disabledReason: {
            type: ['string', 'null'],
          },
        },
      },
      deleted: {
        type: 'boolean',
      },
    },
    required: ['webhook', 'deleted'],
  },
  'team.get': {
    type: 'object',
    properties: {
      team: {
        type: 'object',
        properties: {
          organization: {
            type: 'object',
          },
          members: {
            type: 'array',
          },
          invites: {
            type: 'array',
          },
        },
      },
    },
    required: ['team'],
  },
  'team.invite': {
    type: 'object',
    properties: {
      ok: {
        type: 'boolean',
      },
      status: {
        type: 'string',
      },
      email: {
        type: 'string',
      },
      team: {
        type: 'object',
        properties: {
          organization: {
            type: 'object',
          },
          members: {
            type: 'array',
          },
          invites: {
            type: 'array',
          },
        },
      },
    },
    required: ['ok', 'status', 'email', 'team'],
  },
};
