import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectionError, TimeoutError } from '../../../src/core/public.ts';
import { McpError, ToolError, TrainAR, type TrainAROptions } from '../../../src/trainar/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { type Script, scriptedMcp } from '../../support/scripted-mcp.ts';

const apiKey = `tak_${'k'.repeat(40)}`;

function client(script: Script = {}, options: TrainAROptions = {}) {
  const server = scriptedMcp(script);
  const clock = new FakeClock();
  const trainar = new TrainAR({ apiKey, clock, fetch: server.fetch, ...options });
  const calls = () => server.methods().filter((method) => method === 'tools/call').length;
  return { trainar, server, clock, calls };
}

const text = (value: unknown) => ({ content: [{ type: 'text', text: JSON.stringify(value) }] });

/** Breaks the stream in place of an answer, this many times. */
function breaking(times: number): Script['say'] {
  return ({ method }, stream) => {
    if (method !== 'tools/call' || times-- <= 0) return false;
    stream.fail();
    return true;
  };
}

describe('a tool', () => {
  it('is called by name, and its whole answer handed on', async () => {
    const answer = { ...text(1), structuredContent: { a: 1 }, _meta: { x: 1 }, more: true };
    const { trainar, server } = client({ tools: { look: () => answer } });
    expect(await trainar.mcp.callTool('look', { where: 'here' })).toEqual(answer);
    expect(server.said.at(-1)?.params).toEqual({ name: 'look', arguments: { where: 'here' } });
    expect(await trainar.mcp.callTool('look')).toEqual(answer);
    expect(server.said.at(-1)?.params).toEqual({ name: 'look', arguments: {} });
  });

  it('that failed is a ToolError, with the code where it is in the form of REST', async () => {
    const refusal = { error: 'NO_ACTIVE_SEAT', message: `no seat for ${apiKey}` };
    const { trainar } = client({
      tools: {
        refuses: () => ({ ...text(refusal), isError: true }),
        fails: () => ({ content: [{ type: 'text', text: 'It is raining.' }], isError: true }),
        shows: () => ({ content: [{ type: 'image' }], isError: true }),
      },
    });
    const refused = await trainar.mcp.callTool('refuses').catch((error) => error);
    expect(refused).toBeInstanceOf(ToolError);
    expect(refused).toMatchObject({ tool: 'refuses', code: 'NO_ACTIVE_SEAT' });
    expect(refused.message).toBe('refuses: NO_ACTIVE_SEAT: no seat for tak_***');
    expect(JSON.stringify(refused)).not.toContain(apiKey);
    await expect(trainar.mcp.callTool('fails')).rejects.toMatchObject({
      message: 'fails: It is raining.',
      code: undefined,
    });
    await expect(trainar.mcp.callTool('shows')).rejects.toThrow('shows: It failed.');
  });

  it('that is unknown is a McpError; one without a name is refused here', async () => {
    const { trainar, server } = client();
    const error = await trainar.mcp.callTool('nothing').catch((reason) => reason);
    expect(error).toBeInstanceOf(McpError);
    expect(error).toMatchObject({ code: -32602, operationId: 'mcp.callTool' });
    await trainar.mcp.close();
    const before = server.requests.length;
    await expect(trainar.mcp.callTool('')).rejects.toMatchObject({ name: 'InvalidArgumentError' });
    await expect(trainar.mcp.callTool('look', {}, { timeoutMs: -1 })).rejects.toThrow(/timeoutMs/);
    expect(server.requests).toHaveLength(before);
  });

  it('whose answer got lost is not called again, unless that does no harm', async () => {
    const once = client({ tools: { look: () => text(1) }, say: breaking(1) });
    const error = await once.trainar.mcp.callTool('look').catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveHappened: true, operationId: 'mcp.callTool' });
    expect(once.calls()).toBe(1);
    const again = client({ tools: { look: () => text(1) }, say: breaking(2) });
    await again.trainar.mcp.callTool('look', {}, { idempotent: true });
    expect(again.calls()).toBe(3);
    expect(again.clock.sleeps).toHaveLength(2);
    const never = client({ say: breaking(9) }, { maxRetries: 1 });
    const lost = never.trainar.mcp.callTool('look', {}, { idempotent: true });
    await expect(lost).rejects.toBeInstanceOf(ConnectionError);
    expect(never.calls()).toBe(2);
  });

  it('that could not be sent is sent again; where that is not sure, it is not', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
    });
    for (const [failure, expected] of [
      [refused, 1],
      [new TypeError('fetch failed'), 0],
    ] as const) {
      let failures = 1;
      const { trainar, calls } = client({
        tools: { look: () => text(1) },
        post: ({ method }) => (method === 'tools/call' && failures-- > 0 ? failure : undefined),
      });
      await trainar.mcp.callTool('look').catch((error) => {
        expect(error).toMatchObject({ name: 'ConnectionError', mayHaveHappened: true });
      });
      expect(calls()).toBe(expected);
    }
  });

  it('that is refused over HTTP is refused as a call of the API is', async () => {
    const post: Script['post'] = ({ method }) =>
      method === 'tools/call'
        ? new Response('{"error":"SLOW","message":"x"}', { status: 429 })
        : undefined;
    const { trainar, server } = client({ post });
    await expect(trainar.mcp.callTool('look')).rejects.toMatchObject({ name: 'RateLimitError' });
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
  });
});

describe('a call', () => {
  const silent: Script = { say: ({ method }) => method === 'tools/call' };

  it('that takes too long is a TimeoutError, and the server is told', async () => {
    const { trainar, server } = client(silent);
    // To connect is not what may take too long here.
    await trainar.mcp.listTools();
    const late = trainar.mcp.callTool('look', {}, { timeoutMs: 100 });
    await expect(late).rejects.toBeInstanceOf(TimeoutError);
    await expect.poll(() => server.methods().at(-1)).toBe('notifications/cancelled');
    expect(server.said.at(-1)?.params).toEqual({ requestId: 3 });
  });

  it('ends with the signal its caller aborts, with its reason, and the others go on', async () => {
    const { trainar, server } = client({
      tools: { look: () => text(1) },
      say: ({ method, params }) => method === 'tools/call' && params?.name === 'wait',
    });
    const controller = new AbortController();
    const waiting = trainar.mcp.callTool('wait', {}, { signal: controller.signal });
    waiting.catch(() => {});
    await trainar.mcp.callTool('look');
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    await expect.poll(() => server.methods().at(-1)).toBe('notifications/cancelled');
    await trainar.mcp.callTool('look');
    expect(server.streams).toHaveLength(1);
    const { signal } = controller;
    await expect(trainar.mcp.callTool('look', {}, { signal })).rejects.toBe('enough');
  });

  it('that is aborted while connecting leaves no connection behind', async () => {
    const { trainar, server } = client({ say: () => true });
    const controller = new AbortController();
    const waiting = trainar.mcp.callTool('look', {}, { signal: controller.signal });
    await expect.poll(() => server.methods()).toEqual(['initialize']);
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    await expect.poll(() => server.open).toBe(0);
  });

  it('takes headers of its own', async () => {
    const { trainar, server } = client();
    await trainar.mcp.listTools({ headers: { 'x-trace': '7' } });
    expect(server.requests.map(({ headers }) => headers.get('x-trace'))).toEqual([
      null,
      null,
      null,
      '7',
    ]);
  });

  it('shows hooks what is sent, and neither key nor session', async () => {
    const seen: string[] = [];
    const onRequest = ({
      operationId,
      method,
      url,
    }: {
      operationId: string;
      method: string;
      url: string;
    }) => seen.push(`${operationId} ${method} ${url}`);
    const { trainar } = client({}, { onRequest });
    await trainar.mcp.listTools();
    expect(seen).toEqual([
      'mcp.connect GET https://mcp.trainar.ai/sse',
      'mcp.connect POST https://mcp.trainar.ai/post',
      'mcp.connect POST https://mcp.trainar.ai/post',
      'mcp.listTools POST https://mcp.trainar.ai/post',
    ]);
  });
});

describe('tools in pages', () => {
  const paged =
    (cursors: (string | undefined)[]): Script['say'] =>
    ({ id, method }, stream) => {
      if (method !== 'tools/list') return false;
      const nextCursor = cursors.shift();
      stream.send({ id, result: { tools: [{ name: `t${cursors.length}` }], nextCursor } });
      return true;
    };

  it('are all listed', async () => {
    const { trainar, server } = client({ say: paged(['a', 'b', undefined]) });
    const names = (await trainar.mcp.listTools()).map(({ name }) => name);
    expect(names).toEqual(['t2', 't1', 't0']);
    expect(server.said.slice(2).map(({ params }) => params)).toEqual([
      {},
      { cursor: 'a' },
      { cursor: 'b' },
    ]);
  });

  it('that run in a circle are a PaginationError', async () => {
    const { trainar } = client({ say: paged(['a', 'b', 'a', 'b', 'a']) });
    await expect(trainar.mcp.listTools()).rejects.toMatchObject({ name: 'PaginationError' });
  });
});

describe('sessions.list()', () => {
  const session = { id: 's1', status: 'completed' };

  it.each([
    ['structured', { ...text('other'), structuredContent: { sessions: [session] } }],
    ['an object as text', text({ sessions: [session] })],
    ['a list as text', text([session])],
  ])('takes %s', async (_, answer) => {
    const { trainar, server } = client({ tools: { list_sessions: () => answer } });
    const page = await trainar.sessions.list({ status: 'completed', limit: 5 });
    expect(page.items).toEqual([session]);
    expect(page.hasNextPage()).toBe(false);
    expect(server.said.at(-1)?.params?.arguments).toEqual({ status: 'completed', limit: 5 });
    expect(await trainar.sessions.list().toArray()).toEqual([session]);
    const { data, response } = await trainar.sessions.list().withResponse();
    expect([data.items, response.status]).toEqual([[session], 200]);
  });

  it.each([
    text('no list'),
    { content: [] },
    { content: [{ type: 'text', text: 'none' }] },
    { ...text([]), structuredContent: { items: [] } },
  ])('says so when the answer has no known form', async (answer) => {
    const { trainar } = client({ tools: { list_sessions: () => answer } });
    await expect(trainar.sessions.list()).rejects.toThrow(/no list under "sessions"/);
  });

  it('is a read: it is asked again when the stream broke', async () => {
    const { trainar, calls } = client({
      tools: { list_sessions: () => text([]) },
      say: breaking(1),
    });
    expect((await trainar.sessions.list()).items).toEqual([]);
    expect(calls()).toBe(2);
  });
});

describe('the stream', () => {
  it('means the same however the network cuts it', async () => {
    const value = { text: 'Überprüfen: 3 – „Kessel“ 🦊', lines: 'a\nb\r\nc' };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 400 }), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (cuts, newline, inBatch) => {
          const say: Script['say'] = ({ id, method }, stream) => {
            if (method !== 'tools/call') return false;
            const message = { jsonrpc: '2.0', id, result: text(value) };
            const json = JSON.stringify(
              inBatch ? [message, { method: 'notifications/x' }] : message,
            );
            const lines = [': a comment', 'event: message', 'retry: 10', `data: ${json}`, '', ''];
            const whole = new TextEncoder().encode(lines.join(newline));
            const at = [0, ...cuts.map((cut) => cut % whole.length).sort((a, b) => a - b)];
            for (const [n, from] of at.entries()) stream.write(whole.slice(from, at[n + 1]));
            return true;
          };
          const { trainar } = client({ say });
          const { content } = await trainar.mcp.callTool('look');
          expect(JSON.parse(content[0]?.text ?? '')).toEqual(value);
          await trainar.mcp.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
