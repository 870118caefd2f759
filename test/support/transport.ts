import type { ClientOptions } from '../../src/core/client-options.ts';
import { type ErrorFacts, stringOrNone } from '../../src/core/error-body.ts';
import type { Operation } from '../../src/core/operation.ts';
import { type Product, Transport } from '../../src/core/transport.ts';
import { FakeClock } from './fake-clock.ts';

/** The key every test transport sends; it must never be seen in an error or a log. */
export const key = 'ot_pat_pub1_S3cretS3cret';

/** Reads `{ error, code, requestId, details }`, and OAuth's `{ error, error_description }`. */
export function readEnvelope(body: Record<string, unknown>): ErrorFacts | undefined {
  const error = stringOrNone(body.error);
  if (error === undefined) return undefined;
  const code = stringOrNone(body.code);
  if (code === undefined) {
    return { code: error, message: stringOrNone(body.error_description) ?? error, oauth: true };
  }
  const details = (body.details ?? {}) as Record<string, unknown>;
  const reason = stringOrNone(details.reason);
  return { code, message: error, reason, requestId: stringOrNone(body.requestId), details };
}

/** Reads `{ error: 'UPPER_SNAKE', message }`. */
export function readFlat(body: Record<string, unknown>): ErrorFacts | undefined {
  const code = stringOrNone(body.error);
  return code === undefined ? undefined : { code, message: stringOrNone(body.message) ?? code };
}

export function product(changes: Partial<Product> = {}): Product {
  return {
    baseUrl: 'https://api.example.com',
    baseUrlVariables: ['TRAINYARD_TEST_BASE_URL'],
    readErrorBody: readEnvelope,
    loadSchemas: async () => ({ responses: {} }),
    key: () => key,
    ...changes,
  };
}

/** A transport that never really waits. */
export function transport(options: ClientOptions, changes: Partial<Product> = {}): Transport {
  return new Transport(product(changes), { clock: new FakeClock(), ...options });
}

export const getJob: Operation = {
  id: 'jobs.get',
  method: 'GET',
  path: '/jobs/{id}',
  pathParams: ['id'],
  success: [200],
  idempotent: true,
};

export const createJob: Operation = {
  id: 'jobs.create',
  method: 'POST',
  path: '/jobs',
  body: 'json',
  success: [201],
  scope: ['jobs:write'],
};

/** A write that the platform makes safe to repeat. */
export const closeJob: Operation = {
  id: 'jobs.close',
  method: 'POST',
  path: '/jobs/{id}/close',
  pathParams: ['id'],
  body: 'json',
  success: [200],
  idempotent: true,
};

export const searchJobs: Operation = {
  id: 'jobs.search',
  method: 'GET',
  path: '/jobs',
  query: ['q', 'cursor', 'limit'],
  success: [200],
  idempotent: true,
  tokenless: true,
  pagination: { style: 'cursor', items: 'jobs', cursor: 'cursor', next: 'nextCursor' },
};

export const pollClaim: Operation = {
  id: 'agent.pollClaim',
  method: 'POST',
  path: '/oauth/token',
  body: 'form',
  success: [200],
  tokenless: true,
};

/** The error a promise rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it was expected to reject, and resolved');
}
