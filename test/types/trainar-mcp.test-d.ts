import { describe, expectTypeOf, it } from 'vitest';
import type { ListPromise } from '../../src/core/public.ts';
import {
  type McpTool,
  type Session,
  type SessionList,
  ToolError,
  type ToolResult,
  TrainAR,
} from '../../src/trainar/index.ts';

declare const trainar: TrainAR;

describe('tools', () => {
  it('are called by any name, with any arguments, and answer openly', async () => {
    expectTypeOf(trainar.mcp.listTools()).resolves.toEqualTypeOf<McpTool[]>();
    trainar.mcp.callTool('list_sessions');
    const result = await trainar.mcp.callTool('get_weather', { at: 'noon' }, { idempotent: true });
    expectTypeOf(result).toEqualTypeOf<ToolResult>();
    expectTypeOf(result.structuredContent?.anything).toEqualTypeOf<unknown>();
    expectTypeOf(result.content[0]?.text).toEqualTypeOf<string | undefined>();
    expectTypeOf(result.whatever).toEqualTypeOf<unknown>();
    // @ts-expect-error: arguments are an object
    trainar.mcp.callTool('list_sessions', 'all');
    // @ts-expect-error: no such option
    trainar.mcp.callTool('list_sessions', {}, { retry: true });
    // @ts-expect-error: only a tool call may be said to be repeatable
    trainar.mcp.listTools({ idempotent: true });
  });

  it('fail with an error that narrows', () => {
    const error: unknown = undefined;
    if (error instanceof ToolError) expectTypeOf(error.code).toEqualTypeOf<string | undefined>();
  });
});

describe('sessions', () => {
  it('are listed like everything else, with fields that may be missing', async () => {
    expectTypeOf(trainar.sessions.list()).toEqualTypeOf<ListPromise<Session, SessionList>>();
    for await (const session of trainar.sessions.list({ status: 'completed', role: 'trainee' })) {
      expectTypeOf(session.score).toEqualTypeOf<number | null | undefined>();
    }
    // Filters are inferred, so that others may be tried.
    trainar.sessions.list({ status: 'archived', limit: 10 });
    // @ts-expect-error: a limit is a number
    trainar.sessions.list({ limit: '10' });
  });

  it('are where the client says the server is', () => {
    new TrainAR({ mcpUrl: 'https://proxy.example.com/sse' });
    // @ts-expect-error: an address is text
    new TrainAR({ mcpUrl: new URL('https://proxy.example.com/sse') });
  });
});
