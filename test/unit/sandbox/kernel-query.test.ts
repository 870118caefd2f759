import { describe, expect, it } from 'vitest';
import { Query } from '../../../src/sandbox/kernel/query.ts';
import { Gated } from '../../../src/sandbox/kernel/refusal.ts';

const of = (search: string) =>
  new Query(new URLSearchParams(search), {
    type: 'object',
    properties: {
      i: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
      free: { type: 'integer' },
      e: { type: 'string', enum: ['red', 'blue'] },
      way: { type: 'string', enum: ['up', 'down'], default: 'up' },
    },
  });
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
    const query = of('s=text&i=7&free=-7&b=1&e=red&t=2026-06-01T00:00:00.000Z');
    expect(query.string('s')).toBe('text');
    expect(query.integer('i')).toBe(7);
    expect(query.integer('free')).toBe(-7);
    expect(query.boolean('b')).toBe(true);
    expect(query.oneOf('e')).toBe('red');
    expect(query.timestamp('t')).toBe(Date.UTC(2026, 5, 1));
  });

  it('gives the contract’s default, or the fallback, for what is absent or empty', () => {
    const query = of('i=');
    expect(query.integer('i')).toBe(25);
    expect(query.integer('i', { fallback: 9 })).toBe(25);
    expect(query.integer('free', { fallback: 9 })).toBe(9);
    expect(() => query.integer('free')).toThrow('free: neither a default nor a fallback');
    expect(query.oneOf('way')).toBe('up');
    expect(query.string('x')).toBeUndefined();
    expect(query.boolean('x')).toBeUndefined();
    expect(query.oneOf('e')).toBeUndefined();
    expect(query.timestamp('x')).toBeUndefined();
  });

  it('pulls what is too large to the bound when told, and refuses what is too small', () => {
    expect(of('i=500').integer('i', { clamp: true })).toBe(100);
    expect(issue(() => of('i=0').integer('i', { clamp: true }))).toBeDefined();
  });

  it('refuses what the contract does not list', () => {
    const found = issue(() => of('e=RED').oneOf('e'));
    expect(found).toEqual(['query', 'e', 'Expected one of red, blue']);
  });

  it.each([
    ['i=1.5', (q: Query) => q.integer('i'), 'Expected a whole number'],
    ['i=1e3', (q: Query) => q.integer('i'), 'Expected a whole number'],
    ['i=0', (q: Query) => q.integer('i'), 'Must be at least 1'],
    ['i=101', (q: Query) => q.integer('i'), 'Must be at most 100'],
    ['i=yes', (q: Query) => q.boolean('i'), 'Expected true or false'],
    ['i=yesterday', (q: Query) => q.timestamp('i'), 'Expected an ISO 8601 timestamp'],
    ['i=2026-13-45', (q: Query) => q.timestamp('i'), 'Expected an ISO 8601 timestamp'],
    ['', (q: Query) => q.required('i'), 'Required'],
  ])('refuses %s: %#', (search, read, message) => {
    expect(issue(() => read(of(search)))).toEqual(['query', 'i', message]);
  });
});
