import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { exchange } from '../../../src/core/exchange.ts';
import type { PlainRequest } from '../../../src/core/write-request.ts';
import { settled } from '../../support/fake-clock.ts';
import { fakeFetch, json, networkFailure, stalledBody } from '../../support/fake-fetch.ts';
import { strayRejections } from '../../support/stray-rejections.ts';
import { rejection } from '../../support/transport.ts';

const request: PlainRequest = {
  url: 'https://api.example.com/jobs',
  init: { method: 'GET', headers: {}, body: null, redirect: 'manual' },
};

function limits(changes: { signal?: AbortSignal; timeoutMs?: number; maxBytes?: number } = {}) {
  return {
    operationId: 'jobs.get',
    timeoutMs: 1_000,
    maxBytes: 100,
    signal: undefined,
    ...changes,
  };
}

/** A fetch that answers never, and heeds no signal. */
const deaf = () => new Promise<Response>(() => {});

/** A fetch that answers never, and rejects as the platform's own does when aborted. */
const heeding: typeof fetch = (_, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

/** A signal that counts the listeners on it. */
function counted() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  let most = 0;
  signal.addEventListener = (type: string, listener: unknown, options?: unknown) => {
    listeners.add(listener);
    most = Math.max(most, listeners.size);
    add(type, listener as EventListener, options as AddEventListenerOptions);
  };
  signal.removeEventListener = (type: string, listener: unknown) => {
    listeners.delete(listener);
    remove(type, listener as EventListener);
  };
  return { controller, signal, listeners, most: () => most };
}

describe('an answer', () => {
  it('comes with its whole body as text', async () => {
    const { response, text } = await exchange(fakeFetch(json({ a: 'ä€😀' })), request, limits());
    expect(response.status).toBe(200);
    expect(text).toBe('{"a":"ä€😀"}');
  });

  it('may have no body', async () => {
    const empty = fakeFetch(new Response(null, { status: 204 }));
    expect((await exchange(empty, request, limits())).text).toBe('');
  });

  it('is decoded across the borders of its chunks, without a byte order mark', async () => {
    const bytes = new TextEncoder().encode('\u{feff}{"a":"€😀"}');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { text } = await exchange(async () => new Response(body), request, limits());
    expect(text).toBe('{"a":"€😀"}');
  });
});

describe('the size limit', () => {
  const big = 'x'.repeat(101);

  it.each<[string, Record<string, string>]>([
    ['announced', { 'content-length': '101' }],
    ['not announced', {}],
    ['announced as less than it is', { 'content-length': '5' }],
    ['compressed to less', { 'content-length': '20', 'content-encoding': 'gzip' }],
  ])('stops at a body over it, %s', async (_, headers) => {
    const answer = await exchange(fakeFetch(new Response(big, { headers })), request, limits());
    expect(answer.text).toBeUndefined();
    expect(answer.response.status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['announced', { 'content-length': '100' }],
    ['not announced', {}],
    ['with an announcement nobody can read', { 'content-length': 'many' }],
  ])('lets a body of just that size through, %s', async (_, headers) => {
    const body = 'x'.repeat(100);
    const answer = await exchange(fakeFetch(new Response(body, { headers })), request, limits());
    expect(answer.text).toBe(body);
  });

  it('counts bytes, not characters', async () => {
    const answer = await exchange(fakeFetch(new Response('€'.repeat(34))), request, limits());
    expect(answer.text).toBeUndefined();
  });

  it.each([{}, { 'content-length': '999' }])(
    'ends the body it gave up on (%j)',
    async (headers) => {
      const cancel = vi.fn();
      let pulled = 0;
      const body = new ReadableStream({
        pull: (controller) => {
          pulled++;
          controller.enqueue(new Uint8Array(60));
        },
        cancel,
      });
      const fetch = async () => new Response(body, { headers });
      expect((await exchange(fetch, request, limits())).text).toBeUndefined();
      expect(cancel).toHaveBeenCalledOnce();
      expect(pulled).toBeLessThan(5);
    },
  );

  it('stops at a small file that unpacks to a large one', async () => {
    const packed = gzipSync('x'.repeat(1_000_000));
    expect(packed.byteLength).toBeLessThan(2_000);
    const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
    const headers = { 'content-encoding': 'gzip', 'content-length': String(packed.byteLength) };
    const fetch = async () => new Response(unpacked, { headers });
    expect((await exchange(fetch, request, limits({ maxBytes: 10_000 }))).text).toBeUndefined();
  });
});

describe('the timeout', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each<[string, typeof fetch]>([
    ['an answer that does not come', heeding],
    ['a fetch that ignores its signal', deaf],
    ['a body that stalls after the headers', async () => stalledBody()],
  ])('covers %s', async (_, fetch) => {
    let outcome: unknown;
    const pending = exchange(fetch, request, limits()).catch((error) => {
      outcome = error;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(outcome).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await pending;
    expect(outcome).toBeInstanceOf(TimeoutError);
    expect(outcome).toMatchObject({ operationId: 'jobs.get', timeoutMs: 1_000 });
  });

  it('tells the fetch to stop', async () => {
    let seen: AbortSignal | undefined;
    const fetch = (_: unknown, init?: RequestInit) => {
      seen = init?.signal ?? undefined;
      return deaf();
    };
    const pending = rejection(exchange(fetch, request, limits()));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await pending).toBe(seen?.reason);
  });

  it.each<[string, typeof fetch]>([
    ['an answer', fakeFetch(json({}))],
    ['a failure', fakeFetch(networkFailure('ECONNRESET'))],
  ])('leaves no timer behind after %s', async (_, fetch) => {
    await exchange(fetch, request, limits()).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the caller's abort", () => {
  it.each([
    new Error('my own reason'),
    new ConnectionError('other.call', 'x'),
    'a string',
    null,
    0,
  ])('rejects with its own reason (%#)', async (reason) => {
    for (const fetch of [heeding, deaf, async () => stalledBody()]) {
      const controller = new AbortController();
      const pending = rejection(exchange(fetch, request, limits({ signal: controller.signal })));
      await settled();
      controller.abort(reason);
      expect(await pending).toBe(reason);
    }
  });

  it('before the call keeps it from being made', async () => {
    const fetch = vi.fn(deaf);
    const reason = new Error('too late');
    const signal = AbortSignal.abort(reason);
    expect(await rejection(exchange(fetch, request, limits({ signal })))).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('defaults to what the platform calls it', async () => {
    const controller = new AbortController();
    const pending = rejection(exchange(deaf, request, limits({ signal: controller.signal })));
    controller.abort();
    expect(await pending).toBe(controller.signal.reason);
    expect(await pending).toMatchObject({ name: 'AbortError' });
  });

  it('after the answer does nothing', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { text } = await exchange(fakeFetch(json({})), request, limits({ signal }));
    controller.abort();
    expect(text).toBe('{}');
  });

  it('leaves no stray rejection, even when the fetch fails later', async () => {
    const controller = new AbortController();
    let fail = (_: Error) => {};
    const late = () =>
      new Promise<Response>((_, reject) => {
        fail = reject;
      });
    const strays = await strayRejections(async () => {
      const pending = rejection(exchange(late, request, limits({ signal: controller.signal })));
      controller.abort();
      await pending;
      fail(new Error('late'));
    });
    expect(strays).toEqual([]);
  });
});

describe("the caller's signal", () => {
  it.each<[string, typeof fetch]>([
    ['an answer', fakeFetch(json({}))],
    ['a failure', fakeFetch(networkFailure('ECONNRESET'))],
    [
      'a fetch that throws at once',
      () => {
        throw new Error('at once');
      },
    ],
    ['a body over the limit', fakeFetch(new Response('x'.repeat(200)))],
  ])('has no listener left after %s', async (_, fetch) => {
    const { signal, listeners, most } = counted();
    await exchange(fetch, request, limits({ signal })).catch(() => {});
    expect(most()).toBe(1);
    expect(listeners.size).toBe(0);
  });

  it('has no listener left after a timeout that the fetch ignored', async () => {
    const { signal, listeners } = counted();
    await exchange(deaf, request, limits({ signal, timeoutMs: 1 })).catch(() => {});
    expect(listeners.size).toBe(0);
  });

  it('has no listener left after its abort', async () => {
    const { controller, signal, listeners } = counted();
    const pending = rejection(exchange(deaf, request, limits({ signal })));
    controller.abort();
    await pending;
    expect(listeners.size).toBe(0);
  });

  it('may serve many calls at once without a warning of a leak', async () => {
    const warnings: Error[] = [];
    const collect = (warning: Error) => warnings.push(warning);
    process.on('warning', collect);
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 50 }, () =>
      rejection(exchange(deaf, request, limits({ signal }))),
    );
    controller.abort();
    await Promise.all(calls);
    await settled();
    process.off('warning', collect);
    expect(warnings).toEqual([]);
  });
});

describe('a failure of the network', () => {
  it.each<[string, typeof fetch]>([
    ['before the answer', fakeFetch(networkFailure('ECONNRESET'))],
    [
      'in the middle of the body',
      async () =>
        new Response(new ReadableStream({ start: (c) => c.error(networkFailure('ECONNRESET')) })),
    ],
  ])('becomes a ConnectionError: %s', async (_, fetch) => {
    const error = await rejection(exchange(fetch, request, limits()));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ operationId: 'jobs.get', code: 'ECONNRESET' });
  });
});
