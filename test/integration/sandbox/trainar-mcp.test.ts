import type { Client } from '@modelcontextprotocol/client';
import { afterEach, describe, expect, it } from 'vitest';
import { tools } from '../../../generated/trainar/tools.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { CreateTenant } from '../../../src/sandbox/trainar/controls.ts';
import { answerOf, connectSse } from '../../support/mcp-client.ts';
import { receivingSandbox } from '../../support/sandbox-receiver.ts';
import { receiverUrl } from '../../support/sandbox-trainar.ts';
import { type Way, ways } from '../../support/sandbox-ways.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function connect(...args: Parameters<typeof connectSse>): Promise<Client> {
  const client = await connectSse(...args);
  endings.push(() => client.close());
  return client;
}

const real = 'https://mcp.trainar.ai/sse';

async function tenantOf(sandbox = createSandbox(), options: CreateTenant = {}) {
  const tenant = sandbox.trainar.createTenant(options);
  const { fetch } = sandbox;
  const client = await connect({ url: real, apiKey: tenant.apiKey, fetch });
  const call = (name: string, args: Record<string, unknown> = {}) =>
    client.callTool({ name, arguments: args });
  return { sandbox, tenant, client, call, fetch };
}

async function reach(way: Way, sandbox: Sandbox) {
  const { trainarUrl, fetch, end } = await way(sandbox);
  endings.push(end);
  return { url: trainarUrl ? new URL('/sse', trainarUrl).href : real, fetch };
}

describe.each(ways)('the official client, through %s', (_, way) => {
  it('connects, lists the tools and calls one', async () => {
    const sandbox = createSandbox();
    const { url, fetch } = await reach(way, sandbox);
    const { apiKey, tenantId } = sandbox.trainar.createTenant();
    const client = await connect({ url, apiKey, fetch });
    const { tools: listed } = await client.listTools();
    expect(listed.map(({ name }) => name)).toEqual(
      Object.values(tools)
        .filter((tool) => !('restOnly' in tool))
        .map(({ name }) => name),
    );
    const { id } = sandbox.trainar.startSession({ tenantId });
    const { structuredContent } = await client.callTool({ name: 'list_sessions', arguments: {} });
    expect(structuredContent).toMatchObject({ sessions: [{ id, status: 'in_progress' }] });
  });

  it('is refused with 401 when its key is unknown', async () => {
    const { url, fetch } = await reach(way, createSandbox());
    await expect(connectSse({ url, apiKey: 'tak_nobody', fetch })).rejects.toThrow(/401/);
  });
});

describe('a key', () => {
  it('may stand in the query instead of the header', async () => {
    const sandbox = createSandbox();
    const { apiKey } = sandbox.trainar.createTenant();
    const client = await connect({ url: `${real}?api_key=${apiKey}`, fetch: sandbox.fetch });
    const result = await client.callTool({ name: 'list_tasks', arguments: {} });
    expect(result.structuredContent).toEqual({ tasks: [] });
    // What is logged of it holds no key.
    expect(JSON.stringify(sandbox.requests.list())).not.toContain(apiKey);
  });

  it('that is revoked opens nothing more', async () => {
    const { sandbox, tenant, call } = await tenantOf();
    sandbox.trainar.revokeKey(tenant.apiKey);
    await expect(call('list_tasks')).rejects.toThrow(/401/);
  });

  it('keeps its session when the sandbox goes back to before it, and others begin', async () => {
    const sandbox = createSandbox();
    const { fetch } = sandbox;
    const [one, other] = [sandbox.trainar.createTenant(), sandbox.trainar.createTenant()];
    const { id } = sandbox.trainar.startSession({ tenantId: one.tenantId });
    const before = sandbox.snapshot();
    const client = await connect({ url: real, apiKey: one.apiKey, fetch });
    sandbox.restore(before);
    await connect({ url: real, apiKey: other.apiKey, fetch });
    const { structuredContent } = await client.callTool({ name: 'list_sessions', arguments: {} });
    expect(structuredContent).toMatchObject({ sessions: [{ id }] });
  });

  it("can't speak in another key's session", async () => {
    const { sandbox, fetch } = await tenantOf();
    const [mine, other] = [sandbox.trainar.createTenant(), sandbox.trainar.createTenant()];
    const stream = await fetch(real, { headers: { Authorization: `Bearer ${mine.apiKey}` } });
    const reader = stream.body!.getReader();
    const event = new TextDecoder().decode((await reader.read()).value);
    expect(event).toMatch(/^event: endpoint\ndata: \/messages\?sessionId=[\w-]+\n\n$/);
    const endpoint = new URL(/data: (\S+)/.exec(event)![1]!, real);
    const post = (apiKey: string, body: string) =>
      fetch(endpoint, { method: 'POST', headers: { Authorization: `Bearer ${apiKey}` }, body });
    const ping = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
    expect((await post(other.apiKey, ping)).status).toBe(403);
    expect((await post(mine.apiKey, '{"hello":1}')).status).toBe(400);
    expect((await post(mine.apiKey, 'hello')).status).toBe(400);
    expect((await post(mine.apiKey, ping)).status).toBe(202);
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('"result":{}');
    await reader.cancel();
    expect((await post(mine.apiKey, ping)).status).toBe(404);
  });
});

describe('tools', () => {
  it('say which of them are ours, and that arguments and results are inferred', async () => {
    const { client } = await tenantOf();
    const { tools: listed } = await client.listTools();
    const documented = listed.filter((tool) => tool._meta?.['trainyard/name'] === 'documented');
    expect(documented.map(({ name }) => name)).toEqual(['list_sessions', 'execute_skill']);
    for (const tool of listed) {
      expect(tool._meta).toMatchObject({
        'trainyard/arguments': 'inferred',
        'trainyard/result': 'inferred',
      });
      expect(/the sandbox's own/.test(tool.description ?? '')).toBe(!documented.includes(tool));
    }
  });

  it('work on the state that REST works on, and fire its events', async () => {
    const { sandbox, received } = receivingSandbox();
    const { call, tenant } = await tenantOf(sandbox);
    const events = ['task.created', 'task.completed'];
    const endpoint = await call('subscribe_webhook', { url: receiverUrl, events });
    const { structuredContent: task } = await call('create_task', { title: 'Sweep the yard' });
    const { id: task_id } = task as { id: string };
    await call('update_task', { task_id, status: 'completed' });
    expect((await call('get_task', { task_id })).structuredContent).toEqual({
      ...(task as object),
      status: 'completed',
      completed_at: sandbox.clock.iso(),
    });
    const rest = await sandbox.fetch('https://api.trainar.ai/v1/api-tenant-tasks?limit=1', {
      headers: { Authorization: `Bearer ${tenant.apiKey}` },
    });
    expect(await rest.json()).toEqual((await call('list_tasks', { limit: 1 })).structuredContent);
    await sandbox.settled();
    expect(received.map(({ body }) => JSON.parse(body).event)).toEqual(events);
    const { id: endpoint_id } = endpoint.structuredContent as { id: string };
    const gone = await call('unsubscribe_webhook', { endpoint_id, _source: 'n8n' });
    expect(gone.isError).toBe(true);
    expect((await call('unsubscribe_webhook', { endpoint_id })).isError).toBeUndefined();
  });

  it('tell of users, seats, skills and sessions', async () => {
    const { call, sandbox, tenant } = await tenantOf();
    const { tenantId, adminUserId, seatId } = tenant;
    const sam = { email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin'] };
    await call('invite_user', sam);
    const users = (await call('list_users')).structuredContent as { users: object[] };
    expect(users.users).toHaveLength(2);
    const { structuredContent: seats } = await call('list_seats');
    expect(seats).toEqual({
      seats: [{ id: seatId, user_id: adminUserId, roles: ['trainee'], is_active: true }],
    });
    const skill = { name: 'look_up_part', description: 'Finds parts', answer: { found: 1 } };
    const { skillId: skill_id } = sandbox.trainar.createSkill({ tenantId, ...skill });
    expect((await call('list_skills')).structuredContent).toMatchObject({
      skills: [{ id: skill_id, name: skill.name, description: skill.description }],
    });
    expect((await call('get_skill', { skill_id })).structuredContent).toMatchObject({
      name: skill.name,
    });
    const ran = await call('execute_skill', { skill_id, arguments: {} });
    expect(ran.structuredContent).toEqual({ success: true, result: { found: 1 } });
    const { id } = sandbox.trainar.startSession({ tenantId });
    await sandbox.clock.advance('90s');
    sandbox.trainar.completeSession(id, { score: 80, summary: 'Done' });
    sandbox.trainar.startSession({ tenantId });
    const completed = await call('list_sessions', { status: 'completed', role: 'trainee' });
    expect(completed.structuredContent).toMatchObject({
      sessions: [{ id, duration: 90, score: 80, summary: 'Done' }],
    });
    expect((await call('get_session', { session_id: id })).structuredContent).toMatchObject({ id });
    expect(await call('list_sessions', { limit: 0 })).toMatchObject({ isError: true });
  });

  it('refuse what the key has no scope for, in the words of REST', async () => {
    const { call, client } = await tenantOf(createSandbox(), { scopes: ['read:tasks'] });
    expect((await call('list_tasks')).isError).toBeUndefined();
    for (const { name } of (await client.listTools()).tools) {
      const [scope] = tools[name as keyof typeof tools].scope;
      if (scope === 'read:tasks') continue;
      const refused = await call(name);
      expect(refused.isError).toBe(true);
      expect(refused.structuredContent).toBeUndefined();
      expect(answerOf(refused)).toEqual({
        error: 'INSUFFICIENT_PERMISSIONS',
        message: `The API key lacks ${scope}.`,
      });
    }
  });

  it('are listed by scope where the tenant is told to', async () => {
    const scopes = ['read:tasks', 'write:skills'];
    const { client } = await tenantOf(createSandbox(), { scopes, mcpListsAll: false });
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toEqual(['list_tasks', 'get_task', 'execute_skill']);
  });

  it("refuse another tenant's records with 403's code", async () => {
    const { call, sandbox } = await tenantOf();
    const other = await tenantOf(sandbox);
    const made = await other.call('create_task', { title: 'not yours' });
    const { id: task_id } = made.structuredContent as { id: string };
    const { id: session_id } = sandbox.trainar.startSession({ tenantId: other.tenant.tenantId });
    const { skillId: skill_id } = sandbox.trainar.createSkill({
      tenantId: other.tenant.tenantId,
      name: 'theirs',
    });
    for (const refused of [
      await call('get_task', { task_id }),
      await call('update_task', { task_id, status: 'completed' }),
      await call('get_session', { session_id }),
      await call('get_skill', { skill_id }),
      await call('execute_skill', { skill_id, arguments: {} }),
    ]) {
      expect(answerOf(refused)).toMatchObject({ error: 'FORBIDDEN' });
    }
    for (const name of ['list_tasks', 'list_sessions', 'list_skills']) {
      const { structuredContent } = await call(name);
      expect(Object.values(structuredContent as object)).toEqual([[]]);
    }
  });

  it('answer in the form that the tenant has its lists in', async () => {
    const { call } = await tenantOf(createSandbox(), { listForm: 'array' });
    await call('create_task', { title: 'Sweep the yard' });
    const listed = await call('list_tasks');
    expect(listed.structuredContent).toBeUndefined();
    expect(answerOf(listed)).toMatchObject([{ title: 'Sweep the yard' }]);
  });

  it('that nobody has are an error of the protocol', async () => {
    const { call } = await tenantOf();
    await expect(call('get_webhook')).rejects.toMatchObject({ code: -32602 });
  });
});

describe('what goes wrong', () => {
  it('can be asked for, by tool and by call', async () => {
    const { call, sandbox } = await tenantOf();
    sandbox.faults.inject({ operationId: 'list_sessions', status: 503 });
    expect(answerOf(await call('list_sessions'))).toMatchObject({ error: 'INTERNAL_ERROR' });
    expect((await call('list_sessions')).isError).toBeUndefined();
    sandbox.faults.inject({ operationId: 'tasks.create', status: 500, body: { error: 'BROKEN' } });
    expect(answerOf(await call('create_task', { title: 'x' }))).toEqual({ error: 'BROKEN' });
  });

  it('may break the stream, with the call done and its answer lost', async () => {
    const { call, client, sandbox, tenant } = await tenantOf();
    const closed = new Promise((resolve) => {
      client.onerror = resolve;
    });
    sandbox.faults.inject({ operationId: 'tasks.create', drop: 'response' });
    const lost = call('create_task', { title: 'Sweep the yard' });
    lost.catch(() => {});
    await closed;
    await client.close();
    await expect(lost).rejects.toThrow();
    const again = await connect({ url: real, apiKey: tenant.apiKey, fetch: sandbox.fetch });
    const { structuredContent } = await again.callTool({ name: 'list_tasks', arguments: {} });
    expect(structuredContent).toMatchObject({ tasks: [{ title: 'Sweep the yard' }] });
  });

  it('drops streams of one tenant only', async () => {
    const { sandbox, tenant, call } = await tenantOf();
    const other = await tenantOf(sandbox);
    expect(sandbox.trainar.dropMcpStreams(other.tenant.tenantId)).toBe(1);
    expect((await call('list_tasks')).isError).toBeUndefined();
    expect(sandbox.trainar.dropMcpStreams(tenant.tenantId)).toBe(1);
    expect(sandbox.trainar.dropMcpStreams()).toBe(0);
  });

  it('leaves no session behind when the client goes', async () => {
    const { sandbox, client } = await tenantOf();
    await client.close();
    await expect.poll(() => sandbox.trainar.dropMcpStreams()).toBe(0);
  });
});
