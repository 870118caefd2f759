import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';
import { UsageError } from '../usage-error.ts';
import { readValue } from './read-value.ts';

/**
 * Reads `key=value`. How the vendor's command reads values is not documented: here the key's own type
 * decides, and for keys that the spec does not know JSON is tried first.
 */
export function readSettings(
  settings: readonly string[],
  input: ObjectSchema,
): Record<string, unknown> {
  const entries = settings.map((setting): [string, unknown] => {
    const equals = setting.indexOf('=');
    if (equals < 1) throw new UsageError(`--set: key=value is needed, got "${setting}".`);
    const key = setting.slice(0, equals).trim();
    return [key, read(key, setting.slice(equals + 1), input.properties?.[key])];
  });
  return Object.fromEntries(entries);
}

function read(key: string, text: string, schema: JsonSchema | undefined): unknown {
  if (schema !== undefined) return readValue(`set ${key}`, text, schema);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
