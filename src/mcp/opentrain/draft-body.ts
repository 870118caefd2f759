import { randomUUID } from 'node:crypto';

/** The body of a draft. A call that is repeated after a failure must not make a second one. */
export function draftBody(
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { jobDescription, ...rest } = args;
  return { rawJobDescription: jobDescription, idempotencyKey: randomUUID(), ...rest };
}
