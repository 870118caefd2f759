import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as here from '../../../src/core/api-error.ts';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import { TrainyardError } from '../../../src/core/trainyard-error.ts';

const init = { status: 403, operationId: 'jobs.get', headers: new Headers(), message: 'no' };

describe('an error met by a second copy of the package', () => {
  let there: typeof here;
  let thereRoot: typeof TrainyardError;

  beforeAll(async () => {
    vi.resetModules();
    there = await import('../../../src/core/api-error.ts');
    ({ TrainyardError: thereRoot } = await import('../../../src/core/trainyard-error.ts'));
  });

  it('is really another class', () => {
    expect(there.ApiError).not.toBe(here.ApiError);
    expect(Object.getPrototypeOf(there.MissingScopeError.prototype)).not.toBe(
      here.PermissionDeniedError.prototype,
    );
  });

  it('is an instance of its own class and of every class above it, both ways', () => {
    const theirs = new there.MissingScopeError(init, ['a']);
    const ours = new here.MissingScopeError(init, ['a']);
    for (const type of [here.MissingScopeError, here.PermissionDeniedError, here.ApiError]) {
      expect(theirs instanceof type, type.className).toBe(true);
    }
    for (const type of [there.MissingScopeError, there.PermissionDeniedError, there.ApiError]) {
      expect(ours instanceof type, type.className).toBe(true);
    }
    expect(theirs instanceof TrainyardError).toBe(true);
    expect(ours instanceof thereRoot).toBe(true);
    expect(theirs instanceof Error).toBe(true);
  });

  it('is no instance of a sister or a subclass', () => {
    const theirs = new there.PermissionDeniedError(init);
    expect(theirs instanceof here.NotFoundError).toBe(false);
    expect(theirs instanceof here.MissingScopeError).toBe(false);
    expect(theirs instanceof ConnectionError).toBe(false);
  });

  it('is recognised when a user derived it from the other copy', () => {
    class Mine extends there.ConflictError {}
    const mine = new Mine(init);
    expect(mine instanceof Mine).toBe(true);
    expect(mine instanceof here.ConflictError).toBe(true);
    expect(mine instanceof here.ApiError).toBe(true);
    expect(mine instanceof here.NotFoundError).toBe(false);
  });
});

describe("a user's own subclass", () => {
  class Mine extends here.ApiError {}
  class Other extends here.ApiError {}

  it('holds only what it made itself', () => {
    expect(new Mine(init) instanceof Mine).toBe(true);
    expect(new Mine(init) instanceof here.ApiError).toBe(true);
    expect(new here.ApiError(init) instanceof Mine).toBe(false);
    expect(new Other(init) instanceof Mine).toBe(false);
  });
});

describe('instanceof', () => {
  it.each([
    null,
    undefined,
    0,
    '',
    'ApiError',
    Symbol('x'),
    {},
    [],
    () => {},
    new Error('plain'),
    { name: 'ApiError', className: 'ApiError' },
    Object.create(null),
  ])('says no to what is no error of this package (%#)', (value) => {
    expect((value as unknown) instanceof TrainyardError).toBe(false);
    expect((value as unknown) instanceof here.ApiError).toBe(false);
  });
});

describe('every error class', () => {
  const made: [string, TrainyardError][] = [
    ['ApiError', new here.ApiError(init)],
    ['BadRequestError', new here.BadRequestError(init)],
    ['AuthenticationError', new here.AuthenticationError(init)],
    ['PermissionDeniedError', new here.PermissionDeniedError(init)],
    ['MissingScopeError', new here.MissingScopeError(init, [])],
    ['FeatureDisabledError', new here.FeatureDisabledError(init, 'f')],
    ['ClaimRequiredError', new here.ClaimRequiredError(init, undefined)],
    ['NotFoundError', new here.NotFoundError(init)],
    ['ConflictError', new here.ConflictError(init)],
    ['RateLimitError', new here.RateLimitError(init)],
    ['ServerError', new here.ServerError(init)],
    ['OAuthError', new here.OAuthError(init)],
    ['UnexpectedResponseError', new here.UnexpectedResponseError(init)],
    ['ConnectionError', new ConnectionError('jobs.get', new Error('x'))],
    ['TimeoutError', new TimeoutError('jobs.get', 5)],
    ['InvalidArgumentError', new InvalidArgumentError('id', 'x')],
  ];

  it.each(made)('%s is called by its public name, in name, stack and toString', (name, error) => {
    expect(error.name).toBe(name);
    expect((error.constructor as typeof TrainyardError).className).toBe(name);
    expect(error.stack?.startsWith(`${name}: `)).toBe(true);
    expect(String(error)).toBe(`${name}: ${error.message}`);
    expect(Object.keys(error)).not.toContain('name');
  });
});
