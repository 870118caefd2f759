/**
 * The server that the conformance suite's fixture scenarios ask for, on the plumbing that our servers stand on.
 * What each tool, resource and prompt answers is the suite's own demand.
 */
import {
  type CallToolResult,
  inputRequired,
  inputResponse,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server';
import { Changes } from '../../src/mcp/serving/changes.ts';
import type { Offer, ToolAnswer, ToolCall } from '../../src/mcp/serving/offer.ts';
import { servingOf } from '../../src/mcp/serving/serving.ts';
import { UnknownToolError } from '../../src/mcp/serving/unknown-tool-error.ts';
import { pixel, silence } from './fixture-media.ts';
import { addFixturePrompts } from './fixture-prompts.ts';

type Call = (args: Readonly<Record<string, unknown>>, call: ToolCall) => Promise<ToolAnswer>;

const says = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] });
const answers =
  (content: CallToolResult['content']): Call =>
  async () => ({ content });
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const any = { type: 'object' as const };

/** Asks the human by a form, and tells what they answered. */
const asks =
  (
    properties: object,
    required: string[],
    tell: (action: string, content: string) => string,
  ): Call =>
  async ({ message = 'Please fill this in.' }, { context }) => {
    const answer = inputResponse(context.mcpReq.inputResponses, 'form');
    if (answer.kind === 'elicit') {
      return says(tell(answer.action, JSON.stringify(answer.content ?? {})));
    }
    const requestedSchema = { type: 'object', properties, required } as never;
    const form = inputRequired.elicit({ mode: 'form', message: String(message), requestedSchema });
    return inputRequired({ inputRequests: { form } });
  };
const completed = (action: string, content: string) =>
  `Elicitation completed: action=${action}, content=${content}`;
const choices = (value: string, titles: string[]) =>
  titles.map((title, index) => ({ const: `${value}${index + 1}`, title }));
const options = ['option1', 'option2', 'option3'];

const calls: Readonly<Record<string, Call>> = {
  test_simple_text: answers([
    { type: 'text', text: 'This is a simple text response for testing.' },
  ]),
  test_image_content: answers([{ type: 'image', data: pixel, mimeType: 'image/png' }]),
  test_audio_content: answers([{ type: 'audio', data: silence, mimeType: 'audio/wav' }]),
  test_embedded_resource: answers([
    {
      type: 'resource',
      resource: {
        uri: 'test://embedded-resource',
        mimeType: 'text/plain',
        text: 'This is an embedded resource content.',
      },
    },
  ]),
  test_multiple_content_types: answers([
    { type: 'text', text: 'Multiple content types test:' },
    { type: 'image', data: pixel, mimeType: 'image/png' },
    {
      type: 'resource',
      resource: {
        uri: 'test://mixed-content-resource',
        mimeType: 'application/json',
        text: '{"test":"data","value":123}',
      },
    },
  ]),
  async test_tool_with_logging(_, { context }) {
    for (const line of ['started', 'processing', 'completed']) {
      await context.mcpReq.log('info', `Tool execution ${line}`);
      await pause();
    }
    return says('Logged.');
  },
  async test_error_handling() {
    return { ...says('This tool intentionally returns an error for testing'), isError: true };
  },
  async test_tool_with_progress(_, { context: { mcpReq } }) {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined) {
        const params = { progressToken, progress, total: 100 };
        await mcpReq.notify({ method: 'notifications/progress', params });
      }
      await pause();
    }
    return says('Done.');
  },
  async test_sampling({ prompt }, { context }) {
    const { content } = await context.mcpReq.requestSampling(
      {
        messages: [{ role: 'user', content: { type: 'text', text: String(prompt) } }],
        maxTokens: 100,
      },
      { relatedRequestId: context.mcpReq.id },
    );
    const [block] = [content].flat();
    return says(`LLM response: ${block?.type === 'text' ? block.text : ''}`);
  },
  test_elicitation: asks(
    { username: { type: 'string' }, email: { type: 'string' } },
    ['username', 'email'],
    (action, content) => `User response: action: ${action}, content: ${content}`,
  ),
  test_elicitation_sep1034_defaults: asks(
    {
      name: { type: 'string', default: 'John Doe' },
      age: { type: 'integer', default: 30 },
      score: { type: 'number', default: 95.5 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean', default: true },
    },
    [],
    completed,
  ),
  test_elicitation_sep1330_enums: asks(
    {
      untitledSingle: { type: 'string', enum: options },
      titledSingle: {
        type: 'string',
        oneOf: choices('value', ['First Option', 'Second Option', 'Third Option']),
      },
      legacyEnum: {
        type: 'string',
        enum: ['opt1', 'opt2', 'opt3'],
        enumNames: ['Option One', 'Option Two', 'Option Three'],
      },
      untitledMulti: { type: 'array', items: { type: 'string', enum: options } },
      titledMulti: {
        type: 'array',
        items: { anyOf: choices('value', ['First Choice', 'Second Choice', 'Third Choice']) },
      },
    },
    [],
    completed,
  ),
  json_schema_2020_12_tool: async (args) => says(JSON.stringify(args)),
};

const schemas: Readonly<Record<string, object>> = {
  test_sampling: { properties: { prompt: { type: 'string' } }, required: ['prompt'] },
  test_elicitation: { properties: { message: { type: 'string' } }, required: ['message'] },
  json_schema_2020_12_tool: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: {
      address: {
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
      },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  },
};

const resources = [
  { uri: 'test://static-text', name: 'static-text', description: 'Text', mimeType: 'text/plain' },
  { uri: 'test://static-binary', name: 'binary', description: 'A pixel', mimeType: 'image/png' },
  {
    uri: 'test://watched-resource',
    name: 'watched',
    description: 'To watch',
    mimeType: 'text/plain',
  },
];

function read(uri: string) {
  if (uri === 'test://static-binary') return { uri, mimeType: 'image/png', blob: pixel };
  if (uri === 'test://static-text') {
    const text = 'This is the content of the static text resource.';
    return { uri, mimeType: 'text/plain', text };
  }
  if (uri === 'test://watched-resource') return { uri, mimeType: 'text/plain', text: 'Watched.' };
  const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(uri) ?? [];
  if (id === undefined) throw new ResourceNotFoundError(uri);
  const text = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });
  return { uri, mimeType: 'application/json', text };
}

const offer: Offer = {
  info: { name: 'fixture', version: '1' },
  changes: new Changes(),
  capabilities: { resources: { subscribe: true }, prompts: {}, completions: {}, logging: {} },
  toolbox: {
    list: async () =>
      Object.keys(calls).map((name) => ({
        name,
        description: `Fixture ${name}`,
        inputSchema: { ...any, ...schemas[name] },
      })),
    async call(name, args, call) {
      const made = calls[name];
      if (!made) throw new UnknownToolError(name);
      return made(args, call);
    },
  },
  extend(server) {
    server.setRequestHandler('resources/list', () => ({ resources }));
    server.setRequestHandler('resources/templates/list', () => ({
      resourceTemplates: [{ name: 'template', uriTemplate: 'test://template/{id}/data' }],
    }));
    server.setRequestHandler('resources/read', ({ params }) => ({ contents: [read(params.uri)] }));
    server.setRequestHandler('completion/complete', () => ({
      completion: { values: ['paris', 'park', 'party'], total: 3, hasMore: false },
    }));
    addFixturePrompts(server);
  },
};

export const fixture = servingOf(offer);
