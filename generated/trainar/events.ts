// Generated from spec/trainar.yaml by npm run generate. Do not edit.

import type { WebhookEvent } from './types.ts';

/** An event of each name, as the spec shows it. */
export const eventExamples = {
  'task.created': {
    event: 'task.created',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a01',
    timestamp: '2026-05-18T08:30:00.000Z',
    data: {
      task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
      title: 'Replace the filter on boiler 3',
      status: 'open',
      source: 'api',
      external_id: 'WO-1042',
      assigned_to: '5b0c1f0e-7d0a-4c86-9a43-3f4f6f0a2b11',
      created_at: '2026-05-18T08:30:00.000Z',
    },
  },
  'task.status_changed': {
    event: 'task.status_changed',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a02',
    timestamp: '2026-05-18T09:12:07.450Z',
    data: {
      task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
      title: 'Replace the filter on boiler 3',
      previous_status: 'open',
      new_status: 'in_progress',
      external_id: 'WO-1042',
      source: 'api',
      session_id: null,
    },
  },
  'task.completed': {
    event: 'task.completed',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a03',
    timestamp: '2026-05-18T11:05:42.120Z',
    data: {
      task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
      title: 'Replace the filter on boiler 3',
      external_id: 'WO-1042',
      source: 'api',
      session_id: 'e1b7c3d5-4a6f-4c82-b0d9-5f8e2a7c1d01',
      assigned_to: '5b0c1f0e-7d0a-4c86-9a43-3f4f6f0a2b11',
      completed_at: '2026-05-18T11:05:42.120Z',
    },
  },
  'session.started': {
    event: 'session.started',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a04',
    timestamp: '2026-05-18T09:12:07.450Z',
    data: {
      session_id: 'e1b7c3d5-4a6f-4c82-b0d9-5f8e2a7c1d01',
      task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
      user_id: '5b0c1f0e-7d0a-4c86-9a43-3f4f6f0a2b11',
      seat_id: '3e9b6c74-1f2d-4a8e-8c05-6d7a9b2e4f01',
      role: 'trainee',
      started_at: '2026-05-18T09:12:07.450Z',
    },
  },
  'session.completed': {
    event: 'session.completed',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a05',
    timestamp: '2026-05-18T11:05:42.120Z',
    data: {
      session_id: 'e1b7c3d5-4a6f-4c82-b0d9-5f8e2a7c1d01',
      task_id: '0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01',
      user_id: '5b0c1f0e-7d0a-4c86-9a43-3f4f6f0a2b11',
      seat_id: '3e9b6c74-1f2d-4a8e-8c05-6d7a9b2e4f01',
      role: 'trainee',
      started_at: '2026-05-18T09:12:07.450Z',
      completed_at: '2026-05-18T11:05:42.120Z',
      duration: 6815,
      video_url: 'https://example.com/recordings/e1b7c3d5.mp4',
      summary: 'The filter was replaced and the pressure holds.',
      score: 92,
    },
  },
  'skill.executed': {
    event: 'skill.executed',
    event_id: 'evt-2b1f6c0a-8d4e-4f5b-9a60-0c7d3e8f1a06',
    timestamp: '2026-05-18T10:02:11.004Z',
    data: {
      skill_id: '7c1d8a52-0b7e-4d37-9b5c-2f6b4e1d9a01',
      skill_name: 'look_up_part',
      success: true,
      error: null,
      session_id: null,
      seat_id: '3e9b6c74-1f2d-4a8e-8c05-6d7a9b2e4f01',
      user_id: '5b0c1f0e-7d0a-4c86-9a43-3f4f6f0a2b11',
      executed_at: '2026-05-18T10:02:11.004Z',
      latency_ms: 412,
    },
  },
} satisfies Record<string, WebhookEvent>;
