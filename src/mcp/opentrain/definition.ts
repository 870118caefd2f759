import type { Tool } from '@modelcontextprotocol/server';
import { inputs, outputs } from '../../../generated/opentrain/json-schemas.ts';
import { operations } from '../../../generated/opentrain/operations.ts';
import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';
import type { Operation } from '../../core/operation.ts';
import type { OpenTrainTool } from './tool.ts';

/** Entries of a page, where the agent doesn't say: enough to choose from, little enough for a context. */
export const defaultLimit = 25;

/** A tool as `tools/list` has it. Schemas come from the spec, cut down to what an agent needs to know. */
export function define(tool: OpenTrainTool): Tool {
  const { name, title, description } = tool;
  const operation: Operation = operations[tool.operation];
  const readOnlyHint = tool.readOnly ?? operation.method === 'GET';
  return {
    ...{ name, title, description },
    inputSchema: inputOf(tool),
    outputSchema: outputOf(tool),
    annotations: {
      readOnlyHint,
      destructiveHint: tool.destructive === true,
      idempotentHint: readOnlyHint || (tool.idempotent ?? operation.idempotent === true),
      openWorldHint: tool.openWorld === true,
    },
  };
}

/** What the tool takes. */
export function inputOf(tool: OpenTrainTool): ObjectSchema {
  if (tool.input) return tool.input;
  const operation: Operation = operations[tool.operation];
  const { properties = {}, required = [] }: ObjectSchema = inputs[tool.operation];
  const ofBody = (name: string) =>
    !operation.pathParams?.includes(name) && !operation.query?.includes(name);
  const own: Record<string, JsonSchema> = {};
  const needed: string[] = [];
  for (const [name, schema] of Object.entries(properties)) {
    if (tool.nest && ofBody(name)) continue;
    const argument = tool.rename?.[name] ?? name;
    own[argument] = brief(argument, schema);
    if (required.includes(name)) needed.push(argument);
  }
  if (tool.nest) {
    const fields = Object.entries(properties).filter(([name]) => ofBody(name));
    own[tool.nest] = {
      type: 'object',
      properties: Object.fromEntries(fields.map(([name, schema]) => [name, bare(schema)])),
    };
    needed.push(tool.nest);
  }
  const { limit } = own;
  if (limit) own.limit = { ...limit, default: defaultLimit };
  Object.assign(own, isCut(tool) && { cursor: { type: 'string' } }, tool.extra);
  return { type: 'object', properties: own, ...(needed.length > 0 && { required: needed }) };
}

/** What the tool answers. Lists that the platform gives whole may be cut by us: those have a cursor too. */
export function outputOf(tool: OpenTrainTool): ObjectSchema {
  const output: ObjectSchema = tool.output ?? outputs[tool.operation];
  if (!isCut(tool)) return output;
  return {
    ...output,
    properties: { ...output.properties, nextCursor: { type: ['string', 'null'] } },
  };
}

/** Whether the tool lists all at once on the wire. */
export function isCut(tool: OpenTrainTool): boolean {
  const { pagination }: Operation = operations[tool.operation];
  return pagination?.style === 'none';
}

/** Names that say all there is to say. */
const plain = /^(cursor|limit|q|email|url|content|.*Id|status|jobId)$/;

function brief(name: string, schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  const inner: JsonSchema = {
    ...rest,
    ...(schema.properties && { properties: mapped(schema.properties) }),
    ...(schema.items && { items: bare(schema.items) }),
  };
  return description === undefined || plain.test(name) ? inner : { ...inner, description };
}

/** The schema without a word of explanation. */
function bare({ description: _, ...schema }: JsonSchema): JsonSchema {
  return {
    ...schema,
    ...(schema.items && { items: bare(schema.items) }),
    ...(schema.properties && { properties: mapped(schema.properties) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(bare) }),
  };
}

function mapped(properties: { readonly [name: string]: JsonSchema }) {
  return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, bare(inner)]));
}
