// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { ObjectSchema } from '../../src/core/json-schema.ts';
import type { OperationId } from './operations.ts';

/** What each operation takes: its path, query and body in one object. */
export const inputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'tasks.create': {
    type: 'object',
    properties: {
      title: {
        type: 'string',
        minLength: 1,
        description: 'What is to be done, in a line.',
      },
      description: {
        type: 'string',
        description: 'What is to be done, at length.',
      },
      priority: {
        type: 'string',
        enum: ['low', 'medium', 'high', 'urgent'],
        default: 'medium',
        description: 'How urgent it is.',
      },
      due_date: {
        type: 'string',
        description: 'When it is due, ISO-8601.',
      },
      assigned_to: {
        type: 'string',
        description:
          'Id of the user who is to do it. Someone outside the tenant is a 400, not a 403.',
      },
      external_id: {
        type: 'string',
        description:
          'Your own reference, to match records by. Not known to be unique or searchable.',
      },
    },
    required: ['title'],
  },
  'tasks.list': {
    type: 'object',
    properties: {
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 50,
        description:
          "The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and 100 the maximum is inferred.",
      },
    },
  },
  'tasks.update': {
    type: 'object',
    properties: {
      task_id: {
        type: 'string',
        description: 'Id of the task to change. Record ids travel in the query string on this API.',
      },
      status: {
        type: 'string',
        enum: ['open', 'in_progress', 'completed', 'cancelled'],
        description: 'The status to move it to. Every move is allowed, as far as is known.',
      },
    },
    required: ['task_id', 'status'],
  },
  'users.list': {
    type: 'object',
    properties: {
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 50,
        description:
          "The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and 100 the maximum is inferred.",
      },
    },
  },
  'users.invite': {
    type: 'object',
    properties: {
      email: {
        type: 'string',
        minLength: 1,
        description: 'Where to send the invitation.',
      },
      full_name: {
        type: 'string',
        minLength: 1,
        description: 'Name in full.',
      },
      roles: {
        type: 'array',
        minItems: 1,
        description:
          'Roles in the dashboard. `admin` is the only one that the API accepts at present.',
        items: {
          type: 'string',
          enum: ['admin'],
        },
      },
    },
    required: ['email', 'full_name', 'roles'],
  },
  'skills.execute': {
    type: 'object',
    properties: {
      skill_id: {
        type: 'string',
        minLength: 1,
        description: 'Id of the skill, a UUID.',
      },
      arguments: {
        type: 'object',
        description:
          "Passed on to the skill's own webhook. Send an empty object when there are none.",
      },
      session_context: {
        type: 'object',
        description: 'On whose behalf to run it.',
        properties: {
          customer_id: {
            type: 'string',
            description: "Presumably the tenant's own id.",
          },
          seat_id: {
            type: 'string',
            description: 'Id of the seat.',
          },
          user_id: {
            type: 'string',
            description: 'Id of the user.',
          },
          role: {
            type: 'string',
            description: 'Role of the seat. That it is one of these two is inferred.',
          },
        },
      },
    },
    required: ['skill_id', 'arguments'],
  },
  'webhooks.subscribe': {
    type: 'object',
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: 'Where to deliver.',
      },
      events: {
        type: 'array',
        minItems: 1,
        description: 'The events to deliver, one at least.',
        items: {
          type: 'string',
          enum: [
            'task.created',
            'task.status_changed',
            'task.completed',
            'session.started',
            'session.completed',
            'skill.executed',
          ],
          description: 'The events that an endpoint can listen to.',
        },
      },
      source: {
        type: 'string',
        description:
          'Names the integration that registers the endpoint, such as `n8n`; `webhooks.unsubscribe` can then remove only its own. That it may be left out is inferred.',
      },
    },
    required: ['url', 'events'],
  },
  'webhooks.get': {
    type: 'object',
    properties: {
      endpoint_id: {
        type: 'string',
        description: 'Id of the endpoint, as `webhooks.subscribe` answered it.',
      },
    },
    required: ['endpoint_id'],
  },
  'webhooks.unsubscribe': {
    type: 'object',
    properties: {
      endpoint_id: {
        type: 'string',
        description: 'Id of the endpoint, as `webhooks.subscribe` answered it.',
      },
      _source: {
        type: 'string',
        description: 'Remove the endpoint only if this source registered it.',
      },
    },
    required: ['endpoint_id'],
  },
};

/** What each operation answers when it succeeds, as deep as an agent has to know beforehand. */
export const outputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'tasks.create': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
      },
      title: {
        type: 'string',
      },
      description: {
        type: ['string', 'null'],
      },
      status: {
        type: 'string',
      },
      priority: {
        type: 'string',
      },
      source: {
        type: 'string',
      },
      external_id: {
        type: ['string', 'null'],
      },
      assigned_to: {
        type: ['object', 'null'],
      },
      due_date: {
        type: ['string', 'null'],
      },
      created_at: {
        type: 'string',
      },
      completed_at: {
        type: ['string', 'null'],
      },
      session_id: {
        type: ['string', 'null'],
      },
    },
    required: [
      'id',
      'title',
      'description',
      'status',
      'priority',
      'source',
      'external_id',
      'assigned_to',
      'due_date',
      'created_at',
      'completed_at',
      'session_id',
    ],
  },
  'tasks.list': {
    type: 'object',
    properties: {
      tasks: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
  },
  'tasks.update': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
      },
      title: {
        type: 'string',
      },
      description: {
        type: ['string', 'null'],
      },
      status: {
        type: 'string',
      },
      priority: {
        type: 'string',
      },
      source: {
        type: 'string',
      },
      external_id: {
        type: ['string', 'null'],
      },
      assigned_to: {
        type: ['object', 'null'],
      },
      due_date: {
        type: ['string', 'null'],
      },
      created_at: {
        type: 'string',
      },
      completed_at: {
        type: ['string', 'null'],
      },
      session_id: {
        type: ['string', 'null'],
      },
    },
    required: [
      'id',
      'title',
      'description',
      'status',
      'priority',
      'source',
      'external_id',
      'assigned_to',
      'due_date',
      'created_at',
      'completed_at',
      'session_id',
    ],
  },
  'users.list': {
    type: 'object',
    properties: {
      users: {
        type: 'array',
        items: {
          type: 'object',
        },
      },
    },
  },
  'users.invite': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
      },
      email: {
        type: 'string',
      },
      full_name: {
        type: ['string', 'null'],
      },
      roles: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      is_active: {
        type: 'boolean',
      },
    },
    required: ['id', 'email'],
  },
  'skills.execute': {
    type: 'object',
  },
  'webhooks.subscribe': {
    type: 'object',
    properties: {
      id: {
        type: 'string',
      },
      events: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      url: {
        type: 'string',
      },
      source: {
        type: ['string', 'null'],
      },
      secret: {
        type: ['string', 'null'],
      },
      created_at: {
        type: 'string',
      },
    },
    required: ['id', 'events'],
  },
  'webhooks.get': {
    type: 'object',
    properties: {
      exists: {
        type: 'boolean',
      },
      id: {
        type: 'string',
      },
      events: {
        type: 'array',
        items: {
          type: 'string',
        },
      },
      url: {
        type: 'string',
      },
    },
    required: ['exists'],
  },
  'webhooks.unsubscribe': {
    type: 'object',
    properties: {
      success: {
        type: 'boolean',
      },
    },
  },
};
