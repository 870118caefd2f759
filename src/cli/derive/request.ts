import type { ObjectSchema } from '../../core/json-schema.ts';
import { UsageError } from '../usage-error.ts';
import { constantsOf, type Field } from './fields.ts';
import { readValue } from './read-value.ts';

/** A request before it is sent. */
export interface RequestParts {
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** What commander read: values by the flag in camel case. */
export type Flags = Readonly<Record<string, unknown>>;

/** Reads the request out of the flags; `base` is a body that the flags add to. */
export function readRequest(
  fields: readonly Field[],
  input: ObjectSchema,
  flags: Flags,
  base: Record<string, unknown> = {},
): RequestParts {
  const parts: RequestParts = { path: {}, query: {}, body: { ...constantsOf(input), ...base } };
  for (const { place, path, flag, schema, required } of fields) {
    const given = flags[camel(flag)];
    if (given === undefined) {
      if (required && at(parts[place], path) === undefined) {
        throw new UsageError(`--${flag} is needed.`);
      }
    } else {
      // A shell's variable that is not set.
      if (place === 'path' && given === '') throw new UsageError(`--${flag} is empty.`);
      put(parts[place], path, readValue(flag, given, schema));
    }
  }
  return parts;
}

/** `job-id` → `jobId`, as commander does it. */
export function camel(flag: string): string {
  return flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function at(node: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => Object(current)[key], node);
}

function put(node: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    node[key] = value;
    return;
  }
  const inner = { ...Object(node[key]) } as Record<string, unknown>;
  put(inner, rest, value);
  node[key] = inner;
}
