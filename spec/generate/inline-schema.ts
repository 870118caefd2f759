import {
  child,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  resolve,
  strings,
} from './document.ts';

/** Keywords that say what a value must be; the rest (examples, evidence, formats) is for other readers. */
const kept = new Set([
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'required', 'default'],
]);

/** A schema without references, as tools and commands show it. An `allOf` is one schema, an `anyOf` stays as it is. */
export function inlineSchema(document: Document, schema: Json | undefined): JsonObject {
  const node = resolve(document, schema);
  const parts = Array.isArray(node.allOf)
    ? node.allOf.map((part) => inlineSchema(document, part))
    : [];
  const own = Object.fromEntries(Object.entries(node).filter(([key]) => kept.has(key)));
  const properties = Object.entries(child(node, 'properties')).map(([name, inner]) => [
    name,
    inlineSchema(document, inner),
  ]);
  const alternatives = Array.isArray(node.anyOf ?? node.oneOf) ? (node.anyOf ?? node.oneOf) : [];
  const anyOf = (alternatives as Json[]).map((part) => inlineSchema(document, part));
  return join([
    ...parts,
    {
      ...own,
      // What stands beside a reference is meant for this place.
      ...described(node.description),
      ...described(isObject(schema) ? schema.description : undefined),
      ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(node.items !== undefined && { items: inlineSchema(document, node.items) }),
      ...(anyOf.length > 0 && { anyOf }),
    },
  ]);
}

/** A description to spread into a schema: how the spec breaks its lines is of no use to an agent or a terminal. */
export const described = (description: Json | undefined): JsonObject =>
  typeof description === 'string' && description !== ''
    ? { description: description.trim().replace(/\s+/g, ' ') }
    : {};

function join(parts: JsonObject[]): JsonObject {
  const all = Object.assign({}, ...parts) as JsonObject;
  const properties = Object.assign({}, ...parts.map((part) => child(part, 'properties')));
  const required = parts.flatMap((part) => strings(part.required) ?? []);
  return {
    ...all,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}
