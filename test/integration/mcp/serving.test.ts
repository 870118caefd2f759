import { request } from 'node:http';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { describe, expect, it, vi } from 'vitest';
import { Changes } from '../../../src/mcp/serving/changes.ts';
import type { Offer } from '../../../src/mcp/serving/offer.ts';
import { servingOf } from '../../../src/mcp/serving/serving.ts';
import { UnknownToolError } from '../../../src/mcp/serving/unknown-tool-error.ts';
import { type Connect, type Era, eras, overHttp, overStdio } from '../../support/mcp/eras.ts';

/** An offer with one tool that echoes, and one that is there when it is switched on. */
function anOffer(onWatched?: (isWatched: boolean) => void) {
  const changes = new Changes(onWatched);
  const names = ['echo'];
  const offer: Offer = {
    info: { name: 'test', version: '1' },
    changes,
    capabilities: { resources: { subscribe: true } },
    toolbox: {
      async list() {
        return names.map((name) => ({ name, inputSchema: { type: 'object' as const } }));
      },
      async call(name, args): Promise<CallToolResult> {
        if (!names.includes(name)) throw new UnknownToolError(name);
        return { content: [{ type: 'text', text: JSON.stringify(args) }] };
      },
    },
    extend(server) {
      server.setRequestHandler('resources/list', () => ({ resources: [] }));
      server.setRequestHandler('resources/read', ({ params }) => ({
        contents: [{ uri: params.uri, text: 'x' }],
      }));
    },
  };
  return { serving: servingOf(offer), changes, names };
}

const ways = (Object.entries({ stdio: overStdio, http: overHttp }) as [string, Connect][]).flatMap(
  ([transport, connect]) =>
    (Object.keys(eras) as Era[]).map((era) => ({ way: `${transport}, ${era}`, connect, era })),
);

describe.each(ways)('over $way', ({ connect, era }) => {
  it('lists and calls tools', async () => {
    await using connection = await connect(anOffer().serving, era);
    const { client } = connection;
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['echo']);
    const { content } = await client.callTool({ name: 'echo', arguments: { a: 1 } });
    expect(content).toEqual([{ type: 'text', text: '{"a":1}' }]);
  });

  it('answers a tool that is not there with an error of the protocol', async () => {
    await using connection = await connect(anOffer().serving, era);
    await expect(connection.client.callTool({ name: 'nope' })).rejects.toMatchObject({
      code: -32602,
    });
  });

  it('tells of tools that change', async () => {
    const { serving, changes, names } = anOffer();
    const told = vi.fn();
    await using connection = await connect(serving, era, {
      listChanged: { tools: { onChanged: told, debounceMs: 0 } },
    });
    names.push('more');
    await vi.waitFor(() => {
      // Over HTTP, what is sent before the client has opened its stream is lost.
      changes.toolsChanged();
      expect(told).toHaveBeenCalled();
    });
    expect((await connection.client.listTools()).tools).toHaveLength(2);
  });

  it('tells of the resources that a client watches, and watches no longer than it does', async () => {
    const onWatched = vi.fn();
    const { serving, changes } = anOffer(onWatched);
    const told = vi.fn();
    await using connection = await connect(serving, era, {}, (client) => {
      client.setNotificationHandler('notifications/resources/updated', ({ params }) =>
        told(params.uri),
      );
    });
    const { client } = connection;
    const uri = 'opentrain://approvals/a1';
    const stop =
      era === 'handshake'
        ? await client
            .subscribeResource({ uri })
            .then(() => () => client.unsubscribeResource({ uri }))
        : await client
            .listen({ resourceSubscriptions: [uri] })
            .then((subscription) => () => subscription.close());
    await vi.waitFor(() => expect(onWatched.mock.calls).toEqual([[true]]));
    changes.resourceChanged('opentrain://approvals/other');
    changes.resourceChanged(uri);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[uri]]));
    await stop();
    await vi.waitFor(() => expect(onWatched.mock.calls).toEqual([[true], [false]]));
  });
});

describe('over HTTP', () => {
  /** A request as it comes from outside: `fetch` would not let a test set these headers. */
  function send(url: string, headers: Record<string, string>, body = '{}'): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            ...headers,
          },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
  const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

  it('refuses other hosts, other origins, other paths and what is too large', async () => {
    await using server = await anOffer().serving.http({ maxMessageBytes: 1000 });
    const { url, port } = server;
    expect(await send(url, { host: `evil.example:${port}` }, ping)).toBe(421);
    expect(await send(url, { origin: 'https://evil.example' }, ping)).toBe(403);
    expect(await send(`http://127.0.0.1:${port}/other`, {}, ping)).toBe(404);
    expect(await send(url, {}, JSON.stringify({ x: 'y'.repeat(2000) }))).toBe(413);
    expect(await send(url, { 'mcp-session-id': 'nobody' }, ping)).toBe(404);
    // Of this machine, and no session: the transport's own answer.
    expect(await send(url, { origin: `http://localhost:${port}` }, ping)).toBe(400);
  });

  it('keeps the sessions that are used, and lets go of the one unused for longest', async () => {
    await using server = await anOffer().serving.http({ maxSessions: 2 });
    const begin = async () => {
      const answer = await fetch(server.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'initialize',
          params: {
            protocolVersion: '2025-11-25',
            capabilities: {},
            clientInfo: { name: 'x', version: '1' },
          },
        }),
      });
      await answer.text();
      return answer.headers.get('mcp-session-id') as string;
    };
    const state = (id: string) => send(server.url, { 'mcp-session-id': id }, ping);
    const [first, second] = [await begin(), await begin()];
    expect(await state(first)).toBe(200);
    const third = await begin();
    expect(await Promise.all([first, second, third].map(state))).toEqual([200, 404, 200]);
  });
});
