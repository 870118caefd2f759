import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';

type Bound = 'minimum' | 'maximum' | 'maxLength';

/**
 * A bound that the contract sets to a field, for those who check it by hand.
 *
 * @throws when the contract sets none: what is checked by it would pass unseen.
 */
export function bound(input: ObjectSchema, name: string, kind: Bound): number {
  const field: JsonSchema = input.properties?.[name] ?? {};
  const value = field[kind];
  if (value === undefined) throw new Error(`the contract gives ${name} no ${kind}`);
  return value;
}
