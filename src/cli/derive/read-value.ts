import type { JsonSchema } from '../../core/json-schema.ts';
import { UsageError } from '../usage-error.ts';

/** Turns the text of a flag into what its schema asks for. A flag may be given several times for a list. */
export function readValue(flag: string, text: unknown, schema: JsonSchema): unknown {
  const { type, items } = schema;
  const types = [type ?? schema.anyOf?.map((one) => one.type) ?? []].flat(2);
  if (types.includes('array')) {
    const texts = [text].flat().flatMap((one) => splitList(String(one)));
    return texts.map((one) => readValue(flag, one, items ?? {}));
  }
  const one = Array.isArray(text) ? text[text.length - 1] : text;
  if (typeof one === 'boolean') return one;
  const given = String(one);
  if (types.includes('null') && given === 'null') return null;
  if (types.includes('boolean')) return readBoolean(flag, given);
  if (types.includes('integer') || types.includes('number')) {
    return readNumber(flag, given, schema, types.includes('integer'));
  }
  if (types.includes('object')) return readObject(flag, given);
  return readText(flag, given, schema);
}

/** A JSON list, or texts with commas between them. */
function splitList(text: string): string[] {
  if (text.trimStart().startsWith('[')) {
    try {
      return (JSON.parse(text) as unknown[]).map(String);
    } catch {
      // Then it is a text that begins with a bracket.
    }
  }
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readBoolean(flag: string, text: string): boolean {
  if (/^(true|yes|1)$/i.test(text)) return true;
  if (/^(false|no|0)$/i.test(text)) return false;
  throw new UsageError(`--${flag}: true or false is needed, got "${text}".`);
}

function readNumber(flag: string, text: string, schema: JsonSchema, whole: boolean): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const { minimum, maximum, exclusiveMinimum } = schema;
  const fits =
    Number.isFinite(value) &&
    (!whole || Number.isInteger(value)) &&
    !(minimum !== undefined && value < minimum) &&
    !(maximum !== undefined && value > maximum) &&
    !(exclusiveMinimum !== undefined && value <= exclusiveMinimum);
  if (fits) return value;
  const bounds = [
    minimum !== undefined && `from ${minimum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maximum !== undefined && `up to ${maximum}`,
  ].filter(Boolean);
  const kind = whole ? 'a whole number' : 'a number';
  throw new UsageError(`--${flag}: ${[kind, ...bounds].join(' ')} is needed, got "${text}".`);
}

function readObject(flag: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw new UsageError(`--${flag}: a JSON object is needed, such as '{"key":"value"}'.`);
}

function readText(flag: string, text: string, schema: JsonSchema): string {
  const { enum: values, maxLength } = schema;
  if (maxLength !== undefined && text.length > maxLength) {
    throw new UsageError(`--${flag}: ${text.length} characters are more than ${maxLength}.`);
  }
  if (values === undefined) return text;
  const found = values.map(String).find((value) => value.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`--${flag}: "${text}" is not one of ${values.join(', ')}.`);
}
