import { describe, expect, it } from 'vitest';
import { ServerError } from '../../../src/core/api-error.ts';
import { PaginationError } from '../../../src/core/pagination.ts';
import type { OpenTrain } from '../../../src/opentrain/client.ts';
import { settled } from '../../support/fake-clock.ts';
import { clientOf, failure } from './client.ts';
import { type HostileServer, hostile, type Misdeed } from './hostile-server.ts';
import { http, ok, silence, thenReset } from './misdeeds.ts';

type Pages = Readonly<Record<string, { items: number[]; next: string | null } | Misdeed>>;

/** A list whose pages are known by their cursors; the first has none. */
async function listing(pages: Pages): Promise<{ server: HostileServer; ot: OpenTrain }> {
  const server = await hostile((socket, request) => {
    const cursor = new URL(request.target, 'http://x').searchParams.get('cursor') ?? '';
    const page = pages[cursor];
    if (typeof page === 'function') page(socket, request);
    else if (typeof page === 'string' || page instanceof Uint8Array) socket.write(page);
    else {
      const jobs = page?.items.map((n) => ({ id: `job_${n}` }));
      socket.write(ok({ jobs, nextCursor: page?.next }));
    }
  });
  return { server, ot: clientOf(server).ot };
}

function cursors(server: HostileServer): (string | null)[] {
  return server.requests.map(({ target }) =>
    new URL(target, 'http://x').searchParams.get('cursor'),
  );
}

/** What a walk hands out before it fails. */
async function until(walk: AsyncIterable<{ id: string }>): Promise<[string[], unknown]> {
  const ids: string[] = [];
  const error = await failure(
    (async () => {
      for await (const { id } of walk) ids.push(id);
    })(),
  );
  return [ids, error];
}

describe('a cursor that runs in a circle', () => {
  it('the next page is the page itself: PaginationError, 2 requests', async () => {
    const { server, ot } = await listing({
      '': { items: [1], next: 'a' },
      a: { items: [2], next: 'a' },
    });
    const [ids, error] = await until(ot.jobs.search());
    expect(ids).toEqual(['job_1', 'job_2']);
    expect(error).toBeInstanceOf(PaginationError);
    expect((error as Error).message).toMatch(/^The next page’s cursor was already seen/);
    expect(cursors(server)).toEqual([null, 'a']);
  });

  it('over three pages: PaginationError, each asked for once', async () => {
    const { server, ot } = await listing({
      '': { items: [1], next: 'a' },
      a: { items: [2], next: 'b' },
      b: { items: [3], next: 'c' },
      c: { items: [4], next: 'a' },
    });
    const [ids, error] = await until(ot.jobs.search());
    expect(ids).toEqual(['job_1', 'job_2', 'job_3', 'job_4']);
    expect(error).toBeInstanceOf(PaginationError);
    expect(cursors(server)).toEqual([null, 'a', 'b', 'c']);
  });

  it('of empty pages: PaginationError, no endless spin', async () => {
    const { server, ot } = await listing({
      '': { items: [], next: 'a' },
      a: { items: [], next: 'b' },
      b: { items: [], next: 'a' },
    });
    expect(await failure(ot.jobs.search().toArray())).toBeInstanceOf(PaginationError);
    expect(server.requests).toHaveLength(3);
  });
});

describe('a walk over pages', () => {
  const three: Pages = {
    '': { items: [1, 2], next: 'a' },
    a: { items: [3, 4], next: 'b' },
    b: { items: [5, 6], next: null },
  };

  it('empty pages in the middle: passed over, nothing is lost', async () => {
    const { server, ot } = await listing({
      '': { items: [1], next: 'a' },
      a: { items: [], next: 'b' },
      b: { items: [], next: 'c' },
      c: { items: [2], next: null },
    });
    expect(await ot.jobs.search().toArray()).toEqual([{ id: 'job_1' }, { id: 'job_2' }]);
    expect(cursors(server)).toEqual([null, 'a', 'b', 'c']);
  });

  it('an empty cursor: taken for the end, 1 request', async () => {
    const { server, ot } = await listing({ '': { items: [1], next: '' } });
    expect(await ot.jobs.search().toArray()).toEqual([{ id: 'job_1' }]);
    expect(server.requests).toHaveLength(1);
  });

  it('parallel next(): different items in order, each page asked for once', async () => {
    const { server, ot } = await listing(three);
    const walk = ot.jobs.search()[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 8 }, () => walk.next()));
    expect(results.map(({ value }) => value?.id)).toEqual([
      'job_1',
      'job_2',
      'job_3',
      'job_4',
      'job_5',
      'job_6',
      undefined,
      undefined,
    ]);
    expect(cursors(server)).toEqual([null, 'a', 'b']);
  });

  it('a slow consumer: one page ahead, and no more', async () => {
    const { server, ot } = await listing(three);
    for await (const { id } of ot.jobs.search()) {
      if (id !== 'job_1') continue;
      await server.seen(2);
      await settled();
      await settled();
      expect(cursors(server)).toEqual([null, 'a']);
    }
    expect(cursors(server)).toEqual([null, 'a', 'b']);
  });

  it('toArray() with a limit that the first page fills: 1 request', async () => {
    const { server, ot } = await listing(three);
    expect(await ot.jobs.search().toArray({ limit: 2 })).toHaveLength(2);
    await settled();
    expect(cursors(server)).toEqual([null]);
  });

  it('break while the next page is on its way: its connection is given up', async () => {
    const { server, ot } = await listing({ '': { items: [1], next: 'a' }, a: silence });
    for await (const { id } of ot.jobs.search()) {
      expect(id).toBe('job_1');
      await server.seen(2);
      break;
    }
    await server.left();
    expect(cursors(server)).toEqual([null, 'a']);
  });

  it('break by an error of the consumer: that error, and the connection is given up', async () => {
    const { server, ot } = await listing({ '': { items: [1], next: 'a' }, a: silence });
    const own = new Error('own');
    const walking = (async () => {
      for await (const _ of ot.jobs.search().pages()) {
        await server.seen(2);
        throw own;
      }
    })();
    expect(await failure(walking)).toBe(own);
    await server.left();
    expect(server.requests).toHaveLength(2);
  });

  it('break before the next page was asked for again: no second attempt is made', async () => {
    const busy = http('503 X', '{}', { 'retry-after': '30' });
    const { server, ot } = await listing({ '': { items: [1], next: 'a' }, a: busy });
    for await (const _ of ot.jobs.search()) {
      await server.seen(2);
      break;
    }
    await settled();
    expect(server.requests.length).toBeLessThanOrEqual(4);
    const count = server.requests.length;
    await settled();
    expect(server.requests).toHaveLength(count);
  });

  it('abort in the middle: the signal’s own reason, connection given up', async () => {
    const { server, ot } = await listing({ '': { items: [1], next: 'a' }, a: silence });
    const controller = new AbortController();
    const reason = new Error('enough');
    const walking = until(ot.jobs.search({}, { signal: controller.signal }));
    await server.seen(2);
    controller.abort(reason);
    expect(await walking).toEqual([['job_1'], reason]);
    await server.left();
    expect(server.requests).toHaveLength(2);
  });

  it('a page that fails for good: what came before it is handed out, then its error', async () => {
    const { server, ot } = await listing({
      '': { items: [1, 2], next: 'a' },
      a: http('500 Oops', '{}'),
    });
    const [ids, error] = await until(ot.jobs.search());
    expect(ids).toEqual(['job_1', 'job_2']);
    expect(error).toBeInstanceOf(ServerError);
    expect(cursors(server)).toEqual([null, 'a']);
  });

  it('a page that breaks once: asked for again, nothing lost, nothing twice', async () => {
    let broken = false;
    const { server, ot } = await listing({
      '': { items: [1], next: 'a' },
      a: (socket) => {
        if (broken) return socket.write(ok({ jobs: [{ id: 'job_2' }], nextCursor: null }));
        broken = true;
        return thenReset('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"jobs":')(socket);
      },
    });
    expect(await ot.jobs.search().toArray()).toEqual([{ id: 'job_1' }, { id: 'job_2' }]);
    expect(cursors(server)).toEqual([null, 'a', 'a']);
  });
});
