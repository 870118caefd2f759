import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from '../../src/core/json-schema.ts';

/** Whatever a schema lets through, except objects of known keys that hold none. */
export function arbitraryOf(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => arbitraryOf(one)));
  const [type] = [schema.type].flat();
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 });
    case 'number':
      return numberOf(schema);
    case 'array':
      return listOf(schema);
    case 'object':
      return objectOf(schema);
    default:
      return textOf(schema);
  }
}

function numberOf({ minimum, maximum, exclusiveMinimum }: JsonSchema): Arbitrary<number> {
  const number = fc.double({
    min: exclusiveMinimum ?? minimum ?? -Number.MAX_VALUE,
    max: maximum ?? Number.MAX_VALUE,
    minExcluded: exclusiveMinimum !== undefined,
    noNaN: true,
  });
  // JSON has one zero.
  return number.map((value) => (Object.is(value, -0) ? 0 : value));
}

function listOf({ items = {}, minItems = 0, maxItems = 4 }: JsonSchema): Arbitrary<unknown[]> {
  return fc.array(arbitraryOf(items), {
    minLength: minItems,
    maxLength: Math.min(maxItems, 4),
  });
}

function objectOf({ properties, required = [] }: JsonSchema): Arbitrary<unknown> {
  // As JSON has it, which knows one zero.
  if (!properties)
    return fc.json({ maxDepth: 1 }).map((text) => ({ any: JSON.parse(text) as unknown }));
  const values = Object.entries(properties).map(([key, inner]) => [key, arbitraryOf(inner)]);
  return fc
    .record(Object.fromEntries(values) as Record<string, Arbitrary<unknown>>, {
      requiredKeys: required,
      noNullPrototype: true,
    })
    .filter((made) => Object.keys(made).length > 0);
}

function textOf({ pattern, minLength = 0, maxLength = 40 }: JsonSchema): Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  // Half as long as allowed: a letter of another plane is two of JavaScript's characters.
  const text = fc.string({ unit: 'binary', minLength, maxLength: Math.ceil(maxLength / 2) });
  return fc.oneof(
    text,
    fc.constantFrom(...likeOtherThings).filter((one) => one.length >= minLength),
  );
}

/** Texts that a reader of flags could take for something else. */
const likeOtherThings = 'null true 7 -x --json -- a,b [1] ["a"] [x {} @x "'.split(' ');
