import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import {
  WebhookVerificationError,
  type WebhookVerificationErrorCode,
} from '../../../src/webhooks/index.ts';

export const secret = 'whsec_test_0123456789';
export const time = 1_767_225_600;
export const now = () => time * 1000;

export const proposalReceived = {
  id: '41',
  type: 'proposal.received',
  apiVersion: 'v1',
  createdAt: '2026-01-01T00:00:00.000Z',
  resourceId: 'prp_1',
  jobId: 'job_1',
  data: { proposalId: 'prp_1', jobId: 'job_1' },
} as const;

export const taskCreated = {
  event: 'task.created',
  event_id: 'evt-5f0c1c4e-2f5b-4a53-9d0a-3c7c6d1b8a11',
  timestamp: '2026-01-01T00:00:00.000Z',
  data: {
    task_id: '5f0c1c4e-2f5b-4a53-9d0a-3c7c6d1b8a12',
    title: 'Wechsle die Dichtung – 第3泵 🔧',
    status: 'open',
    source: 'api',
    external_id: null,
    assigned_to: null,
    created_at: '2026-01-01T00:00:00.000Z',
  },
} as const;

/** Signs apart from the code under test, with Node's crypto. */
export const mac = (
  text: string | Uint8Array,
  encoding: 'hex' | 'base64' | 'base64url' = 'hex',
  key = secret,
) => createHmac('sha256', key).update(text).digest(encoding);

/** OpenTrain's header for a body. */
export const signature = (body: string | Uint8Array, t: number | string = time, key = secret) =>
  `t=${t},v1=${mac(Buffer.concat([Buffer.from(`${t}.`), Buffer.from(body)]), 'hex', key)}`;

/** An OpenTrain delivery, ready to verify, with whatever is to be different. */
export const delivery = <T extends object>(different: T) => {
  const body = JSON.stringify(proposalReceived);
  return {
    platform: 'opentrain' as const,
    body,
    headers: { 'x-opentrain-signature': signature(body) },
    secret,
    now,
    ...different,
  };
};

/** The error that `run` ends in, checked to be of the one class there is. */
export async function refusal(run: () => unknown): Promise<WebhookVerificationError> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(WebhookVerificationError);
    return error as WebhookVerificationError;
  }
  throw new Error('was accepted');
}

export async function refusalCode(run: () => unknown): Promise<WebhookVerificationErrorCode> {
  return (await refusal(run)).code;
}
