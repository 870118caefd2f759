import {
  child,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  resolve,
} from '../../../spec/generate/document.ts';

/**
 * Paths of every property that a schema does not name. Schemas leave objects open, so that a new
 * field of the platform breaks nobody; what this project writes itself must be in the spec.
 */
export function unknownFields(
  document: Document,
  schema: JsonObject,
  value: unknown,
  path = '',
): string[] {
  const shapes = alternatives(document, schema);
  const fitting = shapes.filter((parts) => fits(parts, value));
  const found = (fitting.length > 0 ? fitting : shapes).map((parts) =>
    unknownToAll(document, parts, value, path),
  );
  // Of several forms that a value may have, it is judged by the one it fits best.
  return found.reduce((best, next) => (next.length < best.length ? next : best));
}

function unknownToAll(
  document: Document,
  parts: readonly JsonObject[],
  value: unknown,
  path: string,
): string[] {
  if (Array.isArray(value)) {
    const items = parts.map(({ items }) => items).filter(isObject);
    return value.flatMap((item, index) =>
      items.flatMap((schema) => unknownFields(document, schema, item, `${path}[${index}]`)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const others = parts.map((part) => part.additionalProperties);
  const free = parts.every((part) => part.properties === undefined) || others.includes(true);
  return Object.entries(value).flatMap(([key, inner]) => {
    const named = parts.map((part) => child(part, 'properties')[key]).filter(isObject);
    const schemas = named.length > 0 ? named : others.filter(isObject);
    const at = path === '' ? key : `${path}.${key}`;
    if (schemas.length === 0) return free ? [] : [at];
    return schemas.flatMap((schema) => unknownFields(document, schema, inner, at));
  });
}

/** The forms a schema allows, each as the schemas that hold at once. */
function alternatives(document: Document, schema: JsonObject): JsonObject[][] {
  const target = resolve(document, schema);
  const { allOf, oneOf, anyOf } = target;
  let shapes: JsonObject[][] = [[target]];
  for (const part of list(allOf)) shapes = product(shapes, alternatives(document, part));
  for (const either of [list(oneOf), list(anyOf)]) {
    if (either.length === 0) continue;
    shapes = product(
      shapes,
      either.flatMap((branch) => alternatives(document, branch)),
    );
  }
  return shapes.map((parts) => (parts.length > 1 ? parts.filter(saysSomething) : parts));
}

/** A mere wrapper of others names no property; among them it would make every property free. */
const saysSomething = (part: JsonObject) =>
  !('allOf' in part || 'oneOf' in part || 'anyOf' in part) ||
  'properties' in part ||
  'additionalProperties' in part;

/** Whether a value is of a type that all parts allow. */
const fits = (parts: readonly JsonObject[], value: unknown) =>
  parts.every(({ type }) => type === undefined || [type].flat().includes(typeOf(value)));

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const list = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const product = (left: JsonObject[][], right: JsonObject[][]) =>
  left.flatMap((a) => right.map((b) => [...a, ...b]));
