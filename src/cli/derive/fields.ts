import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';
import type { Operation } from '../../core/operation.ts';
import { type CommandNames, flagOf } from './names.ts';

/** One value that a command takes by a flag. */
export interface Field {
  /** Where in the request it goes. */
  readonly place: 'path' | 'query' | 'body';
  /** Keys that lead to it: `['milestone', 'amount']`. */
  readonly path: readonly string[];
  /** `milestone-amount` */
  readonly flag: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The values that an operation takes, in the order of the spec. What can only be one thing is no question. */
export function fieldsOf(
  operation: Operation,
  input: ObjectSchema,
  names: CommandNames | undefined,
): Field[] {
  const place = (name: string): Field['place'] => {
    if (operation.pathParams?.includes(name)) return 'path';
    return operation.query?.includes(name) ? 'query' : 'body';
  };
  const field = (path: string[], schema: JsonSchema, required: boolean): Field => ({
    place: place(path[0] ?? ''),
    path,
    flag: flagOf(operation, path, names),
    schema,
    required,
  });
  return Object.entries(input.properties ?? {}).flatMap(([name, schema]): Field[] => {
    const required = input.required?.includes(name) ?? false;
    if (schema.const !== undefined) return [];
    // An object of known keys is as many flags.
    if (schema.properties && place(name) === 'body') {
      return Object.entries(schema.properties).map(([key, inner]) =>
        field([name, key], inner, required && (schema.required?.includes(key) ?? false)),
      );
    }
    return [field([name], schema, required)];
  });
}

/** What the request holds whatever the flags say. */
export function constantsOf(input: ObjectSchema): Record<string, unknown> {
  const constants = Object.entries(input.properties ?? {}).filter(
    ([, schema]) => schema.const !== undefined,
  );
  return Object.fromEntries(constants.map(([name, schema]) => [name, schema.const]));
}

/** The one id that can be given without its flag. */
export function positionalOf(
  fields: readonly Field[],
  names: CommandNames | undefined,
): Field | undefined {
  if (names?.positional) return fields.find(({ path }) => path[0] === names.positional);
  const ids = fields.filter(({ place, required }) => required && place !== 'body');
  return ids.length === 1 ? ids[0] : undefined;
}
