import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/trainar/operations.ts';
import { tools } from '../../../generated/trainar/tools.ts';
import {
  createTrainARMcp,
  type TrainARMcpOptions,
} from '../../../src/mcp/trainar/create-trainar-mcp.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import type { CreateTenant } from '../../../src/sandbox/trainar/controls.ts';
import { overStdio } from '../../support/mcp/eras.ts';

async function restOnly(tenantOptions: CreateTenant = {}, options: TrainARMcpOptions = {}) {
  const sandbox = createSandbox();
  const tenant = sandbox.trainar.createTenant(tenantOptions);
  const { fetch } = sandbox;
  const serving = createTrainARMcp({ apiKey: tenant.apiKey, fetch, restOnly: true, ...options });
  const connection = await overStdio(serving, 'handshake');
  const { client } = connection;
  return {
    sandbox,
    tenant,
    client,
    call: (name: string, args: Record<string, unknown> = {}) =>
      client.callTool({ name, arguments: args }),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

describe('tools over REST', () => {
  it('are the nine calls of the contract, each with hints that follow from it', async () => {
    await using gateway = await restOnly();
    const { tools: listed } = await gateway.client.listTools();
    const behind = listed.map(({ name }) => {
      const fact = tools[name as keyof typeof tools];
      return 'operationId' in fact ? fact.operationId : undefined;
    });
    expect([...behind].sort()).toEqual(Object.keys(operations).sort());
    for (const { name, annotations, inputSchema, title } of listed) {
      const fact = tools[name as keyof typeof tools];
      const method =
        'operationId' in fact && operations[fact.operationId as keyof typeof operations].method;
      expect(title).toBeTruthy();
      expect(annotations).toMatchObject({
        readOnlyHint: method === 'GET',
        destructiveHint: method === 'DELETE' || name === 'execute_skill',
        idempotentHint: method === 'GET' || method === 'DELETE',
        openWorldHint: expect.any(Boolean),
      });
      expect(JSON.stringify(inputSchema)).not.toMatch(/\$ref|x-evidence/);
    }
  });

  it('do what REST does, and leave the MCP server alone', async () => {
    await using gateway = await restOnly();
    const { call, sandbox, tenant } = gateway;
    const task = (await call('create_task', { title: 'Sweep', priority: 'high' }))
      .structuredContent as { id: string };
    const moved = await call('update_task', { task_id: task.id, status: 'in_progress' });
    expect(moved.structuredContent).toMatchObject({ id: task.id, status: 'in_progress' });
    expect((await call('list_tasks', { limit: 1 })).structuredContent).toMatchObject({
      tasks: [{ id: task.id, priority: 'high' }],
    });
    const sam = { email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin'] };
    await call('invite_user', sam);
    const users = (await call('list_users')).structuredContent as { users: object[] };
    expect(users.users).toHaveLength(2);
    const { tenantId } = tenant;
    const { skillId: skill_id } = sandbox.trainar.createSkill({ tenantId, name: 'x', answer: 7 });
    const ran = await call('execute_skill', { skill_id, arguments: { a: 1 } });
    expect(ran.structuredContent).toEqual({ success: true, result: 7 });
    const url = 'https://receiver.example.com/hooks';
    const made = await call('subscribe_webhook', { url, events: ['task.created'], source: 'me' });
    const { id: endpoint_id, secret } = made.structuredContent as { id: string; secret: string };
    // Told once: a tool that registers is there to show it.
    expect(secret).toMatch(/^whsec_\w+$/);
    const known = await call('get_webhook', { endpoint_id });
    expect(known.structuredContent).toMatchObject({ exists: true, url });
    expect(await call('unsubscribe_webhook', { endpoint_id, _source: 'n8n' })).toMatchObject({
      isError: true,
    });
    await call('unsubscribe_webhook', { endpoint_id, _source: 'me' });
    expect((await call('get_webhook', { endpoint_id })).structuredContent).toEqual({
      exists: false,
    });
    expect(sandbox.requests.list({ product: 'trainar.mcp' })).toEqual([]);
  });

  it('say what to do when they are refused', async () => {
    await using gateway = await restOnly({ scopes: ['read:tasks'] });
    for (const [name, args, says] of [
      ['create_task', { title: 'x' }, /Use a key with write:tasks/],
      ['execute_skill', { skill_id: 's', arguments: {} }, /Use a key with write:skills/],
      ['list_tasks', { limit: 1000 }, /400 BAD_REQUEST/],
    ] as const) {
      const refused = await gateway.call(name, args);
      expect(refused).toMatchObject({ isError: true });
      expect(refused.structuredContent).toBeUndefined();
      expect(JSON.stringify(refused.content)).toMatch(says);
      expect(JSON.stringify(refused)).not.toContain(gateway.tenant.apiKey);
    }
  });

  it('say whether what failed may have happened, and whether a repeat does harm', async () => {
    await using gateway = await restOnly();
    const { sandbox, call } = gateway;
    const endpoint_id = '00000000-0000-4000-8000-000000000000';
    for (const [operationId, name, args, says] of [
      ['tasks.create', 'create_task', { title: 'x' }, /Next: it may have .* Read the state before/],
      ['webhooks.unsubscribe', 'unsubscribe_webhook', { endpoint_id }, /a repeat does no harm/],
      ['tasks.list', 'list_tasks', {}, /^(?!.*may have happened)/],
    ] as const) {
      sandbox.faults.inject({ operationId, status: 500, times: 'always' });
      const failed = await call(name, args);
      expect(failed).toMatchObject({ isError: true });
      expect(JSON.stringify(failed.content)).toMatch(says);
    }
  });

  it('check what they are given before anything is sent', async () => {
    await using gateway = await restOnly();
    for (const [name, args, says] of [
      ['create_task', {}, /title/],
      ['create_task', { title: 'x', priority: 'whenever' }, /priority/],
      ['create_task', { title: 'x', due: '2026-07-01' }, /no argument due. It takes .*due_date/],
      ['list_tasks', { page: 2 }, /no argument page. It takes limit/],
      ['update_task', { status: 'completed' }, /task_id: needed/],
      ['unsubscribe_webhook', {}, /endpoint_id: needed/],
      ['subscribe_webhook', { url: 'https://x.example', events: [] }, /events/],
    ] as const) {
      const refused = await gateway.call(name, args);
      expect(refused).toMatchObject({ isError: true });
      expect(JSON.stringify(refused.content)).toMatch(says);
    }
    expect(gateway.sandbox.requests.total).toBe(0);
  });

  it('answer a list that comes bare as text alone', async () => {
    await using gateway = await restOnly({ listForm: 'array' });
    const listed = await gateway.call('list_users');
    expect(listed.structuredContent).toBeUndefined();
    expect(JSON.stringify(listed.content)).toContain('Ada Field');
  });

  it('are filtered by group, name and effect, and a slip of the pen is told of at once', async () => {
    for (const [filter, expected] of [
      [{ toolsets: ['tasks'] }, ['list_tasks', 'create_task', 'update_task']],
      [{ toolsets: ['tasks'], readOnly: true }, ['list_tasks']],
      [{ tools: ['list_users'] }, ['list_users']],
      [{ toolsets: ['users'], exclude: ['invite_user'] }, ['list_users']],
    ] as const) {
      await using gateway = await restOnly({}, filter);
      const { tools: listed } = await gateway.client.listTools();
      expect(listed.map(({ name }) => name)).toEqual(expected);
    }
    const apiKey = 'tak_x';
    const make = (filter: TrainARMcpOptions) =>
      createTrainARMcp({ apiKey, restOnly: true, ...filter });
    expect(() => make({ tools: ['list_sessions'] })).toThrow(/there is no list_sessions/);
    expect(() => make({ toolsets: ['sessions'] })).toThrow(/there is no sessions/);
  });

  it('need a key to start with', () => {
    expect(() => createTrainARMcp({ apiKey: '', restOnly: true })).toThrow(/apiKey/);
    expect(() => createTrainARMcp({ apiKey: 'ot_pat_1' })).toThrow(/OpenTrain/);
  });
});
