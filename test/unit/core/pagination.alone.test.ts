import { describe, expect, it } from 'vitest';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import {
  type FetchPage,
  ListPromise,
  Page,
  PaginationError,
} from '../../../src/core/pagination.ts';
import type { RequestOptions } from '../../../src/core/request-options.ts';
import { settled } from '../../support/fake-clock.ts';
import { strayRejections } from '../../support/stray-rejections.ts';
import { rejection } from '../../support/transport.ts';

type Pages = Record<string, { items: number[]; next: string | null }>;

/** Three pages and five items. */
const three: Pages = {
  '': { items: [1, 2], next: 'b' },
  b: { items: [3, 4], next: 'c' },
  c: { items: [5], next: null },
};

/** A list over these pages; the first is under ''. Remembers what was fetched, and with what. */
function listOf(pages: Pages, { options, fail }: { options?: RequestOptions; fail?: string } = {}) {
  const fetched: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const passed: (RequestOptions | undefined)[] = [];
  const fetch: FetchPage<number, unknown> = async (cursor, given) => {
    fetched.push(cursor ?? '');
    signals.push(given?.signal);
    passed.push(given);
    await settled();
    given?.signal?.throwIfAborted();
    if (cursor === fail && fail !== undefined) throw new Error(`no page ${cursor}`);
    const { items, next } = pages[cursor ?? ''] as Pages[string];
    const page = new Page({ items, nextCursor: next, body: { items } }, fetch);
    return { data: page, response: new Response(), requestId: `req_${cursor ?? 'first'}` };
  };
  return { list: new ListPromise(fetch, options), fetched, signals, passed };
}

describe('awaiting a list', () => {
  it('gives its first page and fetches no other', async () => {
    const { list, fetched } = listOf(three);
    const page = await list;
    expect(page.items).toEqual([1, 2]);
    expect(page.nextCursor).toBe('b');
    expect(page.body).toEqual({ items: [1, 2] });
    await settled();
    expect(fetched).toEqual(['']);
  });

  it('tells of the response too', async () => {
    const { data, requestId } = await listOf(three).list.withResponse();
    expect(data.items).toEqual([1, 2]);
    expect(requestId).toBe('req_first');
  });
});

describe('a page', () => {
  it('leads on to the next one, to the last', async () => {
    const { list, fetched } = listOf(three);
    let page = await list;
    const seen = [page.items];
    while (page.hasNextPage()) {
      page = await page.nextPage();
      seen.push(page.items);
    }
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
    expect(fetched).toEqual(['', 'b', 'c']);
  });

  it('passes options on', async () => {
    const { list, passed } = listOf(three);
    const options = { timeoutMs: 5 };
    await (await list).nextPage(options);
    expect(passed[1]).toBe(options);
  });

  it('says so when it is the last one', async () => {
    const { list, fetched } = listOf({ '': { items: [], next: null } });
    const error = await rejection((await list).nextPage());
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toContain('ask hasNextPage() first');
    expect(fetched).toEqual(['']);
  });
});

describe('iterating a list', () => {
  it('gives every item of every page, in order', async () => {
    const { list, fetched } = listOf(three);
    const items: number[] = [];
    for await (const item of list) items.push(item);
    expect(items).toEqual([1, 2, 3, 4, 5]);
    expect(fetched).toEqual(['', 'b', 'c']);
  });

  it('gives every page', async () => {
    const pages: number[][] = [];
    for await (const page of listOf(three).list.pages()) pages.push(page.items);
    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('fetches the next page while the current one is consumed, and never two ahead', async () => {
    const { list, fetched } = listOf(three);
    const pages = list.pages();
    await settled();
    expect(fetched).toEqual(['']);
    await pages.next();
    await settled();
    expect(fetched).toEqual(['', 'b']);
    await pages.next();
    await settled();
    expect(fetched).toEqual(['', 'b', 'c']);
    await pages.return();
  });

  it('goes on past an empty page with more behind it', async () => {
    const { list } = listOf({
      '': { items: [1], next: 'b' },
      b: { items: [], next: 'c' },
      c: { items: [], next: 'd' },
      d: { items: [2], next: null },
    });
    expect(await list.toArray()).toEqual([1, 2]);
  });

  it('may start over, with the first page at hand', async () => {
    const { list, fetched } = listOf(three);
    expect(await list.toArray()).toEqual([1, 2, 3, 4, 5]);
    expect(await list.toArray()).toEqual([1, 2, 3, 4, 5]);
    expect(fetched).toEqual(['', 'b', 'c', 'b', 'c']);
  });

  it('hands out different items to calls of next() made at once', async () => {
    const iterator = listOf(three).list[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 7 }, () => iterator.next()));
    expect(results.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, undefined, undefined]);
    expect(results.map(({ done }) => done)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('passes the options of the list to every page', async () => {
    const headers = { 'X-Trace': 't' };
    const { list, passed } = listOf(three, { options: { headers, timeoutMs: 7 } });
    await list.toArray();
    expect(passed).toHaveLength(3);
    for (const options of passed) expect(options).toMatchObject({ headers, timeoutMs: 7 });
  });
});

describe('cursors that run in a circle', () => {
  it.each<[string, Pages, number[]]>([
    ['at once', { '': { items: [1], next: 'b' }, b: { items: [2], next: 'b' } }, [1, 2]],
    [
      'later',
      {
        '': { items: [1], next: 'b' },
        b: { items: [2], next: 'c' },
        c: { items: [3], next: 'b' },
      },
      [1, 2, 3],
    ],
    ['over empty pages', { '': { items: [], next: 'b' }, b: { items: [], next: 'b' } }, []],
  ])('end the walk with an error, after every item once: %s', async (_, pages, expected) => {
    const { list, fetched } = listOf(pages);
    const items: number[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of list) items.push(item);
      })(),
    );
    expect(error).toBeInstanceOf(PaginationError);
    expect((error as Error).message).toMatch(/cursor was already seen/);
    expect(items).toEqual(expected);
    expect(fetched).toHaveLength(Object.keys(pages).length);
  });

  it('do not matter to whoever has enough before', async () => {
    const { list } = listOf({ '': { items: [1], next: 'b' }, b: { items: [2], next: 'b' } });
    expect(await list.toArray({ limit: 2 })).toEqual([1, 2]);
  });
});

describe('leaving the iteration', () => {
  it('aborts the page under way', async () => {
    const { list, signals } = listOf(three);
    for await (const _ of list) break;
    expect(signals).toHaveLength(2);
    expect(signals[1]?.aborted).toBe(true);
  });

  it('leaves no stray rejection behind', async () => {
    expect(
      await strayRejections(async () => {
        for await (const _ of listOf(three).list) break;
        for await (const _ of listOf(three, { fail: 'b' }).list) break;
        for await (const _ of listOf(three).list.pages()) break;
        await listOf(three, { fail: 'b' }).list.toArray({ limit: 1 });
        await rejection(
          (async () => {
            for await (const _ of listOf(three, { fail: 'b' }).list) throw new Error('mine');
          })(),
        );
      }),
    ).toEqual([]);
  });

  it('does not abort what the caller may use elsewhere', async () => {
    const { signal } = new AbortController();
    const { list } = listOf(three, { options: { signal } });
    for await (const _ of list) break;
    expect(signal.aborted).toBe(false);
  });
});

describe('a page that can not be had', () => {
  it('fails the walk only when it is its turn', async () => {
    const { list } = listOf(three, { fail: 'c' });
    const items: number[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of list) {
          items.push(item);
          await settled();
        }
      })(),
    );
    expect(error).toMatchObject({ message: 'no page c' });
    expect(items).toEqual([1, 2, 3, 4]);
  });

  it('leaves no stray rejection while the consumer is slow', async () => {
    const strays = await strayRejections(async () => {
      const pages = listOf(three, { fail: 'b' }).list.pages();
      await pages.next();
      await settled();
      await settled();
      await rejection(pages.next());
    });
    expect(strays).toEqual([]);
  });

  it("is refused with the caller's own reason after an abort", async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const { list } = listOf(three, { options: { signal: controller.signal } });
    const pages = list.pages();
    await pages.next();
    controller.abort(reason);
    expect(await rejection(pages.next())).toBe(reason);
  });
});

describe('toArray', () => {
  it('collects everything', async () => {
    expect(await listOf(three).list.toArray()).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    [0, [], ['']],
    [1, [1], ['']],
    [2, [1, 2], ['']],
    [3, [1, 2, 3], ['', 'b']],
    [4, [1, 2, 3, 4], ['', 'b']],
    [5, [1, 2, 3, 4, 5], ['', 'b', 'c']],
    [99, [1, 2, 3, 4, 5], ['', 'b', 'c']],
  ])('with limit %i collects that many and fetches no page beyond', async (limit, items, pages) => {
    const { list, fetched } = listOf(three);
    expect(await list.toArray({ limit })).toEqual(items);
    await settled();
    expect(fetched).toEqual(pages);
  });

  it.each([-1, Number.NaN])('refuses to collect up to %s', async (limit) => {
    const error = await rejection(listOf(three).list.toArray({ limit }));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument: 'limit' });
  });

  it('takes a page of any size', async () => {
    const items = Array.from({ length: 300_000 }, (_, n) => n);
    const { list } = listOf({ '': { items, next: null } });
    expect(await list.toArray()).toHaveLength(300_000);
  });
});
