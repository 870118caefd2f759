import type { Operation, ToolFacts } from '../../src/core/operation.ts';
import {
  child,
  type Document,
  isObject,
  type JsonObject,
  type OperationNode,
  operationsOf,
} from './document.ts';
import { inlineSchema } from './inline-schema.ts';
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
    return `${literal(name)}: ${tool(document, name, node, found)}`;
  });
  return [
    `import type { ToolFacts } from '../../src/core/operation.ts';\nimport { inputs } from './json-schemas.ts';`,
    `/** Tools of the platform's MCP server, by name. */\nexport const tools = { ${tools} } satisfies Record<string, ToolFacts>;`,
    `/** Names of the tools. */\nexport type ToolName = keyof typeof tools;`,
  ].join('\n\n');
}

/** What of a tool the operation behind it does not say, stands with the tool. */
function tool(
  document: Document,
  name: string,
  node: JsonObject,
  found: OperationNode | undefined,
): string {
  const behind: Partial<Operation> = found ? operation(document, found) : {};
  const readOnly = behind.method === undefined ? node.readOnly === true : behind.method === 'GET';
  const said: Record<Exclude<keyof ToolFacts, 'inputSchema'>, unknown> = {
    name,
    title: node.title,
    description: node.description,
    operationId: behind.id,
    ours: node.ours,
    restOnly: node.surface === 'rest' || undefined,
    scope: behind.scope ?? node.scope,
    readOnly,
    destructive: node.destructive === true || behind.method === 'DELETE',
    idempotent: readOnly || behind.idempotent === true,
    openWorld: node.openWorld === true,
  };
  const facts = Object.entries(said).filter(([, value]) => value !== undefined);
  const inputSchema = found
    ? `inputs[${literal(found.id)}]`
    : literal(nameless(inlineSchema(document, node.arguments)));
  const source = facts.map(([key, value]) => `${key}: ${literal(value)}`);
  return `{ ${[...source, `inputSchema: ${inputSchema}`]} }`;
}

/** The tool itself says what all of its arguments are for. */
const nameless = ({ description: _, ...schema }: JsonObject): JsonObject => schema;
