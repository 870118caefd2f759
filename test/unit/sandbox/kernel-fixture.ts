import { type Actor, reply } from '../../../src/sandbox/kernel/handler.ts';
import {
  createKernel,
  type Kernel,
  type KernelOptions,
} from '../../../src/sandbox/kernel/kernel.ts';
import { Refusal } from '../../../src/sandbox/kernel/refusal.ts';

interface Bird {
  id: string;
  name: string;
}

interface Keeper extends Actor {
  aviary: string;
}

const statuses = {
  'not-found': 404,
  method: 405,
  'rate-limit': 429,
  token: 401,
  scope: 403,
  feature: 403,
  claim: 403,
  'too-large': 413,
  malformed: 400,
  invalid: 400,
  fault: 500,
  'not-implemented': 501,
  failure: 500,
} as const;

export const keepers: Record<string, Keeper> = {
  reader: { id: 'reader', aviary: 'a', scopes: ['birds:read'] },
  writer: {
    id: 'writer',
    aviary: 'a',
    scopes: ['birds:write'],
    features: new Set(),
    claimed: false,
  },
  full: {
    id: 'full',
    aviary: 'a',
    scopes: ['birds:write'],
    features: new Set(['flying']),
    claimed: false,
  },
  claimed: {
    id: 'claimed',
    aviary: 'a',
    scopes: ['birds:write'],
    features: new Set(['flying']),
    claimed: true,
  },
};

/** A small product of its own, so that the kernel is tested without the real ones. */
export function createAviary(kernel: Kernel) {
  const birds = kernel.store.table('aviary.birds', { key: (bird: Bird) => bird.id });
  kernel.mount<Keeper>({
    id: 'aviary',
    mounts: [
      { origin: 'https://api.aviary.test', base: '/v1' },
      { origin: 'local', base: '/v1' },
    ],
    operations: {
      'birds.list': {
        id: 'birds.list',
        method: 'GET',
        path: '/birds',
        success: [200],
        tokenless: true,
        rateLimit: { requests: 3, windowSeconds: 60, by: 'ip' },
      },
      'birds.mine': {
        id: 'birds.mine',
        method: 'GET',
        path: '/birds/mine',
        success: [200],
        scope: ['birds:read'],
      },
      'birds.get': {
        id: 'birds.get',
        method: 'GET',
        path: '/birds/{id}',
        success: [200],
        tokenless: true,
      },
      'birds.create': {
        id: 'birds.create',
        method: 'POST',
        path: '/birds',
        body: 'json',
        success: [201],
        scope: ['birds:write'],
      },
      'birds.fly': {
        id: 'birds.fly',
        method: 'POST',
        path: '/birds/{id}/fly',
        success: [200],
        scope: ['birds:write'],
        feature: 'flying',
        claimed: true,
        claimAction: 'let birds fly',
        body: 'form',
      },
      'birds.break': {
        id: 'birds.break',
        method: 'POST',
        path: '/break',
        success: [200],
        tokenless: true,
      },
      'birds.ghost': {
        id: 'birds.ghost',
        method: 'GET',
        path: '/ghost',
        success: [200],
        tokenless: true,
      },
    },
    inputs: {
      'birds.list': {
        type: 'object',
        properties: { limit: { type: 'integer', minimum: 1, maximum: 100, default: 2 } },
      },
    },
    requests: {
      'birds.create': {
        body: {
          safeParse: (value) => {
            const { name } = value as { name?: unknown };
            return typeof name === 'string'
              ? { success: true, data: value }
              : {
                  success: false,
                  error: { issues: [{ code: 'type', path: ['name'], message: 'Name it' }] },
                };
          },
        },
      },
    },
    handlers: {
      'birds.list': (call) => {
        const limit = call.query.integer('limit');
        return reply(200, birds.page({ limit, after: call.query.string('cursor') }));
      },
      'birds.mine': (call) => reply(200, { keeper: call.actor.id, requestId: call.requestId }),
      'birds.get': (call) => {
        const bird = birds.get(call.params.id ?? '');
        if (!bird) throw new Refusal(404, 'NO_BIRD', 'No such bird.');
        return reply(200, bird);
      },
      'birds.create': (call) => {
        const { name } = call.body as { name: string };
        const id = kernel.random.stream('aviary.birds').uuid();
        return reply(201, birds.insert({ id, name }));
      },
      'birds.fly': (call) => reply(200, { flown: call.params.id, form: call.body }),
      'birds.break': () => {
        throw new Error('the cage is open');
      },
    },
    authenticate: (token) => keepers[token],
    gate: (reason) => {
      const status = reason.gate === 'fault' ? reason.status : statuses[reason.gate];
      const { gate, ...details } = reason;
      return new Refusal(status, gate.toUpperCase(), `Refused at ${gate}`, { details });
    },
    envelope: ({ status, code, message, details }, { requestId }) =>
      reply(status, { code, message, requestId, details }),
    headers: (operation) => (operation.id === 'birds.get' ? { 'cache-control': 'public' } : {}),
  });
  return kernel.controls.expose('aviary', {
    hatch: (name: string) => birds.insert({ id: `b${kernel.store.next('aviary.birds')}`, name }),
    nest: { size: () => birds.size },
  });
}

export function aviary(options?: KernelOptions) {
  const kernel = createKernel(options);
  const controls = createAviary(kernel);
  const call = (path: string, init: RequestInit & { as?: string } = {}) => {
    const { as, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (as) headers.set('authorization', `Bearer ${as}`);
    return kernel.fetch(`http://localhost:4010/v1${path}`, { ...rest, headers });
  };
  return { kernel, controls, call };
}
