import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../src/sandbox/kernel/cursor.ts';
import { Store } from '../../../src/sandbox/kernel/store.ts';

interface Row {
  id: string;
  owner: string;
  rank: number;
  tags: string[];
}

const definition = {
  key: (row: Row) => row.id,
  indexes: {
    owner: { on: (row: Row) => row.owner },
    ranked: { on: (row: Row) => row.owner, sort: (row: Row) => row.rank },
    tag: { on: (row: Row) => row.tags },
    top: { on: (row: Row) => (row.rank > 5 ? '' : undefined) },
  },
};

const tableOf = (store = new Store()) => store.table('rows', definition);
const row = (id: string, rest: Partial<Row> = {}): Row => ({
  id,
  owner: 'a',
  rank: 0,
  tags: [],
  ...rest,
});

function readAll(table: ReturnType<typeof tableOf>, index: 'owner' | 'ranked', limit: number) {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = table.page({ index, key: 'a', limit, after });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map(({ id }) => id));
    after = page.nextCursor ?? undefined;
  } while (after !== undefined);
  return ids;
}

const operation = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map(String),
  owner: fc.constantFrom('a', 'b'),
  rank: fc.integer({ min: 0, max: 4 }),
  what: fc.constantFrom('put', 'put', 'put', 'delete'),
});

describe('a table', () => {
  it('pages a group completely, newest first, whatever happened to its rows', () => {
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (operations, limit) => {
          const table = tableOf();
          let model: Row[] = [];
          for (const { id, owner, rank, what } of operations) {
            const known = model.find((entry) => entry.id === id);
            if (what === 'delete') {
              expect(table.delete(id)).toBe(known !== undefined);
              model = model.filter((entry) => entry !== known);
            } else if (known) {
              table.update(id, { owner, rank });
              Object.assign(known, { owner, rank });
            } else {
              table.insert(row(id, { owner, rank }));
              model.push(row(id, { owner, rank }));
            }
          }
          const own = model.filter(({ owner }) => owner === 'a');
          const newest = own.toReversed();
          expect(table.count('owner', 'a')).toBe(own.length);
          expect(readAll(table, 'owner', limit)).toEqual(newest.map(({ id }) => id));
          expect(readAll(table, 'ranked', limit)).toEqual(
            newest.sort((a, b) => b.rank - a.rank).map(({ id }) => id),
          );
        },
      ),
    );
  });

  it('goes on from a cursor though its row is gone and new ones came', () => {
    const table = tableOf();
    for (const id of ['1', '2', '3', '4']) table.insert(row(id));
    const page = table.page({ index: 'owner', key: 'a', limit: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual(['4', '3']);
    table.delete('3');
    table.insert(row('5'));
    const next = table.page({ index: 'owner', key: 'a', limit: 2, after: page.nextCursor ?? '' });
    expect(next).toMatchObject({ rows: [{ id: '2' }, { id: '1' }], nextCursor: null });
  });

  it('starts beyond a sort value, oldest first', () => {
    const table = tableOf();
    for (const rank of [1, 2, 3, 4]) table.insert(row(`r${rank}`, { rank }));
    const after = { sort: 2, seq: Number.POSITIVE_INFINITY };
    const { rows } = table.page({ index: 'ranked', key: 'a', order: 'oldest', limit: 9, after });
    expect(rows.map(({ id }) => id)).toEqual(['r3', 'r4']);
  });

  it('offers no next page when a filter leaves nothing', () => {
    const table = tableOf();
    for (const rank of [1, 2, 3, 4]) table.insert(row(`r${rank}`, { rank }));
    const page = table.page({ limit: 2, where: ({ rank }) => rank > 2 });
    expect(page).toMatchObject({ rows: [{ id: 'r4' }, { id: 'r3' }], nextCursor: null });
  });

  it('keeps a row under each of its keys, and out of an index that does not want it', () => {
    const table = tableOf();
    table.insert(row('1', { tags: ['x', 'y', 'x'] }));
    expect([table.count('tag', 'x'), table.count('tag', 'y'), table.count('top', '')]).toEqual([
      1, 1, 0,
    ]);
    table.update('1', { tags: ['y'], rank: 9 });
    expect([
      table.count('tag', 'x'),
      table.first('tag', 'y')?.id,
      table.last('top', '')?.id,
    ]).toEqual([0, '1', '1']);
  });

  it('refuses a second row of the same key, and writes past `update`', () => {
    const table = tableOf();
    const kept = table.insert(row('1'));
    expect(() => table.insert(row('1'))).toThrow('already has a row 1');
    expect(() => table.update('2', {})).toThrow('no row 2');
    expect(() => table.update('1', { id: '2' })).toThrow('never changes');
    expect(() => {
      (kept as Row).rank = 3;
    }).toThrow(TypeError);
  });

  it('comes back from JSON with its order', () => {
    const store = new Store();
    const table = tableOf(store);
    for (const id of ['1', '2', '3']) table.insert(row(id, { rank: -Number(id) }));
    table.delete('2');
    store.next('n');
    const saved = JSON.parse(JSON.stringify(store.snapshot()));
    const other = new Store();
    const restored = tableOf(other);
    restored.insert(row('gone'));
    other.restore(saved);
    expect([...restored.all()].map(({ id }) => id)).toEqual(['1', '3']);
    expect(readAll(restored, 'ranked', 1)).toEqual(['1', '3']);
    restored.insert(row('4'));
    expect(restored.position('4')?.seq).toBe(4);
    expect(other.next('n')).toBe(2);
  });

  it('looks at few rows, however many there are', () => {
    let looks = 0;
    const table = new Store().table('many', {
      key: (entry: { id: string; rank: number }) => entry.id,
      indexes: {
        ranked: {
          on: () => '',
          sort: ({ rank }) => {
            looks += 1;
            return rank;
          },
        },
      },
    });
    for (let i = 0; i < 20_000; i += 1) table.insert({ id: String(i), rank: i % 7 });
    const lookedAt = (work: () => unknown) => {
      looks = 0;
      work();
      return looks;
    };
    const after = table.position('10000', 'ranked');
    const page = () => table.page({ index: 'ranked', key: '', limit: 20, after });
    expect(lookedAt(page)).toBeLessThan(50);
    expect(lookedAt(() => table.update('10000', { rank: 3 }))).toBeLessThan(100);
    expect(lookedAt(() => table.delete('10001'))).toBeLessThan(50);
  });
});

describe('a cursor', () => {
  it('carries numbers and text of any script', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.string()), fc.nat(), (sort, seq) => {
        expect(readCursor(writeCursor({ sort, seq }))).toEqual({ sort, seq });
      }),
    );
  });

  it.each(['', 'x', '!!', btoa('{}'), btoa('[1,2,3]'), btoa('["x",0,1]')])('is not %j', (text) => {
    expect(() => readCursor(text)).toThrow('refused at invalid');
  });
});
