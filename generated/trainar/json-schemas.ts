// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { ObjectSchema } from '../../src/core/json-schema.ts';
import type { OperationId } from './operations.ts';

/** What each operation takes: its path, query and body in one object. */
export const inputs: Readonly<Record<OperationId, ObjectSchema>> = {
  'tasks.create': {
    type: 'object',
    properties: {
      title: {
        description: 'What is to be done, in a line.',
        type: 'string',
        minLength: 1,
      },
      description: {
        description: 'What is to be done, at length.',
        type: 'string',
      },
      priority: {
        description: 'How urgent it is.',
        type: 'string',
        enum: ['low', 'medium', 'high', 'urgent'],
        default: 'medium',
      },
      due_date: {
        description: 'When it is due, ISO-8601.',
        type: 'string',
      },
      assigned_to: {
        description:
          'Id of the user who is to do it. Someone outside the tenant is a 400, not a 403.',
        type: 'string',
      },
      external_id: {
        description:
          'Your own reference, to match records by. Not known to be unique or searchable.',
        type: 'string',
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
          "The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and\n100 the maximum is inferred.\n",
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
        description: 'The status to move it to. Every move is allowed, as far as is known.',
        type: 'string',
        enum: ['open', 'in_progress', 'completed', 'cancelled'],
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
          "The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and\n100 the maximum is inferred.\n",
      },
    },
  },
  'users.invite': {
    type: 'object',
    properties: {
      email: {
        description: 'Where to send the invitation.',
        type: 'string',
        minLength: 1,
      },
      full_name: {
        description: 'Name in full.',
        type: 'string',
        minLength: 1,
      },
      roles: {
        description:
          'Roles in the dashboard. `admin` is the only one that the API accepts at present.',
        type: 'array',
        minItems: 1,
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
        description: 'Id of the skill, a UUID.',
        type: 'string',
        minLength: 1,
      },
      arguments: {
        description:
          "Passed on to the skill's own webhook. Send an empty object when there are none.",
        type: 'object',
      },
      session_context: {
        description: 'On whose behalf to run it.',
        type: 'object',
        properties: {
          customer_id: {
            description: "Presumably the tenant's own id.",
            type: 'string',
          },
          seat_id: {
            description: 'Id of the seat.',
            type: 'string',
          },
          user_id: {
            description: 'Id of the user.',
            type: 'string',
          },
          role: {
            description: 'Role of the seat. That it is one of these two is inferred.',
            type: 'string',
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
        description: 'Where to deliver.',
        type: 'string',
        minLength: 1,
      },
      events: {
        description: 'The events to deliver, one at least.',
        type: 'array',
        minItems: 1,
        items: {
          description: 'The events that an endpoint can listen to.',
          type: 'string',
          enum: [
            'task.created',
            'task.status_changed',
            'task.completed',
            'session.started',
            'session.completed',
            'skill.executed',
          ],
        },
      },
      source: {
        description:
          'Names the integration that registers the endpoint, such as `n8n`; `webhooks.unsubscribe` can then remove\nonly its own. That it may be left out is inferred.\n',
        type: 'string',
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
