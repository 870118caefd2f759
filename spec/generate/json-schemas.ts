import {
  child,
  contentOf,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  type OperationNode,
  operationsOf,
  resolve,
  strings,
} from './document.ts';
import { literal } from './source.ts';

/** What tools and commands take and give, as JSON Schema without references. */
export function renderJsonSchemas(document: Document): string {
  const operations = operationsOf(document);
  const table = (of: (found: OperationNode) => JsonObject) =>
    literal(Object.fromEntries(operations.map((found) => [found.id, of(found)])));
  return [
    `import type { ObjectSchema } from '../../src/core/json-schema.ts';\nimport type { OperationId } from './operations.ts';`,
    `/** What each operation takes: its path, query and body in one object. */\nexport const inputs: Readonly<Record<OperationId, ObjectSchema>> = ${table((found) => input(document, found))};`,
    `/** What each operation answers when it succeeds, as deep as an agent has to know beforehand. */\nexport const outputs: Readonly<Record<OperationId, ObjectSchema>> = ${table((found) => output(document, found))};`,
  ].join('\n\n');
}

function input(document: Document, { id, node, parameters }: OperationNode): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  const add = (name: string, schema: JsonObject, isRequired: boolean) => {
    if (name in properties) throw new Error(`${id}: two inputs are named ${name}`);
    properties[name] = schema;
    if (isRequired) required.push(name);
  };
  for (const { name, schema, description, required } of parameters) {
    add(String(name), described(inline(document, schema), description), required === true);
  }
  const body = inline(document, contentOf(resolve(document, node.requestBody))?.node.schema);
  const needed = strings(body.required) ?? [];
  for (const [name, schema] of Object.entries(child(body, 'properties'))) {
    add(name, schema as JsonObject, needed.includes(name));
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

const described = (schema: JsonObject, description: Json | undefined): JsonObject =>
  typeof description === 'string' ? { ...schema, description } : schema;

/** Keywords that say what a value must be; the rest (examples, evidence, formats) is for other readers. */
const kept = new Set([
  ...['type', 'enum', 'const', 'description', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'required', 'default'],
]);

/** A schema without references. An `allOf` is one schema, an `anyOf` stays as it is. */
function inline(document: Document, schema: Json | undefined): JsonObject {
  const node = resolve(document, schema);
  const described =
    isObject(schema) && schema.description ? { description: schema.description } : {};
  const parts = Array.isArray(node.allOf) ? node.allOf.map((part) => inline(document, part)) : [];
  const own = Object.fromEntries(Object.entries(node).filter(([key]) => kept.has(key)));
  const properties = Object.entries(child(node, 'properties')).map(([name, inner]) => [
    name,
    inline(document, inner),
  ]);
  const alternatives = Array.isArray(node.anyOf ?? node.oneOf) ? (node.anyOf ?? node.oneOf) : [];
  const anyOf = (alternatives as Json[]).map((part) => inline(document, part));
  return join([
    ...parts,
    {
      ...own,
      ...described,
      ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(node.items !== undefined && { items: inline(document, node.items) }),
      ...(anyOf.length > 0 && { anyOf }),
    },
  ]);
}

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

/** How deep an answer is described. */
const deepest = 2;

function output(document: Document, { node }: OperationNode): JsonObject {
  const answers = Object.entries(child(node, 'responses'))
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([, response]) => inline(document, contentOf(resolve(document, response))?.node.schema));
  const schemas = answers.flatMap((answer) =>
    Array.isArray(answer.anyOf) ? (answer.anyOf as JsonObject[]) : [answer],
  );
  const properties = Object.assign({}, ...schemas.map((schema) => child(schema, 'properties')));
  // Needed is what every answer has.
  const required = Object.keys(properties).filter((name) =>
    schemas.every((schema) => strings(schema.required)?.includes(name)),
  );
  const answer = shape({ type: 'object', properties }, deepest);
  return required.length > 0 ? { ...answer, required } : answer;
}

/** The types alone, so deep. What lies deeper may be anything of its type. */
function shape(schema: JsonObject, depth: number): JsonObject {
  const { type, items } = schema;
  const properties = Object.entries(child(schema, 'properties'));
  const alternatives = Array.isArray(schema.anyOf) ? (schema.anyOf as JsonObject[]) : [];
  const types = [type, ...alternatives.map((one) => one.type)].flat().filter((one) => one != null);
  return {
    ...(types.length > 0 && {
      type: types.length === 1 ? (types[0] as Json) : [...new Set(types)],
    }),
    ...(depth > 0 &&
      properties.length > 0 && {
        properties: Object.fromEntries(
          properties.map(([name, inner]) => [name, shape(inner as JsonObject, depth - 1)]),
        ),
      }),
    ...(depth > 0 && isObject(items) && { items: shape(items, depth - 1) }),
  };
}
