import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opentrainProduct } from '../../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../../src/cli/commands/trainar/product.ts';
import { fieldsOf } from '../../../src/cli/derive/fields.ts';
import { commandOf, kebab } from '../../../src/cli/derive/names.ts';
import { readValue } from '../../../src/cli/derive/read-value.ts';
import { camel, readRequest } from '../../../src/cli/derive/request.ts';
import { readSettings } from '../../../src/cli/derive/set.ts';
import { lookWith } from '../../../src/cli/outcome.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import type { JsonSchema } from '../../../src/core/json-schema.ts';

/** Flags that every command may have. */
const taken = ['json', 'jq', 'all', 'base-url', 'dry-run', 'set', 'input', 'help', 'version'];

/** Writes that no read shows. */
const withoutLook = {
  opentrain: ['agent.register', 'agent.startClaim', 'agent.pollClaim', 'credits.createTopUp'],
  trainar: ['skills.execute', 'webhooks.subscribe'],
  platform: [],
};

describe.each([opentrainProduct, trainarProduct, platformProduct])(
  'commands of $name',
  (product) => {
    const operations = Object.values(product.operations);

    it('have names and flags that nobody else has', () => {
      const words = operations.map(({ id }) => commandOf(id, product.names[id]));
      expect(new Set(words).size).toBe(words.length);
      for (const operation of operations) {
        const input = product.inputs[operation.id] ?? { type: 'object' };
        const flags = fieldsOf(operation, input, product.names[operation.id]).map(
          ({ flag }) => flag,
        );
        expect(new Set(flags).size, operation.id).toBe(flags.length);
        for (const flag of taken) expect(flags, operation.id).not.toContain(flag);
      }
    });

    it('know where to look for what a write has done', () => {
      const risky = operations.filter(({ method, idempotent }) => method !== 'GET' && !idempotent);
      const blind = risky.filter((operation) => lookWith(product, operation) === undefined);
      expect(blind.map(({ id }) => id)).toEqual(withoutLook[product.name]);
    });

    it('renames only operations that there are', () => {
      for (const id of Object.keys(product.names)) expect(product.operations[id], id).toBeDefined();
    });
  },
);

describe('a hire', () => {
  const operation = opentrainProduct.operations['proposals.hire'];
  const input = opentrainProduct.inputs['proposals.hire'];
  if (!operation || !input) throw new Error('there is no such operation');
  const fields = fieldsOf(operation, input, opentrainProduct.names['proposals.hire']);

  it('puts every flag where the platform expects its value', () => {
    const flags = { proposalId: 'prp_1', amount: '150', name: 'First', dueDate: '2026-07-20' };
    expect(readRequest(fields, input, flags)).toEqual({
      path: { proposalId: 'prp_1' },
      query: {},
      body: { milestone: { amount: 150, name: 'First', dueDate: '2026-07-20' } },
    });
  });

  it('takes what is needed from a file too, and lets flags go before it', () => {
    const base = { milestone: { amount: 1, description: 'All' } };
    const { body } = readRequest(fields, input, { proposalId: 'prp_1', amount: '2' }, base);
    expect(body).toEqual({ milestone: { amount: 2, description: 'All' } });
    expect(base.milestone.amount).toBe(1);
    expect(() => readRequest(fields, input, { proposalId: 'prp_1' })).toThrow('--amount is needed');
    expect(() => readRequest(fields, input, { proposalId: '', amount: '2' })).toThrow('is empty');
  });
});

const textOrList: JsonSchema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

describe('a value', () => {
  it.each([
    ['7', { type: 'integer', minimum: 1 }, 7],
    ['0.06', { type: 'number' }, 0.06],
    ['es, en', { type: 'array', items: { type: 'string' } }, ['es', 'en']],
    [['es', 'en,de'], { type: 'array', items: { type: 'string' } }, ['es', 'en', 'de']],
    [['[{"a":1}]', '{"a":2}'], { type: 'array', items: { type: 'object' } }, [{ a: 1 }, { a: 2 }]],
    ['Cats, Dogs', textOrList, 'Cats, Dogs'],
    ['["Cats"]', textOrList, ['Cats']],
    [['Cats', 'Dogs'], textOrList, ['Cats', 'Dogs']],
    ['["a,b"]', { type: 'array', items: { type: 'string' } }, ['a,b']],
    ['open', { type: 'string', enum: ['OPEN', 'DRAFT'] }, 'OPEN'],
    ['null', { type: ['string', 'null'] }, null],
    ['no', { type: 'boolean' }, false],
    ['{"a":1}', { type: 'object' }, { a: 1 }],
  ] satisfies [string | string[], JsonSchema, unknown][])(
    '%j is read by its schema',
    (text, schema, value) => {
      expect(readValue('flag', text, schema)).toEqual(value);
    },
  );

  it.each([
    ['', { type: 'number' }, '--flag: a number is needed, got "".'],
    [
      '1.5',
      { type: 'integer', maximum: 9 },
      '--flag: a whole number up to 9 is needed, got "1.5".',
    ],
    ['x', { type: 'string', enum: ['A'] }, '--flag: "x" is not one of A.'],
    ['[', { type: 'object' }, '--flag: a JSON object is needed'],
    ['[1]', { type: 'object' }, '--flag: a JSON object is needed'],
    ['a', { type: 'array', items: { type: 'object' } }, '--flag: a JSON object is needed'],
    ['maybe', { type: 'boolean' }, '--flag: true or false is needed'],
    ['abc', { type: 'string', maxLength: 2 }, '--flag: 3 characters are more than 2.'],
  ] satisfies [string, JsonSchema, string][])('%j is refused', (text, schema, message) => {
    expect(() => readValue('flag', text, schema)).toThrow(message);
    expect(() => readValue('flag', text, schema)).toThrow(UsageError);
  });
});

describe('--set', () => {
  const input = {
    type: 'object',
    properties: { price: { type: 'number' }, tags: { type: 'array' } },
  } as const;

  it('reads known keys by their type, others as JSON or text', () => {
    expect(readSettings(['price=15', 'tags=a,b', 'other={"x":1}', 'name=a=b'], input)).toEqual({
      price: 15,
      tags: ['a', 'b'],
      other: { x: 1 },
      name: 'a=b',
    });
    expect(() => readSettings(['price'], input)).toThrow('--set: key=value is needed');
    expect(() => readSettings(['price=x'], input)).toThrow('--set price: a number is needed');
  });
});

describe('names', () => {
  it('become the keys that commander gives their flags', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,8}(_[a-z]{2,8}|[A-Z][a-z]{2,8}){0,3}$/), (name) => {
        expect(kebab(name)).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(camel(kebab(name)).toLowerCase()).toBe(name.replace(/_/g, '').toLowerCase());
      }),
    );
  });
});
