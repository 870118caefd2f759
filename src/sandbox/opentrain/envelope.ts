import { errorCodes, oauthErrorCodes } from '../../../generated/opentrain/operations.ts';
import { errorCode } from '../kernel/error-code.ts';
import type { Reply } from '../kernel/handler.ts';
import type { Inbound } from '../kernel/product.ts';
import { type GateRefusal, Refusal } from '../kernel/refusal.ts';

const isAgentAuth = ({ url }: Inbound) => url.pathname.startsWith('/api/agent/');

/** Writes a refusal as the call's family does: OAuth's two fields for agent auth, else the envelope. */
export function envelope(refusal: Refusal, inbound: Inbound): Reply {
  const { status, code, message, details } = refusal;
  if (isAgentAuth(inbound)) {
    return { status, body: { error: code, error_description: message } };
  }
  const { requestId } = inbound;
  return { status, body: { error: message, code, requestId, ...(details && { details }) } };
}

/** Words what a gate refused. */
export function gateRefusal(reason: GateRefusal, inbound: Inbound): Refusal {
  return isAgentAuth(inbound) ? oauthRefusal(reason, inbound) : publicRefusal(reason, inbound);
}

function publicRefusal(reason: GateRefusal, { url }: Inbound): Refusal {
  switch (reason.gate) {
    case 'not-found':
      return refusal(404, 'There is no such endpoint.');
    case 'method': {
      const allow = reason.allow.join(', ');
      return refusal(405, `Only ${allow} here.`, undefined, { allow });
    }
    case 'rate-limit': {
      const { requests: limit, windowSeconds, retryAfterSeconds } = reason;
      return refusal(429, 'Too many requests.', { limit, windowSeconds, retryAfterSeconds });
    }
    case 'token':
      return refusal(
        401,
        reason.problem === 'missing'
          ? 'This call needs a personal API token: Authorization: Bearer ot_pat_…'
          : 'This token is unknown, expired or revoked.',
      );
    case 'scope':
      return refusal(403, `This token lacks a scope: ${reason.required.join(', ')}.`, {
        requiredScopes: [...reason.required],
        grantedScopes: [...reason.granted],
      });
    case 'feature':
      return refusal(403, 'This feature is not on for your account.', {
        featureKey: reason.feature,
        mode: 'ALLOWLIST',
      });
    case 'claim': {
      const action = reason.action ?? 'do this';
      return refusal(403, `A human has to claim this account before it can ${action}.`, {
        reason: 'account_claim_required',
        action,
        claimUrl: `${url.origin}/claim`,
      });
    }
    case 'too-large':
      return refusal(400, `The body is larger than ${reason.limit} bytes.`);
    case 'malformed':
      return refusal(400, 'The body is not valid JSON.', {
        issues: [{ code: 'custom', path: [], message: 'Invalid JSON' }],
      });
    case 'invalid': {
      const [first] = reason.issues;
      const [field] = first?.path ?? [];
      return refusal(400, `${field ?? 'The request'}: ${first?.message ?? 'invalid'}.`, {
        issues: reason.issues.map((issue) => ({ ...issue, path: [...issue.path] })),
        ...(typeof field === 'string' && { field }),
      });
    }
    case 'fault':
      return refusal(reason.status, 'The sandbox was told to fail here.');
    case 'not-implemented':
      return refusal(501, 'The sandbox does not do this yet.');
    case 'failure':
      return refusal(500, 'Something went wrong.');
  }
}

function oauthRefusal(reason: GateRefusal, inbound: Inbound): Refusal {
  const refused = (status: number, message: string, headers: Record<string, string> = {}) =>
    new Refusal(status, errorCode(oauthErrorCodes, status), message, { headers });
  switch (reason.gate) {
    case 'rate-limit':
      return refused(429, 'Try again later');
    case 'fault':
      return refused(reason.status, 'The sandbox was told to fail');
    case 'failure':
    case 'not-implemented':
      return refused(500, 'Something went wrong');
    default: {
      const { status, message, headers } = publicRefusal(reason, inbound);
      return refused(status, message, headers);
    }
  }
}

function refusal(
  status: number,
  message: string,
  details?: Record<string, unknown>,
  headers: Record<string, string> = {},
): Refusal {
  return new Refusal(status, errorCode(errorCodes, status), message, {
    headers,
    ...(details && { details }),
  });
}
