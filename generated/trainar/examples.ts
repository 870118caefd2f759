// Generated from spec/trainar.yaml by npm run generate. Do not edit.

/** What each operation may be sent: its path, query and body in one object. */
export const inputExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'tasks.create': {
    title: 'Replace the filter on boiler 3',
  },
  'tasks.list': {
    limit: 50,
  },
  'tasks.update': {
    task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
    status: 'completed',
  },
  'users.list': {
    limit: 50,
  },
  'users.invite': {
    email: 'grace@example.com',
    full_name: 'Grace Bench',
    roles: ['admin'],
  },
  'skills.execute': {
    skill_id: '7c1d8a52-0b7e-4d37-9b5c-2f6b4e1d9a01',
    arguments: {
      part_number: 'F-22',
    },
  },
  'webhooks.subscribe': {
    url: 'https://example.com/hooks/trainar',
    events: ['task.created', 'task.completed'],
  },
  'webhooks.get': {
    endpoint_id: '9f4a2d18-6c3b-4e57-a1d0-8b5c7e2f3a01',
  },
  'webhooks.unsubscribe': {
    endpoint_id: '9f4a2d18-6c3b-4e57-a1d0-8b5c7e2f3a01',
    _source: 'my-integration',
  },
};
