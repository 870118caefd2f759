import { request } from 'node:http';
import { inspect } from 'node:util';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { describe, expect, it, vi } from 'vitest';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import { Changes } from '../../../src/mcp/serving/changes.ts';
import type { Offer } from '../../../src/mcp/serving/offer.ts';
import { servingOf } from '../../../src/mcp/serving/serving.ts';
import { UnknownToolError } from '../../../src/mcp/serving/unknown-tool-error.ts';
import { type Connect, type Era, eras, overHttp, overStdio } from '../../support/mcp/eras.ts';
import { patient } from '../../support/patient.ts';

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
    }, patient);
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
    await vi.waitFor(() => expect(onWatched.mock.calls).toEqual([[true]]), patient);
    changes.resourceChanged('opentrain://approvals/other');
    changes.resourceChanged(uri);
    await vi.waitFor(() => expect(told.mock.calls).toEqual([[uri]]), patient);
    await stop();
    await vi.waitFor(() => expect(onWatched.mock.calls).toEqual([[true], [false]]), patient);
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
  const initialize = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'x', version: '1' },
    },
  });
  const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

  it('refuses other hosts, other origins, other paths and what is too large', async () => {
    await using server = await anOffer().serving.http({ maxMessageBytes: 1000, bearer: false });
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
    await using server = await anOffer().serving.http({ maxSessions: 2, bearer: false });
    const begin = async () => {
      const answer = await fetch(server.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: initialize,
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

  describe('to clients that show its token', () => {
    const given = 'a-token-of-thirty-two-characters';
    const as = (authorization: string) => ({ authorization });

    it('makes one for each server, which no log of the server shows', async () => {
      await using first = await anOffer().serving.http();
      await using second = await anOffer().serving.http();
      const { bearer = '' } = first;
      expect(bearer).toMatch(/^[\w-]{43}$/);
      expect(second.bearer).not.toBe(bearer);
      expect(await send(first.url, as(`Bearer ${bearer}`), initialize)).toBe(200);
      expect(await send(second.url, as(`Bearer ${bearer}`), initialize)).toBe(401);
      const logged = inspect(first, { showHidden: true, depth: 9 }) + JSON.stringify(first);
      expect(logged).toContain(first.url);
      expect(logged).not.toContain(bearer);
      expect(first.url).not.toContain(bearer);
    });

    it.each([
      ['none', undefined],
      ['another', 'Bearer another-token-of-thirty-two-chars'],
      ['the beginning of it', `Bearer ${given.slice(0, -1)}`],
      ['more than it', `Bearer ${given}x`],
      ['it in other letters', `Bearer ${given.toUpperCase()}`],
      ['it in another scheme', `Basic ${given}`],
      ['it without a scheme', given],
      ['two, the second right', `Bearer x, Bearer ${given}`],
      ['nothing in the scheme', 'Bearer '],
    ])(
      'refuses %s with a challenge that holds no token, in both eras',
      async (_, authorization) => {
        await using server = await anOffer().serving.http({ bearer: given });
        const stateless = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' };
        for (const [headers, body] of [
          [{}, initialize],
          [{ 'mcp-session-id': 'some' }, ping],
          [stateless, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })],
        ] as const) {
          const answer = await fetch(server.url, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              accept: 'application/json, text/event-stream',
              ...headers,
              ...(authorization !== undefined && { authorization }),
            },
            body,
          });
          expect(answer.status).toBe(401);
          expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/);
          expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain(given);
        }
        for (const method of ['GET', 'DELETE', 'OPTIONS']) {
          expect((await fetch(server.url, { method })).status, method).toBe(401);
        }
      },
    );

    it('takes it in any case of the scheme, and not in the address', async () => {
      await using server = await anOffer().serving.http({ bearer: given });
      expect(await send(server.url, as(`bearer ${given}`), initialize)).toBe(200);
      expect(await send(`${server.url}?access_token=${given}`, {}, initialize)).toBe(401);
    });

    it('looks at host and origin all the same', async () => {
      await using server = await anOffer().serving.http({ bearer: given });
      const { url, port } = server;
      const proof = as(`Bearer ${given}`);
      expect(await send(url, { ...proof, host: `evil.example:${port}` }, initialize)).toBe(421);
      expect(await send(url, { ...proof, origin: 'https://evil.example' }, initialize)).toBe(403);
    });

    it.each(['', 'short', `${given.slice(1)}`, `${given} x`, `${given},x`, `${given}\n`])(
      'refuses to begin with %j, and does not repeat it',
      async (bearer) => {
        const begun = anOffer().serving.http({ bearer });
        await expect(begun).rejects.toThrow(InvalidArgumentError);
        await expect(begun).rejects.toThrow(/^bearer: at least 32 characters/);
        const { message } = (await begun.catch((error: Error) => error)) as Error;
        if (bearer) expect(message).not.toContain(bearer);
      },
    );
  });
});
