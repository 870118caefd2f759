import { errorCodes } from '../../../generated/trainar/operations.ts';
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
      return refusal(401, `The API key is ${reason.problem}.`);
    case 'scope': {
      const text = `The API key lacks ${reason.required.join(', ')}.`;
      return new Refusal(403, 'INSUFFICIENT_PERMISSIONS', text);
    }
    case 'not-found':
      return refusal(404, 'There is no such endpoint.');
    case 'method': {
      const allow = reason.allow.join(', ');
      return refusal(405, `Allowed: ${allow}.`, { allow });
    }
    case 'too-large':
      return refusal(400, `The body is over ${reason.limit} bytes.`);
    case 'malformed':
      return refusal(400, 'The body is not JSON.');
    case 'invalid': {
      const [issue] = reason.issues;
      const field = issue?.path.join('.');
      return refusal(400, field ? `${field}: ${issue?.message}` : 'Not valid.');
    }
    case 'rate-limit':
      return refusal(429, 'Too many requests.', {
        'retry-after': String(reason.retryAfterSeconds),
      });
    case 'fault':
      return refusal(reason.status, 'A fault that was asked for.');
    case 'feature':
    case 'claim':
    case 'not-implemented':
    case 'failure':
      return refusal(500, `The sandbox failed at ${reason.gate}.`);
  }
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(status, errorCode(errorCodes, status), message, { headers });
}
