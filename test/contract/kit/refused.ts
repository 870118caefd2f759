import { expect } from 'vitest';
import type { Operation } from '../../../src/core/operation.ts';
import { parse } from './checks.ts';
import type { Refused } from './contract.ts';
import { errorClass, readError } from './expected-error.ts';
import type { Exchange } from './recorder.ts';

/** The error that a call rejects with. */
export async function rejection(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('It was to be refused, and was answered.');
}

/** Holds a refusal, on the wire and as the client's error, against what was to come. */
export function expectRefusal(
  operation: Operation,
  wanted: Refused,
  exchange: Exchange,
  error: unknown,
): void {
  const body = readError(parse(exchange.answer));
  const missing = (wanted.details ?? []).filter((key) => !(key in body.details));
  expect({
    status: exchange.status,
    code: wanted.code === undefined ? undefined : body.code,
    reason: wanted.reason === undefined ? undefined : body.reason,
    missingDetails: missing,
  }).toEqual({
    status: wanted.status,
    code: wanted.code,
    reason: wanted.reason,
    missingDetails: [],
  });
  expect(error).toMatchObject({
    name: errorClass(operation, exchange.status, body),
    status: exchange.status,
    code: body.code,
    operationId: operation.id,
    ...(body.reason !== undefined && { reason: body.reason }),
    ...(body.requestId !== undefined && { requestId: body.requestId }),
  });
}
