import type { JsonSchema } from '../../../src/core/json-schema.ts';

/** A value that a schema takes, with no more in it than it has to have. */
export function sampleOf(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  const [type] = [schema.type].flat();
  switch (type) {
    case 'object': {
      const needed = schema.required ?? [];
      return Object.fromEntries(
        needed.map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    }
    case 'array':
      return [sampleOf(schema.items ?? {})];
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return false;
    default:
      return schema.pattern ? '1' : 'x'.repeat(schema.minLength ?? 1);
  }
}
