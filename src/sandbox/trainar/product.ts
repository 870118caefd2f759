import { operations } from '../../../generated/trainar/operations.ts';
import { requests } from '../../../generated/trainar/schemas.ts';
import type { Handler, Reply } from '../kernel/handler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { type GateRefusal, Refusal } from '../kernel/refusal.ts';
import { trainarControls } from './controls.ts';
import { endpointHandlers } from './endpoints.ts';
import { registerDeliveries } from './events.ts';
import { skillHandlers } from './skills.ts';
import { createTables } from './tables.ts';
import { taskHandlers } from './tasks.ts';
import { userHandlers } from './users.ts';
import type { TrainARActor, World } from './world.ts';

/** Puts TrainAR on a sandbox; returns what people do on it outside its API. */
export function createTrainAR(kernel: Kernel) {
  const world: World = { kernel, tables: createTables(kernel) };
  registerDeliveries(world);
  const handlers = {
    ...taskHandlers(world),
    ...userHandlers(world),
    ...skillHandlers(world),
    ...endpointHandlers(world),
  } satisfies Record<keyof typeof operations, Handler<TrainARActor, never>>;
  kernel.mount<TrainARActor>({
    id: 'trainar',
    mounts: [
      { origin: 'https://api.trainar.ai', base: '/v1' },
      // Where the vendor's own connector calls the same functions.
      { origin: 'https://xddgmkiguaohdewecmju.supabase.co', base: '/functions/v1' },
      { origin: 'local', base: '/v1' },
    ],
    operations,
    handlers: handlers as unknown as Record<string, Handler<TrainARActor>>,
    requests,
    authenticate(token) {
      const key = world.tables.keys.first('key', token);
      if (!key || key.revoked) return undefined;
      return { id: key.id, scopes: key.scopes, tenantId: key.tenantId };
    },
    gate,
    envelope: ({ status, code, message, headers }): Reply => ({
      status,
      body: { error: code, message },
      headers,
    }),
  });
  return kernel.controls.expose('trainar', trainarControls(world));
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
      return new Refusal(405, 'METHOD_NOT_ALLOWED', `Allowed: ${reason.allow.join(', ')}.`);
    case 'too-large':
      return new Refusal(413, 'PAYLOAD_TOO_LARGE', `The body is over ${reason.limit} bytes.`);
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
      return new Refusal(reason.status, 'FAULT', 'A fault that was asked for.');
    case 'feature':
    case 'claim':
    case 'not-implemented':
    case 'failure':
      return new Refusal(500, 'INTERNAL_ERROR', `The sandbox failed at ${reason.gate}.`);
  }
}
