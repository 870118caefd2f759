import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operation.ts';
import { answerProblems, eventProblems, requestProblems } from './kit/checks.ts';
import { SpecDocument } from './kit/document.ts';
import { errorClass, readError } from './kit/expected-error.ts';
import type { Exchange } from './kit/recorder.ts';
import { unknownFields } from './kit/unknown-fields.ts';
import { trainar } from './trainar/world.ts';

const spec = await SpecDocument.load('trainar');
const { operations, schemas } = trainar;
const list = operations['tasks.list'] as Operation;
const update = operations['tasks.update'] as Operation;

const task = {
  id: 't1',
  title: 'Sweep',
  description: null,
  status: 'open',
  priority: 'medium',
  source: 'api',
  external_id: null,
  assigned_to: { user_id: 'u1', name: 'Ada' },
  due_date: null,
  created_at: '2026-06-01T09:00:00.000Z',
  completed_at: null,
  session_id: null,
};

/** A faultless `tasks.update`, changed. */
function exchange(changes: Partial<Record<keyof Exchange, unknown>> = {}): Exchange {
  return {
    method: 'PATCH',
    url: new URL('https://api.trainar.ai/v1/api-tenant-tasks?task_id=t1'),
    headers: new Headers({
      authorization: 'Bearer tak_x',
      accept: 'application/json',
      'content-type': 'application/json',
    }),
    body: '{"status":"open"}',
    status: 200,
    answer: JSON.stringify(task),
    answerHeaders: new Headers({ 'content-type': 'application/json' }),
    ...changes,
  } as Exchange;
}

const headersWithout = (name: string) => {
  const { headers } = exchange();
  headers.delete(name);
  return headers;
};

describe('the check of a request', () => {
  const problems = (changes: Partial<Record<keyof Exchange, unknown>>, operation = update) =>
    requestProblems(trainar, spec, operation, exchange(changes));

  it('is content with a faultless one', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['another method', { method: 'POST' }, 'in place of PATCH'],
    ['another path', { url: new URL('https://x.test/v1/tasks?task_id=t1') }, 'in place of PATCH'],
    [
      'a query the spec does not name',
      { url: new URL('https://x.test/v1/api-tenant-tasks?task_id=t1&dry=1') },
      'query dry is not in the spec',
    ],
    [
      'a missing query',
      { url: new URL('https://x.test/v1/api-tenant-tasks') },
      'query task_id is required',
    ],
    ['no token', { headers: headersWithout('authorization') }, 'no bearer token'],
    ['no content type', { headers: headersWithout('content-type') }, 'no content type'],
    ['no accept header', { headers: headersWithout('accept') }, 'does not accept JSON'],
    ['no body', { body: '' }, 'no body'],
    ['a wrong value', { body: '{"status":"done"}' }, 'status: '],
    ['an unknown field', { body: '{"status":"open","by":"me"}' }, 'by is not in the spec'],
  ])('finds %s', (_, changes, problem) => {
    expect(problems(changes).join()).toContain(problem);
  });

  it('finds a token where none is due, and a body where none is due', () => {
    const found = problems({}, { ...update, body: undefined as never, tokenless: true });
    expect(found).toEqual([
      'a token, where none is due',
      'content type application/json',
      'a body, where none is due',
    ]);
  });

  it('finds a query of the wrong type', () => {
    const url = new URL('https://x.test/v1/api-tenant-tasks?limit=many');
    expect(problems({ method: 'GET', url }, list)).toContain('query limit may not be many');
  });
});

describe('the check of an answer', () => {
  const problems = (changes: Partial<Record<keyof Exchange, unknown>>, operation = update) =>
    answerProblems(schemas, spec, operation, exchange(changes));

  it('is content with a faultless one', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['a status the spec does not name', { status: 418 }, 'the spec has no answer 418'],
    ['a wrong type', { answer: JSON.stringify({ ...task, title: 7 }) }, 'title: '],
    ['a missing field', { answer: JSON.stringify({ ...task, source: undefined }) }, 'source: '],
    [
      'an unknown field, however deep',
      { answer: JSON.stringify({ ...task, assigned_to: { ...task.assigned_to, age: 7 } }) },
      'assigned_to.age is not in the spec',
    ],
    ['a body that is not JSON', { answer: '<html>' }, 'body: '],
    ['another content type', { answerHeaders: new Headers() }, 'content type none'],
  ])('finds %s', (_, changes, problem) => {
    expect(problems(changes).join()).toContain(problem);
  });

  it('finds an unknown field in either form of a list', () => {
    const extra = [{ ...task, colour: 'red' }];
    const bare = problems({ answer: JSON.stringify(extra) }, list);
    const wrapped = problems({ answer: JSON.stringify({ tasks: extra }) }, list);
    expect(bare).toEqual(['[0].colour is not in the spec']);
    expect(wrapped).toEqual(['tasks[0].colour is not in the spec']);
  });
});

describe('the check of an event', () => {
  it('finds a missing and an unknown field', () => {
    const event = { event: 'task.completed', event_id: 'evt-1', timestamp: 'now', data: { by: 1 } };
    expect(eventProblems(schemas, spec, 'task.completed', event)).toEqual([
      expect.stringContaining('data.task_id: '),
      'data.by is not in the spec',
    ]);
  });
});

describe('unknown fields', () => {
  const named = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, {}])),
  });

  it.each([
    ['of parts that hold at once', { allOf: [named('a'), named('b')] }, { a: 1, b: 2 }, []],
    ['in none of those parts', { allOf: [named('a'), named('b')] }, { c: 1 }, ['c']],
    ['of one form among several', { oneOf: [named('a'), named('b')] }, { b: 1 }, []],
    ['mixed from several forms', { anyOf: [named('a'), named('b')] }, { a: 1, b: 1 }, ['b']],
    ['in a form beside null', { anyOf: [named('a'), { type: 'null' }] }, { b: 1 }, ['b']],
    ['in an open object', { ...named('a'), additionalProperties: true }, { b: 1 }, []],
    ['in a map', { type: 'object', additionalProperties: named('a') }, { k: { b: 1 } }, ['k.b']],
    ['where anything goes', {}, { a: { b: 1 } }, []],
  ])('%s', (_, schema, value, unknown) => {
    expect(unknownFields({}, schema as never, value)).toEqual(unknown);
  });
});

describe('the class an error is expected to have', () => {
  it.each([
    [403, { code: 'FORBIDDEN', details: { requiredScopes: ['jobs:read'] } }, 'MissingScopeError'],
    [403, { error: 'INSUFFICIENT_PERMISSIONS' }, 'MissingScopeError'],
    [403, { code: 'FORBIDDEN', details: { featureKey: 'hiring' } }, 'FeatureDisabledError'],
    [403, { details: { reason: 'account_claim_required' } }, 'ClaimRequiredError'],
    [403, { code: 'FORBIDDEN' }, 'PermissionDeniedError'],
    [409, { code: 'CONFLICT' }, 'ConflictError'],
    [502, undefined, 'ServerError'],
    [418, {}, 'ApiError'],
  ])('%d %j: %s', (status, body, name) => {
    expect(errorClass(list, status, readError(body))).toBe(name);
  });

  it('is of OAuth for agent auth', () => {
    const operation = { ...list, path: '/api/agent/oauth/token' };
    expect(errorClass(operation, 400, readError({ error: 'slow_down' }))).toBe('OAuthError');
    expect(errorClass(operation, 429, readError({}))).toBe('RateLimitError');
  });
});
