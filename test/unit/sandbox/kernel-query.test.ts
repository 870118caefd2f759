import { describe, expect, it } from 'vitest';
import { Query } from '../../../src/sandbox/kernel/query.ts';
import { Gated } from '../../../src/sandbox/kernel/refusal.ts';

const of = (search: string) => new Query(new URLSearchParams(search));
const issue = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof Gated && error.reason.gate === 'invalid') {
      const [{ path, message } = { path: [], message: '' }] = error.reason.issues;
      return [error.reason.place, path[0], message];
    }
  }
  return undefined;
};

describe('a query', () => {
  it('reads values of each type', () => {
    const query = of('s=text&n=1.5&i=-7&b=1&e=red&l=a,b&l=c&t=2026-06-01T00:00:00.000Z');
    expect(query.string('s')).toBe('text');
    expect(query.number('n')).toBe(1.5);
    expect(query.integer('i', { fallback: 0 })).toBe(-7);
    expect(query.boolean('b')).toBe(true);
    expect(query.oneOf('e', ['red', 'blue'])).toBe('red');
    expect(query.list('l')).toEqual(['a', 'b', 'c']);
    expect(query.timestamp('t')).toBe(Date.UTC(2026, 5, 1));
    expect(query.has('s')).toBe(true);
  });

  it('gives the fallback for what is absent or empty', () => {
    const query = of('i=');
    expect(query.integer('i', { fallback: 25 })).toBe(25);
    expect(query.integer('x', { fallback: undefined })).toBeUndefined();
    expect(query.string('x')).toBeUndefined();
    expect(query.number('x')).toBeUndefined();
    expect(query.boolean('x')).toBeUndefined();
    expect(query.oneOf('x', ['red'])).toBeUndefined();
    expect(query.timestamp('x')).toBeUndefined();
    expect(query.list('x')).toEqual([]);
  });

  it('pulls an outlier to the bound when told', () => {
    const clamp = { min: 1, max: 100, clamp: true, fallback: 25 };
    expect(of('i=500').integer('i', clamp)).toBe(100);
    expect(of('i=0').integer('i', clamp)).toBe(1);
  });

  it.each([
    ['i=1.5', (q: Query) => q.integer('i', { fallback: 0 }), 'Expected a whole number'],
    ['i=1e3', (q: Query) => q.integer('i', { fallback: 0 }), 'Expected a whole number'],
    ['i=0', (q: Query) => q.integer('i', { min: 1, fallback: 5 }), 'Must be at least 1'],
    ['i=9', (q: Query) => q.integer('i', { max: 5, fallback: 5 }), 'Must be at most 5'],
    ['i=x', (q: Query) => q.number('i'), 'Expected a number'],
    ['i=9', (q: Query) => q.number('i', { max: 5 }), 'Must be at most 5'],
    ['i=yes', (q: Query) => q.boolean('i'), 'Expected true or false'],
    ['i=RED', (q: Query) => q.oneOf('i', ['red', 'blue']), 'Expected one of red, blue'],
    ['i=yesterday', (q: Query) => q.timestamp('i'), 'Expected an ISO 8601 timestamp'],
    ['i=2026-13-45', (q: Query) => q.timestamp('i'), 'Expected an ISO 8601 timestamp'],
    ['', (q: Query) => q.required('i'), 'Required'],
  ])('refuses %s: %#', (search, read, message) => {
    expect(issue(() => read(of(search)))).toEqual(['query', 'i', message]);
  });
});
