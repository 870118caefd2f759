import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import { calls } from '../../../generated/trainar/calls.ts';
import { type OperationId, operations } from '../../../generated/trainar/operations.ts';
import { requests } from '../../../generated/trainar/schemas.ts';
import { tools } from '../../../generated/trainar/tools.ts';
import type { DriftSchema } from '../../core/drift.ts';
import type { Operation, ToolFacts } from '../../core/operation.ts';
import type { Transport } from '../../core/transport.ts';
import type { Toolbox, ToolCall } from '../serving/offer.ts';
import { checkFilter, passes, type ToolFilter } from '../serving/tool-filter.ts';
import { UnknownToolError } from '../serving/unknown-tool-error.ts';
import { failure } from './failure.ts';

type RestTool = ToolFacts & { operationId: OperationId };

const restTools = Object.values<ToolFacts>(tools).filter(
  (tool): tool is RestTool => tool.operationId !== undefined,
);

/** The nine calls of REST as tools: names in the vendor's style, and our own but for `execute_skill`. */
export class RestToolbox implements Toolbox {
  readonly #api: Transport;
  readonly #offered: ReadonlyMap<string, { facts: RestTool; listed: Tool }>;

  /** @param filter has been checked, or is checked against these tools by `checkRestFilter` */
  constructor(api: Transport, filter: ToolFilter) {
    this.#api = api;
    this.#offered = new Map(
      filterable
        .filter((one) => passes(one, filter))
        .map(({ facts, tool }) => [tool.name, { facts, listed: tool }]),
    );
  }

  has(name: string): boolean {
    return this.#offered.has(name);
  }

  async list(): Promise<Tool[]> {
    return [...this.#offered.values()].map(({ listed }) => listed);
  }

  async call(
    name: string,
    args: Readonly<Record<string, unknown>>,
    { context }: ToolCall,
  ): Promise<CallToolResult> {
    const { facts, listed } = this.#offered.get(name) ?? {};
    if (!facts) throw new UnknownToolError(name);
    const { signal } = context.mcpReq;
    const wrong = complaint(facts, args);
    if (wrong !== undefined) return failure(wrong);
    try {
      const body = await this.#api.call<unknown>(calls[facts.operationId], place(facts, args), {
        signal,
      });
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
      return {
        content: [{ type: 'text', text: JSON.stringify(body) }],
        ...(isObject && { structuredContent: body as Record<string, unknown> }),
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      return failure(error, listed?.annotations);
    }
  }
}

/** @throws InvalidArgumentError when a filter names a tool or a group that is not there */
export function checkRestFilter(filter: ToolFilter): void {
  checkFilter(filter, filterable);
}

const filterable = restTools.map((facts) => ({
  facts,
  tool: describe(facts),
  toolset: facts.operationId.split('.')[0],
}));

function describe(facts: RestTool): Tool {
  const { name, title, description, ours, inputSchema } = facts;
  return {
    name,
    title,
    description: `${description} (Trainyard's own, over REST${ours ? '' : "; the vendor's MCP server has one of this name"}.)`,
    inputSchema: inputSchema,
    annotations: {
      title,
      readOnlyHint: facts.readOnly,
      destructiveHint: facts.destructive,
      idempotentHint: facts.idempotent,
      openWorldHint: facts.openWorld,
    },
    _meta: { 'trainyard/name': ours ? 'ours' : 'documented', 'trainyard/by': 'rest' },
  };
}

/** What is wrong with arguments, before anything is sent. */
function complaint(
  { operationId, inputSchema }: RestTool,
  args: Readonly<Record<string, unknown>>,
): string | undefined {
  const known = Object.keys(inputSchema.properties ?? {});
  const unknown = Object.keys(args).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const takes = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
    return `There is no argument ${unknown.join(', ')}. ${takes} Nothing was sent.`;
  }
  const { requiredQuery = [] }: Operation = operations[operationId];
  const missing = requiredQuery.filter(
    (name) => typeof args[name] !== 'string' || args[name] === '',
  );
  const schema = (requests as Readonly<Record<string, { body?: DriftSchema }>>)[operationId]?.body;
  const checked = schema?.safeParse(args);
  const issues = checked && !checked.success ? checked.error.issues : [];
  const all = [
    ...missing.map((name) => `${name}: needed`),
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  ];
  return all.length > 0 ? `The arguments don't fit: ${all.join('; ')}.` : undefined;
}

/** Arguments in their places of the request. */
function place({ operationId }: RestTool, args: Readonly<Record<string, unknown>>) {
  const { query: inQuery = [], body }: Operation = operations[operationId];
  const entries = Object.entries(args);
  const query = Object.fromEntries(entries.filter(([name]) => inQuery.includes(name)));
  const rest = Object.fromEntries(entries.filter(([name]) => !inQuery.includes(name)));
  return { query, ...(body && { body: rest }) };
}
