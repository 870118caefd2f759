import { afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { ToolError, TrainAR } from '../../../src/trainar/index.ts';
import { ways } from '../../support/sandbox-ways.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

describe.each(ways)('our own client, through %s', (_, way) => {
  async function reach() {
    const sandbox = createSandbox();
    const { trainarUrl: baseUrl, fetch, end } = await way(sandbox);
    endings.push(end);
    const connect = (apiKey: string) => {
      const trainar = new TrainAR({ apiKey, baseUrl, fetch });
      endings.push(() => trainar.mcp.close());
      return trainar;
    };
    const tenant = sandbox.trainar.createTenant();
    return { sandbox, connect, tenant, trainar: connect(tenant.apiKey) };
  }

  it('lists tools and sessions, and sees by MCP what it did by REST', async () => {
    const { trainar, sandbox, tenant } = await reach();
    const names = (await trainar.mcp.listTools()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['list_sessions', 'execute_skill']));
    const { tenantId } = tenant;
    const task = await trainar.tasks.create({ title: 'Überprüfen: 3 – „Kessel“' });
    const { id } = sandbox.trainar.startSession({ tenantId, taskId: task.id });
    const { items } = await trainar.sessions.list({ status: 'in_progress' });
    expect(items).toMatchObject([{ id, name: task.title, task_id: task.id }]);
    expect(await trainar.sessions.list({ status: 'failed' }).toArray()).toEqual([]);
    const { structuredContent } = await trainar.mcp.callTool('get_task', { task_id: task.id });
    expect(structuredContent).toMatchObject({ title: task.title, status: 'in_progress' });
  });

  it('is refused by scope and by tenant', async () => {
    const { sandbox, connect, trainar } = await reach();
    const { id } = await trainar.tasks.create({ title: 'not yours' });
    const other = connect(sandbox.trainar.createTenant({ scopes: ['read:tasks'] }).apiKey);
    const refused = await other.sessions.list().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(ToolError);
    expect(refused).toMatchObject({ tool: 'list_sessions', code: 'INSUFFICIENT_PERMISSIONS' });
    const theirs = other.mcp.callTool('get_task', { task_id: id });
    await expect(theirs).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(connect('tak_nobody').sessions.list()).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
    });
  });

  it('goes on after its stream was dropped, and leaves none open', async () => {
    const { trainar, sandbox, tenant } = await reach();
    sandbox.trainar.startSession({ tenantId: tenant.tenantId });
    expect((await trainar.sessions.list()).items).toHaveLength(1);
    expect(sandbox.trainar.dropMcpStreams()).toBe(1);
    expect((await trainar.sessions.list()).items).toHaveLength(1);
    sandbox.faults.inject({ operationId: 'list_sessions', drop: true });
    expect((await trainar.sessions.list()).items).toHaveLength(1);
    await trainar.mcp.close();
    await expect.poll(() => sandbox.trainar.dropMcpStreams()).toBe(0);
  });

  it('can be aborted while a tool is slow', async () => {
    const { trainar, sandbox } = await reach();
    await trainar.mcp.listTools();
    sandbox.faults.inject({ operationId: 'list_sessions', latencyMs: 60_000 });
    const controller = new AbortController();
    const waiting = trainar.sessions.list({}, { signal: controller.signal });
    waiting.catch(() => {});
    await expect.poll(() => sandbox.requests.last('list_sessions')).toBeDefined();
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    expect((await trainar.sessions.list()).items).toEqual([]);
  });
});
