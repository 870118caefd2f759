import { describe, expect, it } from 'vitest';
import { TimeoutError } from '../../../src/core/connection-error.ts';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import type { UsageOutcome } from '../../../src/platform/usage-outcome.ts';
import { UsageReportError } from '../../../src/platform/usage-report-error.ts';
import { McpError, ToolError } from '../../../src/trainar/mcp/errors.ts';
import { type Answer, fakeFetch, json, networkFailure } from '../../support/fake-fetch.ts';
import { closeJob, createJob, rejection, transport } from '../../support/transport.ts';

const refused = networkFailure('ECONNREFUSED');
const broken = networkFailure('ECONNRESET');
const body = { title: 'x' };
const path = { id: 'job_1' };

describe('a write that is sent once', () => {
  it.each<[string, boolean, Answer]>([
    ['nobody listens', false, refused],
    ['the connection breaks', true, broken],
    ['the platform fails', true, json({ error: 'x', code: 'X' }, 500)],
    ['its success is no JSON', true, new Response('<html>')],
    ['its success is empty', true, new Response('')],
    ['it is malformed', false, json({ error: 'x', code: 'X' }, 400)],
    ['it is forbidden', false, json({ error: 'x', code: 'X' }, 403)],
    ['it conflicts', false, json({ error: 'x', code: 'X' }, 409)],
    ['there are too many', false, json({ error: 'x', code: 'X' }, 429)],
  ])('and ends when %s: %s', async (_, happened, answer) => {
    const fetch = fakeFetch(answer);
    const error = await rejection(transport({ fetch, maxRetries: 0 }).call(createJob, { body }));
    expect(error).toMatchObject({ mayHaveHappened: happened });
  });

  it('may have happened when its time was up', async () => {
    const fetch = fakeFetch(() => new Promise<Response>(() => {}));
    const call = transport({ fetch, timeoutMs: 2 }).call(createJob, { body });
    const error = await rejection(call);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ mayHaveHappened: true });
  });

  it('has not happened when it never was a request', async () => {
    const fetch = fakeFetch(json({}));
    const error = await rejection(transport({ fetch }).call(closeJob, { path: { id: '' } }));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ mayHaveHappened: false });
    expect(fetch.sent).toHaveLength(0);
  });
});

describe('a write that may be repeated', () => {
  it.each<[string, boolean, Answer[]]>([
    ['was never sent', false, [refused, refused, refused]],
    ['was lost first, and never sent again', true, [broken, refused, refused]],
    ['was lost in the middle', true, [refused, broken, refused]],
    ['met trouble, then a conflict', true, [json({}, 503), json({ error: 'x', code: 'X' }, 409)]],
    ['was slowed down, then refused', false, [json({}, 429), json({}, 403)]],
  ])('and %s: %s', async (_, happened, answers) => {
    const fetch = fakeFetch(...answers);
    const error = await rejection(transport({ fetch }).call(closeJob, { path }));
    expect(error).toMatchObject({ mayHaveHappened: happened });
    expect(fetch.sent).toHaveLength(answers.length);
  });

  it('leaves the reason of an abort as it is', async () => {
    const reason = Object.freeze({ why: 'enough' });
    const stop = new AbortController();
    const fetch = fakeFetch(broken, () => {
      stop.abort(reason);
      return new Promise<Response>(() => {});
    });
    const call = transport({ fetch }).call(closeJob, { path }, { signal: stop.signal });
    expect(await rejection(call)).toBe(reason);
  });
});

it.each([
  ['accepted', true],
  ['unconfirmed', true],
  ['refused', false],
  ['unsent', false],
] as const)('a usage report of which an entry is %s: %s', (status, happened) => {
  const entry = { workDate: '2026-06-12', totalSeconds: 60 };
  const entries = [{ entry, status }] as UsageOutcome[];
  const reported = { accepted: 0, budget: undefined, entries };
  const error = new UsageReportError('con_1', reported, new Error('x'));
  expect(error.mayHaveHappened).toBe(happened);
});

it('a tool that failed may have done a part, one that refused has not', () => {
  const tool = (text: string) => new ToolError('close', [{ type: 'text', text }]);
  expect(tool('out of memory').mayHaveHappened).toBe(true);
  expect(tool('{"error":"NO_ACTIVE_SEAT","message":"x"}').mayHaveHappened).toBe(false);
});

it.each([
  [-32700, false],
  [-32602, false],
  [-32603, true],
  [-32000, true],
])('an MCP server that answers %i: %s', (code, happened) => {
  expect(new McpError('mcp.callTool', code, 'x', undefined).mayHaveHappened).toBe(happened);
});
