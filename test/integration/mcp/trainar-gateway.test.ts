import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Client } from '@modelcontextprotocol/client';
import { describe, expect, it, vi } from 'vitest';
import { tools as facts } from '../../../generated/trainar/tools.ts';
import type { McpServing } from '../../../src/mcp/serving/serving.ts';
import {
  createTrainARMcp,
  type TrainARMcpOptions,
} from '../../../src/mcp/trainar/create-trainar-mcp.ts';
import { listen } from '../../../src/sandbox/node.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import {
  type Connect,
  type Era,
  eras,
  overHttp,
  overStdio,
  transportTo,
} from '../../support/mcp/eras.ts';
import { connectSse } from '../../support/mcp-client.ts';
import { type Script, scriptedMcp } from '../../support/scripted-mcp.ts';

const ways = (Object.entries({ stdio: overStdio, http: overHttp }) as [string, Connect][]).flatMap(
  ([transport, connect]) =>
    (Object.keys(eras) as Era[]).map((era) => ({ way: `${transport}, ${era}`, connect, era })),
);

const direct = 'https://mcp.trainar.ai/sse';
const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);

function inFront(options: TrainARMcpOptions = {}) {
  const sandbox = createSandbox();
  const tenant = sandbox.trainar.createTenant();
  const { fetch } = sandbox;
  const serving = createTrainARMcp({ apiKey: tenant.apiKey, fetch, ...options });
  return { sandbox, tenant, serving };
}

/** A gateway to a server that does what a script says. */
function scripted(script: Script, options: TrainARMcpOptions = {}) {
  const server = scriptedMcp(script);
  const apiKey = `tak_${'k'.repeat(40)}`;
  const serving = createTrainARMcp({ apiKey, fetch: server.fetch, ...options });
  return { server, serving, apiKey };
}

/** What a server really writes: the official client drops fields that it does not know. */
async function spoken(serving: McpServing, asked: [method: string, params: object][]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const served = serving.stdio({ input, output });
  const lines = createInterface({ input: output })[Symbol.asyncIterator]();
  const say = (message: object) =>
    input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const ask = async (id: number, method: string, params: object) => {
    say({ id, method, params });
    for (;;) {
      const message = JSON.parse((await lines.next()).value);
      if (message.id === id) return message.result;
    }
  };
  const clientInfo = { name: 'test', version: '1' };
  await ask(0, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  say({ method: 'notifications/initialized' });
  const answers: unknown[] = [];
  for (const [nth, [method, params]] of asked.entries()) {
    answers.push(await ask(nth + 1, method, params));
  }
  input.end();
  await served;
  return answers;
}

describe.each(ways)('a gateway over $way', ({ connect, era }) => {
  it("hands on the tenant's tools as they are, and their answers", async () => {
    const { sandbox, tenant, serving } = inFront();
    const { fetch } = sandbox;
    const straight = await connectSse({ url: direct, apiKey: tenant.apiKey, fetch });
    await using connection = await connect(serving, era);
    const { client } = connection;
    expect((await client.listTools()).tools).toEqual((await straight.listTools()).tools);
    const { tenantId } = tenant;
    sandbox.trainar.startSession({ tenantId });
    for (const call of [
      { name: 'list_sessions', arguments: { role: 'trainee' } },
      { name: 'get_task', arguments: { task_id: 'nothing' } },
      { name: 'list_seats', arguments: {} },
    ]) {
      const answer = await straight.callTool(call);
      expect(await client.callTool(call)).toMatchObject(answer);
    }
    await straight.close();
  });

  it('offers REST while the server is down, tells when it is back, and goes on', async () => {
    const clock = new FakeClock({ auto: false });
    const { sandbox, serving } = inFront({ clock, maxRetries: 0 });
    const fault = { operationId: 'mcp.connect', drop: true, times: 'always' } as const;
    sandbox.faults.inject(fault);
    const changed = vi.fn();
    const listChanged = { tools: { autoRefresh: false, onChanged: changed } };
    await using connection = await connect(serving, era, { listChanged });
    const { client } = connection;
    const offered = await client.listTools();
    expect(offered.tools).toHaveLength(9);
    for (const tool of offered.tools) {
      expect(tool.description).toMatch(/Trainyard's own, over REST/);
      expect(tool._meta).toMatchObject({ 'trainyard/by': 'rest' });
    }
    const made = await client.callTool({ name: 'create_task', arguments: { title: 'Sweep' } });
    expect(made.structuredContent).toMatchObject({ title: 'Sweep', source: 'api' });
    const gone = await client.callTool({ name: 'list_sessions', arguments: {} });
    expect(gone).toMatchObject({ isError: true });
    sandbox.faults.clear();
    await clock.advance(60_000);
    await expect.poll(() => changed.mock.calls.length).toBeGreaterThan(0);
    expect(await namesOf(client)).toContain('list_sessions');
    const { structuredContent } = await client.callTool({ name: 'list_tasks', arguments: {} });
    expect(structuredContent).toMatchObject({ tasks: [{ title: 'Sweep' }] });
  });
});

describe('a gateway', () => {
  it('stands in front of a sandbox on a port', async () => {
    const sandbox = createSandbox();
    await using server = await listen(sandbox);
    const { apiKey, tenantId } = sandbox.trainar.createTenant();
    const { id } = sandbox.trainar.startSession({ tenantId });
    const serving = createTrainARMcp({ apiKey, baseUrl: `${server.url}/v1` });
    await using connection = await overHttp(serving, 'handshake');
    const answer = await connection.client.callTool({ name: 'list_sessions', arguments: {} });
    expect(answer.structuredContent).toMatchObject({ sessions: [{ id }] });
  });

  it('hands on what it does not know: fields, hints, schemas', async () => {
    const odd = {
      name: 'odd',
      description: 'Ω',
      inputSchema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object' as const,
        properties: { a: { oneOf: [{ type: 'string' }, { const: 7 }] }, b: { 'x-vendor': [1] } },
        unevaluatedProperties: false,
      },
      annotations: { readOnlyHint: true, 'vendor/hint': 'x' },
      _meta: { 'vendor/group': { deep: [null] } },
      icons: [{ src: 'https://example.com/i.png' }],
    };
    const answer = {
      content: [{ type: 'text', text: 'a', _meta: { x: 1 }, annotations: { priority: 0.5 } }],
      structuredContent: { n: [1, { m: null }] },
      _meta: { 'vendor/cost': 3 },
    };
    const { serving, server } = scripted({
      tools: { odd: () => answer },
      say({ id, method }, stream) {
        if (method === 'initialize') {
          const result = {
            protocolVersion: '2024-11-05',
            capabilities: {},
            instructions: 'Be kind.',
          };
          stream.send({ id, result });
          return true;
        }
        if (method !== 'tools/list') return false;
        stream.send({ id, result: { tools: [odd] } });
        return true;
      },
    });
    const args = { a: 7, unknown: { deep: [1] } };
    const answers = await spoken(serving, [
      ['tools/list', {}],
      ['tools/call', { name: 'odd', arguments: args }],
    ]);
    expect(answers).toEqual([{ tools: [odd] }, answer]);
    expect(server.said.at(-1)?.params).toEqual({ name: 'odd', arguments: args });
  });

  it('keeps its key out of errors of the protocol too', async () => {
    const { serving, apiKey } = scripted({
      say({ id, method }, stream) {
        const odd = { name: 'odd', inputSchema: { type: 'object' } };
        const error = { code: -32000, message: 'who?', data: { sent: [`Bearer ${apiKey}`] } };
        if (method === 'tools/list') stream.send({ id, result: { tools: [odd] } });
        if (method === 'tools/call') stream.send({ id, error });
        return method === 'tools/list' || method === 'tools/call';
      },
    });
    await using connection = await overStdio(serving, 'handshake');
    const error = await connection.client
      .callTool({ name: 'odd', arguments: {} })
      .catch((reason) => reason);
    expect(error).toMatchObject({ code: -32000, data: { sent: [expect.any(String)] } });
    expect(`${error.message} ${JSON.stringify(error.data)}`).not.toContain(apiKey);
  });

  it('says once connected what its server says of itself', async () => {
    const { serving } = scripted({
      say({ id, method }, stream) {
        if (method !== 'initialize') return false;
        const result = {
          protocolVersion: '2025-06-18',
          capabilities: {},
          instructions: 'Be kind.',
        };
        stream.send({ id, result });
        return true;
      },
    });
    const server = await serving.http();
    const { Client } = await import('@modelcontextprotocol/client');
    const instructions: unknown[] = [];
    for (let nth = 0; nth < 2; nth++) {
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(transportTo(server));
      instructions.push(client.getInstructions());
      await client.listTools();
      await client.close();
    }
    await server.close();
    expect(instructions).toEqual([undefined, 'Be kind.']);
  });

  it('hands on refusals: of a tool as an error result, of the server with its code', async () => {
    const refusal = { content: [{ type: 'text', text: 'No.' }], isError: true };
    const { serving } = scripted({
      tools: { look: () => refusal },
      say({ id, method, params }, stream) {
        if (method === 'tools/list') {
          const tools = ['look', 'odd'].map((name) => ({ name, inputSchema: { type: 'object' } }));
          stream.send({ id, result: { tools } });
          return true;
        }
        if (params?.name !== 'odd') return false;
        stream.send({ id, error: { code: -32099, message: 'Too odd.', data: { why: 1 } } });
        return true;
      },
    });
    await using connection = await overStdio(serving, 'handshake');
    const { client } = connection;
    expect(await client.callTool({ name: 'look', arguments: {} })).toEqual(refusal);
    await expect(client.callTool({ name: 'odd', arguments: {} })).rejects.toMatchObject({
      code: -32099,
      message: expect.stringContaining('Too odd.'),
      data: { why: 1 },
    });
  });

  it('hides its own key in answers, and shows a secret that a tool is there to show', async () => {
    const { serving, apiKey } = scripted({
      tools: {
        look: () => ({ content: [{ type: 'text', text: `${apiKey} whsec_abc` }], key: apiKey }),
      },
    });
    await using connection = await overStdio(serving, 'handshake');
    const answer = await connection.client.callTool({ name: 'look', arguments: {} });
    expect(answer).toMatchObject({ content: [{ text: 'tak_*** whsec_abc' }], key: 'tak_***' });
  });

  it('tells a client whose key is refused why, and repeats the key nowhere', async () => {
    const { sandbox, tenant, serving } = inFront();
    sandbox.trainar.revokeKey(tenant.apiKey);
    await using connection = await overStdio(serving, 'handshake');
    const error = await connection.client.listTools().catch((reason) => reason);
    expect(error.message).toMatch(/401 UNAUTHORIZED.*Check that the key is current/);
    expect(error.message).not.toContain(tenant.apiKey);
  });

  it('says that an answer got lost, and calls no tool twice', async () => {
    const { sandbox, serving } = inFront();
    await using connection = await overStdio(serving, 'handshake');
    const { client } = connection;
    await client.listTools();
    sandbox.faults.inject({ operationId: 'tasks.create', drop: 'response' });
    const lost = await client.callTool({ name: 'create_task', arguments: { title: 'Sweep' } });
    expect(lost).toMatchObject({ isError: true });
    expect(JSON.stringify(lost.content)).toContain('look before you send a write again');
    expect(JSON.stringify(lost.content)).toContain('Next: it may have happened all the same.');
    const { structuredContent } = await client.callTool({ name: 'list_tasks', arguments: {} });
    expect(structuredContent).toMatchObject({ tasks: [{ title: 'Sweep' }] });
  });

  it('connects again when its stream was dropped, and tells that tools may have changed', async () => {
    const { sandbox, serving } = inFront();
    const changed = vi.fn();
    await using connection = await overStdio(serving, 'handshake', {
      listChanged: { tools: { autoRefresh: false, onChanged: changed } },
    });
    await connection.client.listTools();
    expect(sandbox.trainar.dropMcpStreams()).toBe(1);
    await expect.poll(() => changed.mock.calls.length).toBe(1);
    expect(sandbox.requests.list({ operationId: 'mcp.connect' })).toHaveLength(2);
    const answer = await connection.client.callTool({ name: 'list_tasks', arguments: {} });
    expect(answer.isError).toBeUndefined();
  });

  it('hands on that the tools have changed, progress, and that a call is called off', async () => {
    const { serving, server } = scripted({
      say({ id, method, params }, stream) {
        if (method !== 'tools/call') return false;
        const { progressToken } = Object(params?._meta);
        const report = { progressToken, progress: 1, total: 2, message: 'half' };
        stream.send({
          method: 'notifications/progress',
          params: { ...report, progressToken: 'x' },
        });
        stream.send({ method: 'notifications/progress', params: report });
        if (Object(params?.arguments).wait !== true) stream.send({ id, result: { content: [] } });
        return true;
      },
    });
    const changed = vi.fn();
    await using connection = await overStdio(serving, 'handshake', {
      listChanged: { tools: { autoRefresh: false, onChanged: changed } },
    });
    const { client } = connection;
    await client.listTools();
    server.streams[0]?.send({ method: 'notifications/tools/list_changed' });
    await expect.poll(() => changed.mock.calls.length).toBe(1);
    const onprogress = vi.fn();
    await client.callTool({ name: 'look', arguments: {} }, { onprogress });
    expect(onprogress.mock.calls).toEqual([[{ progress: 1, total: 2, message: 'half' }]]);
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = client.callTool({ name: 'look', arguments: { wait: true } }, { signal });
    waiting.catch(() => {});
    await expect.poll(() => server.said.at(-1)?.params?.arguments).toEqual({ wait: true });
    controller.abort('enough');
    await expect(waiting).rejects.toBeDefined();
    await expect.poll(() => server.methods().at(-1)).toBe('notifications/cancelled');
  });

  it('leaves no stream open when its client has gone', async () => {
    const { sandbox, serving } = inFront();
    const connection = await overStdio(serving, 'handshake');
    await connection.client.listTools();
    await connection[Symbol.asyncDispose]();
    await expect.poll(() => sandbox.trainar.dropMcpStreams()).toBe(0);
  });
});

describe('filters of a gateway', () => {
  it.each([
    [{ tools: ['list_sessions', 'get_task'] }, ['list_sessions', 'get_task']],
    [
      { readOnly: true },
      Object.values(facts).flatMap((tool) =>
        tool.readOnly && !('restOnly' in tool) ? [tool.name] : [],
      ),
    ],
    [{ tools: ['get_task', 'create_task'], readOnly: true }, ['get_task']],
  ])('%j', async (filter, expected) => {
    await using connection = await overStdio(inFront(filter).serving, 'handshake');
    expect(await namesOf(connection.client)).toEqual(expected);
  });

  it('take a tool away also from those who know its name', async () => {
    const { serving, sandbox } = inFront({ exclude: ['create_task'] });
    await using connection = await overStdio(serving, 'handshake');
    const { client } = connection;
    const call = client.callTool({ name: 'create_task', arguments: { title: 'x' } });
    await expect(call).rejects.toMatchObject({ code: -32602 });
    expect(await namesOf(client)).not.toContain('create_task');
    expect(sandbox.requests.list({ operationId: 'tasks.create' })).toEqual([]);
  });

  it('with a slip of the pen are told of, at the first listing', async () => {
    const { serving } = inFront({ exclude: ['create_tasks'] });
    await using connection = await overStdio(serving, 'handshake');
    await expect(connection.client.listTools()).rejects.toThrow(/there is no create_tasks/);
    const call = connection.client.callTool({ name: 'create_task', arguments: { title: 'x' } });
    await expect(call).rejects.toThrow(/there is no create_tasks/);
  });

  it('by group are refused, since the vendor has none', () => {
    expect(() => inFront({ toolsets: ['tasks'] })).toThrow(/toolsets/);
  });
});
