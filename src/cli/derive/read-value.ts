import type { JsonSchema } from '../../core/json-schema.ts';
import { UsageError } from '../usage-error.ts';

/** Turns the text of a flag into what its schema asks for. A flag may be given several times for a list. */
export function readValue(flag: string, text: unknown, schema: JsonSchema): unknown {
  const types = typesOf(schema);
  const texts = [text].flat().map((one) => (typeof one === 'boolean' ? one : String(one)));
  if (takesList(schema)) {
    const [only = ''] = texts;
    // Where a text may stand too, one that is no list is that text, commas and all.
    if (!types.includes('string') || texts.length > 1 || jsonList(String(only)) !== undefined) {
      return readList(flag, texts.map(String), listIn(schema));
    }
  }
  const given = texts[texts.length - 1] ?? '';
  if (typeof given === 'boolean') return given;
  if (types.includes('null') && given === 'null') return null;
  if (types.includes('boolean')) return readBoolean(flag, given);
  if (types.includes('integer') || types.includes('number')) {
    return readNumber(flag, given, schema, types.includes('integer'));
  }
  if (types.includes('object')) return readObject(flag, given);
  return readText(flag, given, schema);
}

/** Whether a flag may be given several times. */
export function takesList(schema: JsonSchema): boolean {
  return typesOf(schema).includes('array');
}

function typesOf({ type, anyOf }: JsonSchema): string[] {
  return [type ?? anyOf?.map((one) => one.type ?? []) ?? []].flat(2);
}

/** The form of a list's items, also where the list is one of several forms. */
function listIn(schema: JsonSchema): JsonSchema {
  return schema.items ?? schema.anyOf?.find((one) => one.type === 'array')?.items ?? {};
}

function readList(flag: string, texts: readonly string[], items: JsonSchema): unknown[] {
  const ofObjects = typesOf(items).includes('object');
  return texts.flatMap((text) => {
    const given = jsonList(text) ?? (ofObjects ? [text] : splitText(text));
    return given.map((one) =>
      // What is an object already needs no reading; what it holds is checked with the rest of the body.
      ofObjects && isRecord(one) ? one : readValue(flag, asText(one), items),
    );
  });
}

function jsonList(text: string): unknown[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    // Then it is a text that begins with a bracket.
    return undefined;
  }
}

function splitText(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    if (isRecord(value)) return value;
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
