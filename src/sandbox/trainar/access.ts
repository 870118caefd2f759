import { errorCode } from '../kernel/error-code.ts';
import type { Reply } from '../kernel/handler.ts';
import type { Product } from '../kernel/product.ts';
import { type GateRefusal, Refusal } from '../kernel/refusal.ts';
import type { TrainARActor, World } from './world.ts';

/** Keys, refusals and their envelope: one for everything that a tenant's key opens. */
export function access({
  tables,
}: World): Pick<Product<TrainARActor>, 'authenticate' | 'gate' | 'envelope'> {
  return {
    authenticate(token) {
      const key = tables.keys.first('key', token);
      if (!key || key.revoked) return undefined;
      return { id: key.id, scopes: key.scopes, tenantId: key.tenantId };
    },
    gate,
    envelope: ({ status, code, message, headers }): Reply => ({
      status,
      body: { error: code, message },
      headers,
    }),
  };
}

/** Words a gate's refusal. Codes other than the documented ones are inferred. */
function gate(reason: GateRefusal): Refusal {
  switch (reason.gate) {
    case 'token':
      return new Refusal(401, 'UNAUTHORIZED', `The API key is ${reason.problem}.`);
    case 'scope':
      return new Refusal(
        403,
        'INSUFFICIENT_PERMISSIONS',
        `The API key lacks ${reason.required.join(', ')}.`,
      );
    case 'not-found':
      return new Refusal(404, 'NOT_FOUND', 'There is no such endpoint.');
    case 'method':
      return new Refusal(405, errorCode(405), `Allowed: ${reason.allow.join(', ')}.`, {
        headers: { allow: reason.allow.join(', ') },
      });
    case 'too-large':
      return new Refusal(400, 'BAD_REQUEST', `The body is over ${reason.limit} bytes.`);
    case 'malformed':
      return new Refusal(400, 'BAD_REQUEST', 'The body is not JSON.');
    case 'invalid': {
      const [issue] = reason.issues;
      const field = issue?.path.join('.');
      return new Refusal(400, 'BAD_REQUEST', field ? `${field}: ${issue?.message}` : 'Not valid.');
    }
    case 'rate-limit':
      return new Refusal(429, 'RATE_LIMITED', 'Too many requests.', {
        headers: { 'retry-after': String(reason.retryAfterSeconds) },
      });
    case 'fault':
      return new Refusal(reason.status, errorCode(reason.status), 'A fault that was asked for.');
    case 'feature':
    case 'claim':
    case 'not-implemented':
    case 'failure':
      return new Refusal(500, 'INTERNAL_ERROR', `The sandbox failed at ${reason.gate}.`);
  }
}
