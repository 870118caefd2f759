import { describe, expect, it, vi } from 'vitest';
import { ConnectionError, UnexpectedResponseError } from '../../../src/core/public.ts';
import { TrainAR, type TrainAROptions } from '../../../src/trainar/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { json } from '../../support/fake-fetch.ts';
import { type Script, scriptedMcp } from '../../support/scripted-mcp.ts';

const apiKey = `tak_${'k'.repeat(40)}`;

function client(script: Script = {}, options: TrainAROptions = {}) {
  const server = scriptedMcp(script);
  const clock = new FakeClock();
  const trainar = new TrainAR({ apiKey, clock, fetch: server.fetch, ...options });
  return { trainar, server, clock };
}

const events = (text: string, type = 'text/event-stream') =>
  new Response(text, { headers: { 'content-type': type } });

describe('connecting', () => {
  it('sends the key in the header alone, shakes hands, and says which protocol was agreed on', async () => {
    const { trainar, server } = client();
    await trainar.mcp.listTools();
    expect(server.methods()).toEqual(['initialize', 'notifications/initialized', 'tools/list']);
    expect(server.said[0]?.params).toMatchObject({ clientInfo: { name: 'trainyard' } });
    const [get, first, second] = server.requests;
    expect(get?.url).toBe('https://mcp.trainar.ai/sse');
    expect(get?.headers.get('accept')).toBe('text/event-stream');
    expect(first?.url).toBe('https://mcp.trainar.ai/post?sessionId=1');
    expect(first?.headers.has('mcp-protocol-version')).toBe(false);
    expect(second?.headers.get('mcp-protocol-version')).toBe('2025-06-18');
    for (const request of server.requests) {
      expect(request.headers.get('authorization')).toBe(`Bearer ${apiKey}`);
      expect(request.url).not.toContain('tak_');
      expect(request.redirect).toBe('manual');
    }
  });

  it('is done once for calls that come together, and again when it failed', async () => {
    const { trainar, server } = client({
      connect: (_, nth) => (nth === 1 ? json({ error: 'X', message: 'x' }, 418) : undefined),
    });
    const first = [trainar.mcp.listTools(), trainar.mcp.listTools()];
    for (const { status } of await Promise.allSettled(first)) expect(status).toBe('rejected');
    await Promise.all([trainar.mcp.listTools(), trainar.mcp.listTools()]);
    expect(server.requests.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it.each([
    [401, 'UNAUTHORIZED', 'AuthenticationError'],
    [403, 'INSUFFICIENT_PERMISSIONS', 'MissingScopeError'],
    [403, 'FORBIDDEN', 'PermissionDeniedError'],
    [404, 'NOT_FOUND', 'NotFoundError'],
    [500, 'INTERNAL', 'ServerError'],
  ])('that is refused with %i %s is a %s', async (status, error, name) => {
    const message = `not with ${apiKey}`;
    const { trainar, server } = client({ connect: () => json({ error, message }, status) });
    const refused = await trainar.mcp.callTool('look').catch((reason) => reason);
    expect(refused).toMatchObject({ name, status, code: error, operationId: 'mcp.connect' });
    expect(`${refused.stack} ${JSON.stringify(refused)}`).not.toContain(apiKey);
    expect(server.requests).toHaveLength(1);
  });

  it('is tried again in passing trouble, whatever is to be called', async () => {
    const { trainar, server, clock } = client({
      connect: (_, nth) =>
        [new Response('<html>', { status: 503 }), new TypeError('fetch failed')][nth - 1],
      tools: { look: () => ({ content: [] }) },
    });
    await trainar.mcp.callTool('look');
    expect(clock.sleeps).toHaveLength(2);
    expect(server.methods().filter((method) => method === 'tools/call')).toHaveLength(1);
    const once = client({ connect: () => new Response('', { status: 503 }) }, { maxRetries: 0 });
    await expect(once.trainar.mcp.listTools()).rejects.toMatchObject({ status: 503 });
    expect(once.server.requests).toHaveLength(1);
  });

  it.each([
    ['a page', events('<html>', 'text/html'), 'check mcpUrl'],
    [
      'a redirect',
      new Response(null, { status: 302, headers: { location: 'https://x.example' } }),
      '',
    ],
    ['an event that is no JSON', events('event: endpoint\ndata: /post\n\ndata: {\n\n'), 'not JSON'],
    [
      'an endpoint elsewhere',
      events('event: endpoint\ndata: https://evil.example/p\n\n'),
      'another host',
    ],
    ['an endpoint that is none', events('event: endpoint\ndata: http://[\n\n'), 'another host'],
  ])('that is answered with %s is an UnexpectedResponseError', async (_, answer, says) => {
    const { trainar, server } = client({ connect: () => answer });
    const error = await trainar.mcp.listTools().catch((reason) => reason);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error.message).toContain(says);
    expect(server.requests.every(({ url }) => url.startsWith('https://mcp.trainar.ai/'))).toBe(
      true,
    );
  });

  it('that ends before it began is a ConnectionError', async () => {
    const { trainar } = client({ connect: () => events('') }, { maxRetries: 0 });
    await expect(trainar.mcp.listTools()).rejects.toBeInstanceOf(ConnectionError);
  });

  it('reads no event over maxResponseBytes', async () => {
    const say: Script['say'] = ({ method }, stream) => {
      if (method !== 'tools/list') return false;
      for (let i = 0; i < 40; i++) stream.write(`data: ${'x'.repeat(100)}\n`);
      return true;
    };
    const { trainar, server } = client({ say }, { maxResponseBytes: 2_000 });
    await expect(trainar.mcp.listTools()).rejects.toThrow(/maxResponseBytes/);
    expect(server.open).toBe(0);
  });
});

describe('where the server is', () => {
  const urlOf = async (options: TrainAROptions) => {
    const { trainar, server } = client({}, options);
    await trainar.mcp.listTools();
    return server.requests[0]?.url;
  };

  it.each([
    ['https://api.trainar.ai/v1', 'https://mcp.trainar.ai/sse'],
    ['https://staging.api.trainar.ai/v1', 'https://staging.mcp.trainar.ai/sse'],
    ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010/sse'],
    ['http://localhost:4010/v1', 'http://localhost:4010/sse'],
    ['http://[::1]:4010/v1', 'http://[::1]:4010/sse'],
  ])('follows from baseUrl %s', async (baseUrl, url) => {
    expect(await urlOf({ baseUrl })).toBe(url);
  });

  it('is never guessed: the key stays here', async () => {
    for (const host of ['proxy.example.com', 'evilapi.trainar.ai.example', 'notapi.trainar.ai']) {
      const { trainar, server } = client({}, { baseUrl: `https://${host}/v1` });
      await expect(trainar.mcp.listTools()).rejects.toMatchObject({ name: 'InvalidArgumentError' });
      expect(server.requests).toEqual([]);
    }
  });

  it('is said by mcpUrl, or else by the environment', async () => {
    const mcpUrl = 'https://proxy.example.com/mcp/sse';
    const baseUrl = 'https://proxy.example.com/v1';
    expect(await urlOf({ mcpUrl, baseUrl })).toBe(mcpUrl);
    process.env.TRAINAR_MCP_URL = mcpUrl;
    try {
      expect(await urlOf({})).toBe(mcpUrl);
      expect(await urlOf({ mcpUrl: 'https://other.example/sse' })).toBe(
        'https://other.example/sse',
      );
    } finally {
      delete process.env.TRAINAR_MCP_URL;
    }
  });

  it('is refused at once when a key would go out in the clear, or stand in the address', () => {
    for (const mcpUrl of [
      'http://mcp.trainar.ai/sse',
      'nowhere',
      `https://x.example/sse?api_key=${apiKey}`,
    ]) {
      expect(() => new TrainAR({ apiKey, mcpUrl })).toThrow(/mcpUrl/);
    }
  });
});

describe('a connection', () => {
  it('is let go of a second after its last use, and at once when closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { trainar, server } = client();
      await trainar.mcp.listTools();
      await vi.advanceTimersByTimeAsync(999);
      await trainar.mcp.listTools();
      await vi.advanceTimersByTimeAsync(999);
      expect(server.open).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(server.open).toBe(0);
      await trainar.mcp.listTools();
      expect([server.open, server.streams.length]).toEqual([1, 2]);
      await trainar.mcp.close();
      expect(server.open).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that broke between two calls is made anew, unseen, and nothing is sent twice', async () => {
    const { trainar, server } = client(
      { tools: { look: () => ({ content: [] }) } },
      { maxRetries: 0 },
    );
    await trainar.mcp.callTool('look');
    server.streams[0]?.fail();
    await trainar.mcp.callTool('look');
    expect(server.streams).toHaveLength(2);
    expect(server.methods().filter((method) => method === 'tools/call')).toHaveLength(2);
  });

  it('whose session the server has forgotten is made anew, and the call sent to the new one', async () => {
    const { trainar, server } = client(
      {
        tools: { look: () => ({ content: [] }) },
        post: ({ method }, nth) =>
          method === 'tools/call' && nth < 4 ? new Response('', { status: 404 }) : undefined,
      },
      { maxRetries: 0 },
    );
    await trainar.mcp.callTool('look');
    expect(server.streams).toHaveLength(2);
  });

  it('whose sessions are always forgotten is given up', async () => {
    const { trainar, server } = client({
      post: ({ method }) =>
        method === 'tools/call' ? new Response('', { status: 404 }) : undefined,
    });
    await expect(trainar.mcp.callTool('look')).rejects.toBeInstanceOf(ConnectionError);
    expect(server.streams).toHaveLength(4);
  });

  it('answers a ping, and nothing else that a server may ask', async () => {
    const { trainar, server } = client({
      say: ({ method }, stream) => {
        if (method !== 'tools/list') return false;
        stream.send({ id: 'p', method: 'ping' });
        stream.send({ id: 's', method: 'sampling/createMessage', params: {} });
        return false;
      },
    });
    await trainar.mcp.listTools();
    await expect.poll(() => server.said.length).toBe(5);
    expect(server.said).toContainEqual({ jsonrpc: '2.0', id: 'p', result: {} });
    expect(server.said.find(({ id }) => String(id) === 's')).toMatchObject({
      error: { code: -32601 },
    });
  });
});
