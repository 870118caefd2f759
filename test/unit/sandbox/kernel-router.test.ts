import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/operation.ts';
import type { Mount, Product } from '../../../src/sandbox/kernel/product.ts';
import { Refusal } from '../../../src/sandbox/kernel/refusal.ts';
import { Router } from '../../../src/sandbox/kernel/router.ts';

function product(id: string, mounts: Mount[], routes: string[]): Product {
  const operations: Record<string, Operation> = {};
  for (const route of routes) {
    const [method, path] = route.split(' ') as [Operation['method'], string];
    operations[route] = { id: `${id}: ${route}`, method, path, success: [200] };
  }
  const gate = () => new Refusal(500, '', '');
  return {
    id,
    mounts,
    operations,
    handlers: {},
    authenticate: () => undefined,
    gate,
    envelope: () => ({ status: 500 }),
  };
}

function routed() {
  const router = new Router();
  const local = (base: string, owns?: string): Mount => ({
    origin: 'local',
    base,
    ...(owns && { owns }),
  });
  router.mount(
    product(
      'small',
      [{ origin: 'https://small.test', base: '/v1' }, local('/v1')],
      ['GET /tasks', 'POST /tasks'],
    ),
  );
  router.mount(
    product(
      'large',
      [{ origin: 'https://large.test', base: '' }, local('', '/api')],
      [
        'GET /api/jobs/mine',
        'GET /api/jobs/{id}',
        'GET /api/jobs/{id}/proposals',
        'GET /api/{family}/mine/all',
      ],
    ),
  );
  router.mount(
    product(
      'partner',
      [{ origin: 'https://large.test', base: '', owns: '/api/partner' }, local('', '/api/partner')],
      ['GET /api/partner/links'],
    ),
  );
  return (method: string, url: string) => {
    const { product, route, allow } = router.find(method, new URL(url));
    return route ? [route.operation.id, route.params] : [product?.id, allow];
  };
}

describe('the router', () => {
  it.each([
    ['GET', 'https://small.test/v1/tasks?x=1', 'small: GET /tasks', {}],
    ['POST', 'http://127.0.0.1:4010/v1/tasks', 'small: POST /tasks', {}],
    ['GET', 'https://large.test/api/jobs/mine', 'large: GET /api/jobs/mine', {}],
    ['GET', 'http://localhost/api/jobs/mine/', 'large: GET /api/jobs/mine', {}],
    ['GET', 'https://large.test/api/jobs/a%20b', 'large: GET /api/jobs/{id}', { id: 'a b' }],
    ['GET', 'https://large.test/api/jobs/%zz', 'large: GET /api/jobs/{id}', { id: '%zz' }],
    [
      'GET',
      'https://large.test/api/jobs/mine/proposals',
      'large: GET /api/jobs/{id}/proposals',
      { id: 'mine' },
    ],
    [
      'GET',
      'https://large.test/api/jobs/mine/all',
      'large: GET /api/{family}/mine/all',
      { family: 'jobs' },
    ],
    // Nobody's id is empty: to say so is for the operation that was meant, not for another.
    [
      'GET',
      'https://large.test/api/jobs//proposals',
      'large: GET /api/jobs/{id}/proposals',
      { id: '' },
    ],
    ['HEAD', 'https://large.test/api/partner/links', 'partner: GET /api/partner/links', {}],
  ])('takes %s %s to %s', (method, url, id, params) => {
    expect(routed()(method, url)).toEqual([id, params]);
  });

  it.each([
    ['GET', 'http://localhost/v1/fish', 'small', []],
    ['GET', 'http://localhost/v11', 'small', []],
    ['GET', 'http://localhost/api/fish', 'large', []],
    ['GET', 'http://localhost/api/partner/fish', 'partner', []],
    ['DELETE', 'https://small.test/v1/tasks', 'small', ['GET', 'POST']],
    ['GET', 'https://small.test/tasks', 'small', []],
    ['GET', 'https://small.test//v1/tasks', 'small', []],
    ['POST', 'https://small.test/v1//tasks', 'small', []],
    ['GET', 'https://large.test/api/jobs/mine//', 'large', []],
  ])('lets %s %s be refused by %s', (method, url, id, allow) => {
    expect(routed()(method, url)).toEqual([id, allow]);
  });

  it('refuses two operations on one path', () => {
    const router = new Router();
    router.mount(product('a', [{ origin: 'local', base: '' }], ['GET /x/{id}']));
    const other = product('b', [{ origin: 'local', base: '' }], ['GET /x/{name}']);
    expect(() => router.mount(other)).toThrow('share GET /x/{name}');
  });
});
