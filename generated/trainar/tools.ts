// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { ToolFacts } from '../../src/core/operation.ts';

/** Tools of the platform's MCP server, by name. */
export const tools = {
  list_sessions: {
    name: 'list_sessions',
    title: 'List sessions',
    description:
      'List training sessions on the glasses, newest first: who, in which role, on which task, how it ended. Arguments and result are not documented.',
    scope: ['read:sessions'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
      properties: {
        status: {
          description: 'Where the sessions stand, `in_progress`, `completed` or `failed`.',
          type: 'string',
        },
        role: {
          description: 'Role on the glasses, `trainer` or `trainee`.',
          type: 'string',
        },
        limit: {
          description: 'The most sessions to answer with, 1 to 100.',
          type: 'integer',
          minimum: 1,
          maximum: 100,
        },
      },
    },
  },
  get_session: {
    name: 'get_session',
    title: 'Show a session',
    description: 'Show one session with its score, summary and video, as far as it has them.',
    ours: true,
    scope: ['read:sessions'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
      required: ['session_id'],
      properties: {
        session_id: {
          description: 'Id of the session.',
          type: 'string',
          minLength: 1,
        },
      },
    },
  },
  list_tasks: {
    name: 'list_tasks',
    title: 'List tasks',
    description:
      'List recent tasks, newest first. There is no filter; limit bounds the whole answer.',
    operationId: 'tasks.list',
    ours: true,
    scope: ['read:tasks'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
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
  },
  get_task: {
    name: 'get_task',
    title: 'Show a task',
    description: 'Show one task.',
    ours: true,
    scope: ['read:tasks'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
      required: ['task_id'],
      properties: {
        task_id: {
          description: 'Id of the task.',
          type: 'string',
          minLength: 1,
        },
      },
    },
  },
  create_task: {
    name: 'create_task',
    title: 'Create a task',
    description:
      'Create a task for the field. Calling it twice makes two tasks, also with one external_id.',
    operationId: 'tasks.create',
    ours: true,
    scope: ['write:tasks'],
    readOnly: false,
    destructive: false,
    idempotent: false,
    openWorld: false,
    inputSchema: {
      type: 'object',
      required: ['title'],
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
    },
  },
  update_task: {
    name: 'update_task',
    title: 'Move a task',
    description:
      'Move a task to another status. Fires task.status_changed, on completion task.completed too.',
    operationId: 'tasks.update',
    ours: true,
    scope: ['write:tasks'],
    readOnly: false,
    destructive: false,
    idempotent: false,
    openWorld: false,
    inputSchema: {
      type: 'object',
      required: ['status', 'task_id'],
      properties: {
        status: {
          description: 'The status to move it to. Every move is allowed, as far as is known.',
          type: 'string',
          enum: ['open', 'in_progress', 'completed', 'cancelled'],
        },
        task_id: {
          type: 'string',
          description:
            'Id of the task to change. Record ids travel in the query string on this API.',
        },
      },
    },
  },
  list_users: {
    name: 'list_users',
    title: 'List users',
    description: 'List the people who may sign in to the dashboard.',
    operationId: 'users.list',
    ours: true,
    scope: ['read:users'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
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
  },
  list_seats: {
    name: 'list_seats',
    title: 'List seats',
    description: 'List the seats (glasses) of the tenant and whom each is assigned to.',
    ours: true,
    scope: ['read:users'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
    },
  },
  invite_user: {
    name: 'invite_user',
    title: 'Invite a user',
    description:
      'Invite a person to the dashboard by e-mail. The API is known to accept the role admin only.',
    operationId: 'users.invite',
    ours: true,
    scope: ['manage:users'],
    readOnly: false,
    destructive: false,
    idempotent: false,
    openWorld: true,
    inputSchema: {
      type: 'object',
      required: ['email', 'full_name', 'roles'],
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
    },
  },
  list_skills: {
    name: 'list_skills',
    title: 'List skills',
    description: 'List the skills of the tenant, with what each is for.',
    ours: true,
    scope: ['read:skills'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
    },
  },
  get_skill: {
    name: 'get_skill',
    title: 'Show a skill',
    description: 'Show one skill with the schema of its arguments.',
    ours: true,
    scope: ['read:skills'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
      required: ['skill_id'],
      properties: {
        skill_id: {
          description: 'Id of the skill.',
          type: 'string',
          minLength: 1,
        },
      },
    },
  },
  execute_skill: {
    name: 'execute_skill',
    title: 'Run a skill',
    description:
      "Run a skill and answer with its result. It may have effects, and fires skill.executed. Without session_context the tenant's first active, assigned seat is taken. Arguments and result are not documented.",
    operationId: 'skills.execute',
    scope: ['write:skills'],
    readOnly: false,
    destructive: true,
    idempotent: false,
    openWorld: true,
    inputSchema: {
      type: 'object',
      required: ['skill_id', 'arguments'],
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
          additionalProperties: true,
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
    },
  },
  subscribe_webhook: {
    name: 'subscribe_webhook',
    title: 'Register a webhook',
    description: 'Register a URL for events. Twice the same URL makes two endpoints. Keep the id.',
    operationId: 'webhooks.subscribe',
    ours: true,
    scope: ['manage:webhooks'],
    readOnly: false,
    destructive: false,
    idempotent: false,
    openWorld: true,
    inputSchema: {
      type: 'object',
      required: ['url', 'events'],
      properties: {
        url: {
          description: 'Where to deliver.',
          type: 'string',
          format: 'uri',
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
            'Names the integration that registers the endpoint, such as `n8n`; `webhooks.unsubscribe` can then remove only its own. That it may be left out is inferred.',
          type: 'string',
        },
      },
    },
  },
  get_webhook: {
    name: 'get_webhook',
    title: 'Check a webhook',
    description: 'Tell whether a webhook endpoint is registered, and for which events.',
    operationId: 'webhooks.get',
    ours: true,
    restOnly: true,
    scope: ['manage:webhooks'],
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: false,
    inputSchema: {
      type: 'object',
      properties: {
        endpoint_id: {
          type: 'string',
          description: 'Id of the endpoint, as `webhooks.subscribe` answered it.',
        },
      },
      required: ['endpoint_id'],
    },
  },
  unsubscribe_webhook: {
    name: 'unsubscribe_webhook',
    title: 'Remove a webhook',
    description: 'Remove a webhook endpoint; with _source only if that integration registered it.',
    operationId: 'webhooks.unsubscribe',
    ours: true,
    scope: ['manage:webhooks'],
    readOnly: false,
    destructive: true,
    idempotent: true,
    openWorld: false,
    inputSchema: {
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
  },
} as const satisfies Record<string, ToolFacts>;

/** Names of the tools. */
export type ToolName = keyof typeof tools;
