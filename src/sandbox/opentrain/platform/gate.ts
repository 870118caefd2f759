import { errorCodes } from '../../../../generated/platform/operations.ts';
import type { BodySchema, Inbound } from '../../kernel/product.ts';
import { Gated, type GateRefusal, Refusal } from '../../kernel/refusal.ts';
import { gateRefusal } from '../envelope.ts';

/** Words what a gate refused: as the Public API does, but for tokens and the names of bad fields. */
export function platformGate(reason: GateRefusal, inbound: Inbound): Refusal {
  if (reason.gate === 'token') {
    const missing = 'This call needs an install token: Authorization: Bearer ot_ptk_…';
    const invalid = 'This token is unknown or revoked.';
    return new Refusal(401, errorCodes[401], reason.problem === 'missing' ? missing : invalid);
  }
  if (reason.gate !== 'invalid') return gateRefusal(reason, inbound);
  const [first] = reason.issues;
  const field = first?.path.join('.');
  return new Refusal(400, errorCodes[400], `${field || 'The body'}: ${first?.message}.`, {
    details: {
      issues: reason.issues.map((issue) => ({ ...issue, path: [...issue.path] })),
      ...(field && { field }),
    },
  });
}

/**
 * Checks a body where the thing in the path has to be looked for first.
 *
 * @throws Gated, a 400
 */
export function requireShape(schema: BodySchema, body: unknown): void {
  const result = schema.safeParse(body === undefined ? {} : body);
  if (result.success) return;
  const issues = result.error.issues.map(({ code = 'custom', path, message }) => ({
    code,
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }));
  throw new Gated({ gate: 'invalid', place: 'body', issues });
}
