// Generated from spec/platform.yaml by npm run generate. Do not edit.

import type { ObjectSchema } from '../../src/core/json-schema.ts';
import type { OperationId } from './operations.ts';

/** What each operation takes: its path, query and body in one object. */
export const inputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'installs.current': {
    type: 'object',
    properties: {},
  },
  'projectLinks.create': {
    type: 'object',
    properties: {
      externalProjectId: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: "The platform's own id of the project, unique within the install.",
      },
      externalProjectName: {
        type: 'string',
        maxLength: 300,
        description: 'Name of the project.',
      },
      externalProjectUrl: {
        type: 'string',
        maxLength: 2048,
        description: 'Address of the project.',
      },
      jobId: {
        type: 'string',
        description: "A job of the installing employer. Can't be added later.",
      },
      provisioningMode: {
        type: 'string',
        enum: ['PARTNER_WEBHOOK', 'MANAGED_ADAPTER'],
        default: 'PARTNER_WEBHOOK',
        description:
          "Who creates trainers' accounts: the platform, driven by contract events (`PARTNER_WEBHOOK`, the default), or OpenTrain with credentials arranged beforehand (`MANAGED_ADAPTER`).",
      },
    },
    required: ['externalProjectId'],
  },
  'projectLinks.list': {
    type: 'object',
    properties: {},
  },
  'projectLinks.get': {
    type: 'object',
    properties: {
      linkId: {
        type: 'string',
        description: 'Id of the link.',
      },
    },
    required: ['linkId'],
  },
  'projectLinks.delete': {
    type: 'object',
    properties: {
      linkId: {
        type: 'string',
        description: 'Id of the link.',
      },
    },
    required: ['linkId'],
  },
  'contracts.list': {
    type: 'object',
    properties: {
      projectLinkId: {
        type: 'string',
        description: 'Only contracts on the job of this link.',
      },
      status: {
        type: 'string',
        enum: ['active', 'ended'],
        description: 'Only contracts in this state; both when left out.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 200,
        default: 50,
        description: 'How many contracts at most, 1 to 200. There is no second page.',
      },
    },
  },
  'contracts.participants': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
    },
    required: ['contractId'],
  },
  'contracts.budget': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
    },
    required: ['contractId'],
  },
  'contracts.reportUsage': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
        description: 'Id of the contract.',
      },
      entries: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        description: 'One entry a worker and day, 1 to 100.',
        items: {
          type: 'object',
          required: ['workDate'],
          description: 'The totals of one worker on one day, so far. Never an increment.',
          properties: {
            workDate: {
              type: 'string',
              pattern: '^\\d{4}-\\d{2}-\\d{2}$',
              description:
                'The day, `2026-06-12`; not in the future. Of which time zone is not documented.',
            },
            totalSeconds: {
              type: 'integer',
              minimum: 0,
              maximum: 86400,
              description:
                'Seconds worked that day. That there are bounds is documented, 0 and 86,400 are inferred.',
            },
            tasksCompleted: {
              type: 'integer',
              minimum: 0,
              description: 'Tasks done that day.',
            },
            labelsCompleted: {
              type: 'integer',
              minimum: 0,
              description: 'Labels made that day.',
            },
            externalReportId: {
              type: 'string',
              description:
                "The platform's own reference of the report. How long it may be is not documented.",
            },
            workerOpentrainUserId: {
              type: 'string',
              description:
                'Whose work it is, a participant of the contract; the hired trainer when left out.',
            },
          },
        },
      },
    },
    required: ['contractId', 'entries'],
  },
  'webhookEndpoints.create': {
    type: 'object',
    properties: {
      url: {
        type: 'string',
        description: 'Absolute https URL; plain http only for localhost.',
      },
      eventTypes: {
        type: 'array',
        minItems: 1,
        description: 'Event types to deliver, at least one.',
        items: {
          type: 'string',
          enum: [
            'contract.started',
            'contract.ended',
            'project_link.created',
            'project_link.removed',
            'install.revoked',
            'milestone.funded',
            'milestone.budget_low',
            'milestone.budget_depleted',
          ],
          description: 'The event types.',
        },
      },
    },
    required: ['url', 'eventTypes'],
  },
  'webhookEndpoints.list': {
    type: 'object',
    properties: {},
  },
  'webhookEndpoints.get': {
    type: 'object',
    properties: {
      endpointId: {
        type: 'string',
        description: 'Id of the endpoint.',
      },
    },
    required: ['endpointId'],
  },
  'webhookEndpoints.update': {
    type: 'object',
    properties: {
      endpointId: {
        type: 'string',
        description: 'Id of the endpoint.',
      },
      url: {
        type: 'string',
        description: 'Absolute https URL; plain http only for localhost.',
      },
      eventTypes: {
        type: 'array',
        minItems: 1,
        description: 'Event types to deliver from now on, at least one. Replaces the list.',
        items: {
          type: 'string',
          enum: [
            'contract.started',
            'contract.ended',
            'project_link.created',
            'project_link.removed',
            'install.revoked',
            'milestone.funded',
            'milestone.budget_low',
            'milestone.budget_depleted',
          ],
          description: 'The event types.',
        },
      },
      status: {
        type: 'string',
        enum: ['ACTIVE', 'DISABLED'],
        description: '`ACTIVE` to put it to work (again), `DISABLED` to pause it.',
      },
    },
    required: ['endpointId'],
  },
  'webhookEndpoints.delete': {
    type: 'object',
    properties: {
      endpointId: {
        type: 'string',
        description: 'Id of the endpoint.',
      },
    },
    required: ['endpointId'],
  },
  'webhookEndpoints.redeliver': {
    type: 'object',
    properties: {
      endpointId: {
        type: 'string',
        description: 'Id of the endpoint.',
      },
      deliveryId: {
        type: 'string',
        description:
          'One delivery: the `X-OpenTrain-Delivery` it came with. Every failed one when left out.',
      },
    },
    required: ['endpointId'],
  },
};

/** What each operation answers when it succeeds, as deep as an agent has to know beforehand. */
export const outputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'installs.current': {
    type: 'object',
    properties: {
      install: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          status: {
            type: 'string',
          },
          scopes: {
            type: 'array',
          },
          piiConsent: {
            type: 'boolean',
          },
          organizationId: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          partnerApp: {
            type: 'object',
          },
          token: {
            type: 'object',
          },
        },
      },
    },
    required: ['install'],
  },
  'projectLinks.create': {
    type: 'object',
    properties: {
      projectLink: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          jobId: {
            type: ['string', 'null'],
          },
          externalProjectId: {
            type: 'string',
          },
          externalProjectName: {
            type: ['string', 'null'],
          },
          externalProjectUrl: {
            type: ['string', 'null'],
          },
          provisioningMode: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
        },
      },
    },
    required: ['projectLink'],
  },
  'projectLinks.list': {
    type: 'object',
    properties: {
      projectLinks: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['projectLinks'],
  },
  'projectLinks.get': {
    type: 'object',
    properties: {
      projectLink: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          jobId: {
            type: ['string', 'null'],
          },
          externalProjectId: {
            type: 'string',
          },
          externalProjectName: {
            type: ['string', 'null'],
          },
          externalProjectUrl: {
            type: ['string', 'null'],
          },
          provisioningMode: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
        },
      },
    },
    required: ['projectLink'],
  },
  'projectLinks.delete': {
    type: 'object',
    properties: {
      projectLink: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
          },
          jobId: {
            type: ['string', 'null'],
          },
          externalProjectId: {
            type: 'string',
          },
          externalProjectName: {
            type: ['string', 'null'],
          },
          externalProjectUrl: {
            type: ['string', 'null'],
          },
          provisioningMode: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
        },
      },
      deleted: {
        type: 'boolean',
      },
    },
    required: ['projectLink', 'deleted'],
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
  'contracts.participants': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
      },
      participants: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['contractId', 'participants'],
  },
  'contracts.budget': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
      },
      paymentType: {
        type: ['string', 'null'],
      },
      state: {
        type: 'string',
      },
      fundedVolume: {
        type: 'number',
      },
      fundedAmountUsd: {
        type: 'number',
      },
      consumed: {
        type: 'object',
        properties: {
          seconds: {
            type: 'number',
          },
          hours: {
            type: 'number',
          },
          labels: {
            type: 'number',
          },
          tasks: {
            type: 'number',
          },
        },
      },
      consumedVolume: {
        type: 'number',
      },
      remainingVolume: {
        type: 'number',
      },
      consumedFraction: {
        type: 'number',
      },
      activeMilestone: {
        type: ['object', 'null'],
      },
      lastUsageAt: {
        type: ['string', 'null'],
      },
    },
    required: [
      'contractId',
      'paymentType',
      'state',
      'fundedVolume',
      'fundedAmountUsd',
      'consumed',
      'consumedVolume',
      'remainingVolume',
      'consumedFraction',
      'activeMilestone',
      'lastUsageAt',
    ],
  },
  'contracts.reportUsage': {
    type: 'object',
    properties: {
      contractId: {
        type: 'string',
      },
      accepted: {
        type: 'integer',
      },
      budget: {
        type: 'object',
        properties: {
          contractId: {
            type: 'string',
          },
          paymentType: {
            type: ['string', 'null'],
          },
          state: {
            type: 'string',
          },
          fundedVolume: {
            type: 'number',
          },
          fundedAmountUsd: {
            type: 'number',
          },
          consumed: {
            type: 'object',
          },
          consumedVolume: {
            type: 'number',
          },
          remainingVolume: {
            type: 'number',
          },
          consumedFraction: {
            type: 'number',
          },
          activeMilestone: {
            type: ['object', 'null'],
          },
          lastUsageAt: {
            type: ['string', 'null'],
          },
        },
      },
    },
    required: ['contractId', 'accepted', 'budget'],
  },
  'webhookEndpoints.create': {
    type: 'object',
    properties: {
      webhookEndpoint: {
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
          consecutiveFailures: {
            type: 'integer',
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
    required: ['webhookEndpoint', 'secret', 'message'],
  },
  'webhookEndpoints.list': {
    type: 'object',
    properties: {
      webhookEndpoints: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
    required: ['webhookEndpoints'],
  },
  'webhookEndpoints.get': {
    type: 'object',
    properties: {
      webhookEndpoint: {
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
          consecutiveFailures: {
            type: 'integer',
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
    required: ['webhookEndpoint'],
  },
  'webhookEndpoints.update': {
    type: 'object',
    properties: {
      webhookEndpoint: {
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
          consecutiveFailures: {
            type: 'integer',
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
    required: ['webhookEndpoint'],
  },
  'webhookEndpoints.delete': {
    type: 'object',
    properties: {
      webhookEndpoint: {
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
          consecutiveFailures: {
            type: 'integer',
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
    required: ['webhookEndpoint', 'deleted'],
  },
  'webhookEndpoints.redeliver': {
    type: 'object',
    properties: {
      webhookEndpoint: {
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
          consecutiveFailures: {
            type: 'integer',
          },
          disabledAt: {
            type: ['string', 'null'],
          },
          disabledReason: {
            type: ['string', 'null'],
          },
        },
      },
      requeued: {
        type: 'integer',
      },
      message: {
        type: 'string',
      },
    },
    required: ['webhookEndpoint', 'requeued', 'message'],
  },
};
