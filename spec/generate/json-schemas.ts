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
import { described, inlineSchema } from './inline-schema.ts';
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
    add(
      String(name),
      { ...inlineSchema(document, schema), ...described(description) },
      required === true,
    );
  }
  const body = inlineSchema(document, contentOf(resolve(document, node.requestBody))?.node.schema);
  const needed = strings(body.required) ?? [];
  for (const [name, schema] of Object.entries(child(body, 'properties'))) {
    add(name, schema as JsonObject, needed.includes(name));
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** How deep an answer is described. */
const deepest = 2;

function output(document: Document, { node }: OperationNode): JsonObject {
  const answers = Object.entries(child(node, 'responses'))
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([, response]) =>
      inlineSchema(document, contentOf(resolve(document, response))?.node.schema),
    );
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
