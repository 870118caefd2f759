import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { unknownParts } from '../../../src/core/unknown-parts.ts';

const person = z.looseObject({ name: z.string() });

describe('fields that a schema does not name', () => {
  it.each<[string, object, unknown, string[]]>([
    ['none', person, { name: 'a' }, []],
    ['one', person, { name: 'a', age: 3 }, ['age']],
    ['nested', z.looseObject({ by: person }), { by: { name: 'a', age: 3 } }, ['by.age']],
    ['in a list', z.array(person), [{ name: 'a' }, { name: 'b', age: 3 }], ['[1].age']],
    [
      'in a list of an object',
      z.looseObject({ all: z.array(person) }),
      { all: [{ name: 'a', age: 3 }] },
      ['all[0].age'],
    ],
    ['under an optional', z.looseObject({ by: z.optional(person) }), { by: { x: 1 } }, ['by.x']],
    ['under a nullable', z.nullable(person), { name: 'a', age: 3 }, ['age']],
    ['under a null', z.nullable(person), null, []],
    [
      'of the alternative that fits',
      z.union([z.looseObject({ a: z.number() }), z.looseObject({ b: z.number() })]),
      { b: 1, c: 2 },
      ['c'],
    ],
    [
      'of both sides of an intersection',
      z.intersection(person, z.looseObject({ age: z.number() })),
      { name: 'a', age: 3, shoe: 42 },
      ['shoe'],
    ],
    ['under a record', z.record(z.string(), z.unknown()), { any: { thing: 1 } }, []],
    [
      'beside what is named, where anything may stand',
      z.catchall(person, z.any()),
      { name: 'a', age: 3 },
      [],
    ],
    ['under anything', z.looseObject({ meta: z.unknown() }), { meta: { x: 1 } }, []],
    ['named like a member of Object', person, { name: 'a', constructor: 1 }, ['constructor']],
  ])('%s', (_, schema, body, expected) => {
    expect(unknownParts(schema, body)).toEqual(expected.map((path) => ({ path })));
  });
});

const status = z.union([z.enum(['open', 'done']), z.string()]);

describe('values that a schema does not list', () => {
  it.each<[string, object, unknown, string[]]>([
    ['none', z.looseObject({ status }), { status: 'open' }, []],
    ['one', z.looseObject({ status }), { status: 'paused' }, ['status']],
    ['an empty one', z.looseObject({ status }), { status: '' }, ['status']],
    ['named like a member of Object', status, 'constructor', ['']],
    ['under an optional', z.looseObject({ s: z.optional(status) }), { s: 'paused' }, ['s']],
    ['under a nullable', z.looseObject({ s: z.nullable(status) }), { s: 'paused' }, ['s']],
    ['under a null', z.looseObject({ s: z.nullable(status) }), { s: null }, []],
    ['under a reference', z.looseObject({ s: z.lazy(() => status) }), { s: 'paused' }, ['s']],
    ['in a list', z.array(status), ['open', 'paused', 'done', 'lost'], ['[1]', '[3]']],
    ['beside a list of them', z.union([status, z.array(status)]), 'paused', ['']],
    ['in such a list', z.union([status, z.array(status)]), ['paused'], ['[0]']],
    [
      'of the alternative that fits',
      z.union([z.looseObject({ a: z.number() }), z.looseObject({ b: status })]),
      { b: 'paused' },
      ['b'],
    ],
    ['where any string may stand', z.looseObject({ name: z.string() }), { name: 'paused' }, []],
    ['where none but the listed may stand', z.enum(['open', 'done']), 'paused', []],
    ['where there is a number', z.looseObject({ status }), { status: 7 }, []],
  ])('%s', (_, schema, body, expected) => {
    const listed = ['open', 'done'];
    expect(unknownParts(schema, body)).toEqual(expected.map((path) => ({ path, listed })));
  });
});
