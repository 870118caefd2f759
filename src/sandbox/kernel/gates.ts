import type { Operation } from '../../core/operation.ts';
import { readBody } from './body.ts';
import type { Actor } from './handler.ts';
import type { Limit } from './limits.ts';
import type { Inbound, Product } from './product.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { Gated, type GateRefusal } from './refusal.ts';

/** A call that has an operation, and what the gates find out about it on the way. */
export interface Passing {
  readonly inbound: Inbound;
  readonly operation: Operation;
  readonly product: Product;
  readonly limit: Limit;
  readonly rates: RateLimiter;
  actor: Actor | undefined;
  body: unknown;
}

/** Lets a call through, or throws `Gated`. */
export type Gate = (call: Passing) => void | Promise<void>;

/**
 * The gates in the order in which a call meets them. The platforms don't publish one; this is the
 * one place that decides it.
 */
export const gates: readonly Gate[] = [rate, token, scope, feature, claim, body];

function rate({ operation, inbound, product, limit, rates }: Passing): void {
  const facts = operation.rateLimit;
  if (!facts) return;
  const requests = limit(`rate.${operation.id}`, facts.requests);
  const bucket = `${product.id}/${operation.id}/${inbound.ip}`;
  const retryAfterSeconds = rates.hit(bucket, { ...facts, requests }, inbound.now);
  if (retryAfterSeconds > 0) {
    refuse({ gate: 'rate-limit', requests, windowSeconds: facts.windowSeconds, retryAfterSeconds });
  }
}

async function token(call: Passing): Promise<void> {
  const { operation, inbound, product } = call;
  if (operation.tokenless) return;
  const bearer = /^bearer +(\S+) *$/i.exec(inbound.request.headers.get('authorization') ?? '')?.[1];
  const given = bearer ?? product.token?.(inbound);
  if (given === undefined) refuse({ gate: 'token', problem: 'missing' });
  call.actor = await product.authenticate(given, inbound);
  if (!call.actor) refuse({ gate: 'token', problem: 'invalid' });
}

function scope({ operation, product, actor }: Passing): void {
  if (!actor) return;
  const granted = actor.scopes;
  const covered = (needed: string) =>
    product.covers ? product.covers(granted, needed) : covers(granted, needed);
  const { scope: all = [], scopeAny: any = [] } = operation;
  if (!all.every(covered)) refuse({ gate: 'scope', required: all, granted });
  if (any.length > 0 && !any.some(covered)) refuse({ gate: 'scope', required: any, granted });
}

function feature({ operation, actor }: Passing): void {
  if (!actor?.features || operation.feature === undefined) return;
  if (!actor.features.has(operation.feature)) {
    refuse({ gate: 'feature', feature: operation.feature });
  }
}

function claim({ operation, actor }: Passing): void {
  if (operation.claimed && actor?.claimed === false) {
    refuse({ gate: 'claim', action: operation.claimAction });
  }
}

async function body(call: Passing): Promise<void> {
  const { operation, inbound, product, limit } = call;
  const schema = product.requests?.[operation.id]?.body;
  call.body = await readBody(inbound.request, operation, schema, limit('bodyBytes', 1_048_576));
}

/** Whether granted scopes suffice: the scope itself, or `x:write` for `x:read`. */
export function covers(granted: readonly string[], needed: string): boolean {
  return granted.includes(needed) || granted.includes(needed.replace(/:read$/, ':write'));
}

function refuse(reason: GateRefusal): never {
  throw new Gated(reason);
}
