import { inputs } from '../../../../generated/opentrain/json-schemas.ts';
import type { ApiToken, CreatedApiToken } from '../../../../generated/opentrain/types.ts';
import { bound } from '../../kernel/bound.ts';
import { covers } from '../../kernel/gates.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { allScopes, unknownScopes } from '../accounts/scopes.ts';
import { statusOf, type TokenRow } from '../accounts/tokens.ts';
import { openTrainLimit } from '../limits.ts';
import type { Market } from '../market.ts';

const longestName = bound(inputs['tokens.create'], 'name', 'maxLength');

/** An account's tokens: list, create, revoke. */
export function tokenHandlers({ kernel, tokens }: Market) {
  const list: Handler<OpenTrainActor> = ({ actor, now }) =>
    reply(200, { tokens: tokens.list(actor.accountId).map((row) => tokenView(row, now)) });

  const create: Handler<OpenTrainActor> = ({ actor, body, now }: Call<OpenTrainActor>) => {
    const wanted = readWish(body, now);
    const scopes = wanted.scopes ?? actor.scopes;
    const refused = scopes.filter((scope) => !covers(actor.scopes, scope));
    if (refused.length > 0) {
      const text = `This token can't grant what it may not do itself: ${refused.join(', ')}.`;
      const details = { requiredScopes: refused, grantedScopes: [...actor.scopes] };
      throw new Refusal(403, 'FORBIDDEN', text, { details });
    }
    const limit = openTrainLimit(kernel.limit, 'activeTokens');
    if (tokens.activeCount(actor.accountId, now) >= limit) {
      const text = `An account has at most ${limit} active tokens. Revoke one first.`;
      throw new Refusal(409, 'CONFLICT', text, { details: { limit } });
    }
    const { text, row } = tokens.mint(actor.accountId, { ...wanted, scopes });
    return reply(201, {
      token: text,
      tokenType: 'bearer',
      metadata: tokenView(row, now),
    } satisfies CreatedApiToken);
  };

  const revoke: Handler<OpenTrainActor> = ({ actor, params, now }) => {
    const tokenId = params.tokenId ?? '';
    if (tokens.get(tokenId)?.accountId !== actor.accountId) {
      throw new Refusal(404, 'NOT_FOUND', 'No such token.', { details: { tokenId } });
    }
    return reply(200, { token: tokenView(tokens.revoke(tokenId), now) });
  };

  return { 'tokens.list': list, 'tokens.create': create, 'tokens.revoke': revoke };
}

function tokenView(row: TokenRow, now: number): ApiToken {
  const { id, name, createdAt, lastUsedAt, expiresAt, revokedAt } = row;
  return {
    id,
    name,
    preview: `ot_pat_${row.publicId.slice(0, 4)}********${row.secret.slice(-4)}`,
    scopes: [...row.scopes],
    status: statusOf(row, now),
    organizationId: null,
    createdAt,
    lastUsedAt,
    expiresAt,
    revokedAt,
  };
}

interface Wish {
  name: string | undefined;
  scopes: string[] | undefined;
  expiresAt: string | undefined;
}

/** By hand, because the documented 400 for unknown scopes carries more than a schema's issues. */
function readWish(body: unknown, now: number): Wish {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    throw invalid('body', [], 'Expected an object');
  }
  const { name, scopes, expiresAt } = (body ?? {}) as Record<string, unknown>;
  return {
    name: readName(name),
    scopes: readScopes(scopes),
    expiresAt: readExpiry(expiresAt, now),
  };
}

function readName(name: unknown): string | undefined {
  if (name === undefined) return undefined;
  if (typeof name !== 'string') throw invalid('body', ['name'], 'Expected a string');
  const trimmed = name.trim();
  if (trimmed === '') throw invalid('body', ['name'], 'Must not be empty');
  if (trimmed.length > longestName) {
    throw invalid('body', ['name'], `At most ${longestName} characters`);
  }
  return trimmed;
}

function readScopes(scopes: unknown): string[] | undefined {
  if (scopes === undefined) return undefined;
  if (!Array.isArray(scopes) || scopes.some((scope) => typeof scope !== 'string')) {
    throw invalid('body', ['scopes'], 'Expected an array of strings');
  }
  const unknown = unknownScopes(scopes);
  if (unknown.length > 0) {
    const details = { unknownScopes: unknown, supportedScopes: [...allScopes] };
    throw new Refusal(400, 'BAD_REQUEST', `Unknown scopes: ${unknown.join(', ')}.`, { details });
  }
  return [...new Set<string>(scopes)];
}

function readExpiry(expiresAt: unknown, now: number): string | undefined {
  if (expiresAt === undefined || expiresAt === null) return undefined;
  const at = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number.NaN;
  if (Number.isNaN(at)) throw invalid('body', ['expiresAt'], 'Expected an ISO 8601 timestamp');
  if (at <= now) throw invalid('body', ['expiresAt'], 'Must be in the future');
  return new Date(at).toISOString();
}
