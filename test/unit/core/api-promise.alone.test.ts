import { describe, expect, it } from 'vitest';
import { ApiPromise, type ApiResponse } from '../../../src/core/api-promise.ts';
import { strayRejections } from '../../support/stray-rejections.ts';

const response = new Response();

function answered<T>(data: T): ApiPromise<T> {
  return new ApiPromise(Promise.resolve({ data, response, requestId: 'req_1' }));
}

function failing(error: unknown): ApiPromise<number> {
  return new ApiPromise<number>(Promise.reject(error));
}

describe('ApiPromise', () => {
  it('resolves to the body', async () => {
    expect(await answered(7)).toBe(7);
    expect(await answered(undefined)).toBeUndefined();
  });

  it('hands out the response beside the body', async () => {
    expect(await answered(7).withResponse()).toEqual({ data: 7, response, requestId: 'req_1' });
  });

  it('may be awaited any number of times, for the body and for the response', async () => {
    const promise = answered({ id: 1 });
    const first = await promise;
    expect(await promise).toBe(first);
    expect((await promise.withResponse()).data).toBe(first);
  });

  it('is a promise to everything that takes one', async () => {
    expect(answered(1)).toBeInstanceOf(Promise);
    expect(await Promise.all([answered(1), answered('b'), 3])).toEqual([1, 'b', 3]);
    expect(await Promise.race([answered(1), new Promise(() => {})])).toBe(1);
    expect(await Promise.allSettled([answered(1), failing('no')])).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: 'no' },
    ]);
    expect(await Promise.resolve(answered(1))).toBe(1);
    expect(await (async () => answered(1))()).toBe(1);
  });

  it('chains like any promise', async () => {
    expect(await answered(1).then((n) => n + 1)).toBe(2);
    expect(await answered(1).then(null, null)).toBe(1);
    expect(await failing('no').then(null, (reason) => `caught ${reason}`)).toBe('caught no');
    expect(await failing('no').catch((reason) => `caught ${reason}`)).toBe('caught no');
    expect(await answered(1).catch(() => 2)).toBe(1);
  });

  it('hands out ordinary promises, which know nothing of responses', () => {
    const promise = answered(1);
    for (const derived of [promise.then(), promise.catch(), promise.finally()]) {
      expect(derived.constructor).toBe(Promise);
    }
  });

  it('runs finally both ways, and passes the outcome on', async () => {
    const ran: string[] = [];
    expect(await answered(1).finally(() => void ran.push('ok'))).toBe(1);
    await expect(failing('no').finally(() => void ran.push('failed'))).rejects.toBe('no');
    expect(ran).toEqual(['ok', 'failed']);
  });

  it('maps the body and keeps the response', async () => {
    const mapped = answered(2).map((n) => n * 2);
    expect(await mapped).toBe(4);
    expect(await mapped.withResponse()).toEqual({ data: 4, response, requestId: 'req_1' });
    await expect(
      answered(2).map(() => {
        throw new Error('in map');
      }),
    ).rejects.toThrow('in map');
  });

  it('maps once, however often it is awaited', async () => {
    let times = 0;
    const mapped = answered(2).map(() => ++times);
    await Promise.all([mapped, mapped, mapped.withResponse()]);
    expect(times).toBe(1);
  });
});

describe('a failed call', () => {
  const error = new Error('refused');

  it.each<[string, (promise: ApiPromise<number>) => unknown]>([
    ['withResponse', (promise) => promise.withResponse().catch(() => {})],
    ['await', (promise) => promise.then(undefined, () => {})],
    ['catch', (promise) => promise.catch(() => {})],
    ['finally and catch', (promise) => promise.finally(() => {}).catch(() => {})],
    ['map', (promise) => promise.map(() => 1).catch(() => {})],
    [
      'map and withResponse',
      (promise) =>
        promise
          .map(() => 1)
          .withResponse()
          .catch(() => {}),
    ],
    ['Promise.all', (promise) => Promise.all([promise, promise]).catch(() => {})],
    [
      'both ways',
      (promise) => Promise.allSettled([promise.withResponse(), promise, promise.catch(() => {})]),
    ],
  ])('leaves no stray rejection when handled by %s', async (_, handle) => {
    expect(await strayRejections(() => handle(failing(error)))).toEqual([]);
  });

  it('is reported when nobody looks at it, once', async () => {
    expect(await strayRejections(() => void failing(error))).toEqual([error]);
  });

  it('rejects with the same error both ways', async () => {
    const promise = failing(error);
    await expect(promise).rejects.toBe(error);
    await expect(promise.withResponse()).rejects.toBe(error);
  });
});

it('types withResponse by the body', async () => {
  const both: ApiResponse<number> = await answered(1).withResponse();
  expect(both.data).toBe(1);
});
