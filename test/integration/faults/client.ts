import { inspect } from 'node:util';
import { expect } from 'vitest';
import { OpenTrain, type OpenTrainOptions } from '../../../src/opentrain/client.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { rejection } from '../../support/transport.ts';
import type { HostileServer } from './hostile-server.ts';

/** The key that every call carries, and that nothing may repeat. */
export const token = 'ot_pat_pub1_S3cretS3cret';

/** A client against a misbehaving server; its waits between attempts take no time. */
export function clientOf(
  server: Pick<HostileServer, 'origin'>,
  options: OpenTrainOptions = {},
): { ot: OpenTrain; clock: FakeClock } {
  const clock = new FakeClock();
  return { ot: new OpenTrain({ token, baseUrl: server.origin, clock, ...options }), clock };
}

/** The error a call rejects with, once it is certain that it gives no secret away. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  const error = await rejection(call);
  const { message, stack } = error as Error;
  const told = [message, stack, JSON.stringify(error), inspect(error, { depth: 9 })].join('\n');
  expect(told).not.toContain('S3cret');
  return error;
}

/** Milliseconds that `act` takes. */
export async function elapsed(act: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
