import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opentrainProduct } from '../../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../../src/cli/commands/trainar/product.ts';
import { addOperation } from '../../../src/cli/derive/command.ts';
import { type Field, fieldsOf, positionalOf } from '../../../src/cli/derive/fields.ts';
import { Group } from '../../../src/cli/group.ts';
import type { CliProduct } from '../../../src/cli/product.ts';
import type { ObjectSchema } from '../../../src/core/json-schema.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { Transport } from '../../../src/core/transport.ts';
import { trainar } from '../../../src/trainar/product.ts';
import { arbitraryOf } from '../../support/arbitrary.ts';

type Values = Record<string, unknown>;

/** What a command would have sent. */
class Sent extends Error {
  readonly request: Values;

  constructor(request: Values) {
    super('this is where it would be sent');
    this.request = request;
  }
}

class Unsent extends Transport {
  override call(_: Operation, args: object): never {
    throw new Sent({ ...args });
  }
}

/** The request that a command line makes. */
async function requestOf(product: CliProduct, operation: Operation, line: readonly string[]) {
  const connect = async () => new Unsent(trainar('tak_1'), {});
  const command = new Group('command').exitOverride().configureOutput({ writeErr: () => {} });
  addOperation(command, { ...product, connect }, operation);
  try {
    await command.parseAsync([...line], { from: 'user' });
  } catch (error) {
    if (error instanceof Sent) return error.request;
    throw error;
  }
  throw new Error('nothing was sent');
}

const has = (value: unknown, key: string): value is Values => Object.hasOwn(Object(value), key);

/** The value of a field, where the input has one. */
function at(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, key) => (has(node, key) ? node[key] : undefined), input);
}

/** How one writes a value: lists as JSON, or as a flag for each. */
function written({ flag }: Field, value: unknown, apart: boolean): string[] {
  if (Array.isArray(value) && apart && value.length > 0) {
    return value.flatMap((one) => [`--${flag}`, JSON.stringify([one])]);
  }
  return [`--${flag}`, typeof value === 'object' ? JSON.stringify(value) : String(value)];
}

/** A text where a list could stand, which is taken for one: such a text goes by --input. */
function isTakenForList({ schema }: Field, value: unknown): boolean {
  return schema.anyOf !== undefined && typeof value === 'string' && /^\s*\[/.test(value);
}

function partsOf(fields: readonly Field[], input: Values) {
  const parts: Record<Field['place'], Values> = { path: {}, query: {}, body: {} };
  for (const [name, value] of Object.entries(input)) {
    const place = fields.find(({ path }) => path[0] === name)?.place ?? 'body';
    parts[place][name] = value;
  }
  return parts;
}

describe.each([opentrainProduct, trainarProduct, platformProduct])('$name', (product) => {
  const operations = Object.values(product.operations)
    .filter(({ id }) => Object.keys(product.inputs[id]?.properties ?? {}).length > 0)
    .map((operation) => ({ id: operation.id, operation }));

  it.each(operations)(
    '$id sends what its flags say, whatever that is',
    async ({ id, operation }) => {
      const schema = product.inputs[id] as ObjectSchema;
      const fields = fieldsOf(operation, schema, product.names[id]);
      const positional = positionalOf(fields, product.names[id]);
      await fc.assert(
        fc.asyncProperty(
          arbitraryOf(schema),
          fc.boolean(),
          fc.boolean(),
          async (made, apart, bare) => {
            const input = made as Values;
            const given = fields.filter(({ path }) => at(input, path) !== undefined);
            const { path, query, body } = partsOf(fields, input);
            fc.pre(Object.values(path).every((one) => one !== ''));
            fc.pre(!given.some((field) => isTakenForList(field, at(input, field.path))));
            if (operation.method === 'PATCH') fc.pre(Object.keys(body).length > 0);
            const line = given.flatMap((field) => {
              const value = at(input, field.path);
              const isBare = field === positional && bare && !String(value).startsWith('-');
              return isBare ? [String(value)] : written(field, value, apart);
            });
            const request = await requestOf(product, operation, line);
            expect(request).toEqual({ path, query, ...(operation.body && { body }) });
          },
        ),
        { numRuns: 30 },
      );
    },
  );
});
