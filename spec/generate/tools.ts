import type { Operation, ToolFacts } from '../../src/core/operation.ts';
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
} from './document.ts';
import { operation } from './operations.ts';
import { literal } from './source.ts';

/** The tools of a platform's own MCP server, as source; `undefined` when the spec names none. */
export function renderTools(document: Document): string | undefined {
  const listed = Object.entries(child(document, 'x-mcp-tools'));
  if (listed.length === 0) return undefined;
  const operations = new Map(operationsOf(document).map((found) => [found.id, found]));
  const tools = listed.map(([name, node]) => {
    if (!isObject(node)) throw new Error(`x-mcp-tools.${name}: not an object`);
    const found = operations.get(String(node.operation));
    if (node.operation !== undefined && !found) {
      throw new Error(`x-mcp-tools.${name}: there is no operation ${node.operation}`);
    }
    return [name, tool(document, name, node, found)];
  });
  return [
    `import type { ToolFacts } from '../../src/core/operation.ts';`,
    `/** Tools of the platform's MCP server, by name. */\nexport const tools = ${literal(
      Object.fromEntries(tools),
    )} as const satisfies Record<string, ToolFacts>;`,
    `/** Names of the tools. */\nexport type ToolName = keyof typeof tools;`,
  ].join('\n\n');
}

/** What of a tool the operation behind it does not say, stands with the tool. */
function tool(
  document: Document,
  name: string,
  node: JsonObject,
  found: OperationNode | undefined,
): ToolFacts {
  const facts: Partial<Operation> = found ? operation(document, found) : {};
  const readOnly = facts.method === undefined ? node.readOnly === true : facts.method === 'GET';
  const all: Record<keyof ToolFacts, unknown> = {
    name,
    title: node.title,
    description: node.description,
    operationId: facts.id,
    ours: node.ours,
    restOnly: node.surface === 'rest' || undefined,
    scope: facts.scope ?? node.scope,
    readOnly,
    destructive: node.destructive === true || facts.method === 'DELETE',
    idempotent: readOnly || facts.idempotent === true,
    openWorld: node.openWorld === true,
    inputSchema: found ? inputOf(document, found) : nameless(plain(document, node.arguments)),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as ToolFacts;
}

/** One object of all that an operation takes, wherever in the request it goes. */
function inputOf(document: Document, { id, node, parameters }: OperationNode): JsonObject {
  const body = contentOf(resolve(document, node.requestBody));
  const schema = body ? nameless(plain(document, body.node.schema)) : { type: 'object' };
  const properties = { ...child(schema, 'properties') };
  const required = Array.isArray(schema.required) ? [...schema.required] : [];
  for (const parameter of parameters) {
    const field = String(parameter.name);
    if (field in properties) throw new Error(`${id}: ${field} stands in the body and beside it`);
    const { description } = parameter;
    properties[field] = {
      ...plain(document, parameter.schema),
      ...(typeof description === 'string' && { description: oneLine(description) }),
    };
    if (parameter.required === true) required.push(field);
  }
  return { ...schema, properties, ...(required.length > 0 && { required }) };
}

/** The tool itself says what all of its arguments are for. */
const nameless = ({ description: _, ...schema }: JsonObject): JsonObject => schema;

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

/** A schema as plain JSON Schema: references resolved, and without what only OpenAPI and this project know. */
function plain(document: Document, node: Json | undefined): JsonObject {
  const schema = isObject(node) && '$ref' in node ? { ...resolve(document, node), ...node } : node;
  if (!isObject(schema)) return {};
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (/^(x-.*|\$ref|examples?|discriminator)$/.test(key)) return [];
    if (key === 'properties' && isObject(value)) {
      const fields = Object.entries(value).map(([name, field]) => [name, plain(document, field)]);
      return [[key, Object.fromEntries(fields)]];
    }
    if (key === 'description' && typeof value === 'string') return [[key, oneLine(value)]];
    if (Array.isArray(value)) {
      return [[key, value.map((item) => (isObject(item) ? plain(document, item) : item))]];
    }
    return [[key, isObject(value) ? plain(document, value) : value]];
  });
  return Object.fromEntries(kept);
}
