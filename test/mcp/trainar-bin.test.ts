import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';
import { listen } from '../../src/sandbox/node.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { transportTo } from '../support/mcp/eras.ts';
import { connectSse } from '../support/mcp-client.ts';

const bin = ['--import', 'tsx', 'src/cli/main.ts', 'mcp', 'trainar'];

async function onAPort() {
  const sandbox = createSandbox();
  const server = await listen(sandbox);
  const tenant = sandbox.trainar.createTenant();
  const env = {
    ...process.env,
    TRAINAR_API_KEY: tenant.apiKey,
    TRAINAR_BASE_URL: `${server.url}/v1`,
  };
  return { sandbox, server, tenant, env: env as Record<string, string> };
}

describe('trainyard mcp trainar', () => {
  it('serves over stdio what the server serves over server-sent events', async () => {
    const { sandbox, server, tenant, env } = await onAPort();
    const { apiKey, tenantId } = tenant;
    const { id } = sandbox.trainar.startSession({ tenantId });
    const straight = await connectSse({ url: `${server.url}/sse`, apiKey });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: bin,
      env,
      stderr: 'pipe',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    expect((await client.listTools()).tools).toEqual((await straight.listTools()).tools);
    const answer = await client.callTool({ name: 'list_sessions', arguments: {} });
    expect(answer.structuredContent).toMatchObject({ sessions: [{ id }] });
    await Promise.all([client.close(), straight.close()]);
    await server.close();
  });

  it('serves over HTTP with --http, nine tools with --rest-only, and ends when told to', async () => {
    const { server, env, sandbox } = await onAPort();
    const bearer = 'a-token-of-thirty-two-characters';
    const child = spawn(process.execPath, [...bin, '--http', '0', '--rest-only'], {
      env: { ...env, TRAINYARD_MCP_TOKEN: bearer },
    });
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transportTo({ url, bearer }));
    expect((await client.listTools()).tools).toHaveLength(9);
    await client.callTool({ name: 'create_task', arguments: { title: 'Sweep the yard' } });
    expect(sandbox.requests.last('tasks.create')?.status).toBe(201);
    await client.close();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await server.close();
  });

  it('says what it needs when there is no key', async () => {
    const child = spawn(process.execPath, bin, { env: { ...process.env, TRAINAR_API_KEY: '' } });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(said).toContain('TRAINAR_API_KEY');
    expect(code).not.toBe(0);
  });
});
