import { describe, expect, it } from 'vitest';
import { ConnectionError, TimeoutError } from '../../../src/core/connection-error.ts';
import { networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';

describe('ConnectionError', () => {
  it.each([
    'ECONNREFUSED',
    'ConnectionRefused',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('knows that nothing was sent: %s', (code) => {
    const error = new ConnectionError('jobs.get', networkFailure(code));
    expect(error).toMatchObject({ code, mayHaveHappened: false, operationId: 'jobs.get' });
    expect(error.message).toBe(
      `No answer to jobs.get (${code}). It was not sent: check baseUrl and the network.`,
    );
  });

  it('knows that nothing goes to a port that fetch refuses', async () => {
    const refused = await rejection(fetch('http://127.0.0.1:1'));
    const error = new ConnectionError('jobs.get', refused);
    expect(error).toMatchObject({ code: 'bad port', mayHaveHappened: false });
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    // Linux ends an established connection with these too, when its packets find no way.
    'EHOSTUNREACH',
    'ENETUNREACH',
  ])('allows that the request arrived: %s', (code) => {
    const error = new ConnectionError('jobs.get', networkFailure(code));
    expect(error).toMatchObject({ code, mayHaveHappened: true });
    expect(error.message).toContain('look before you send a write again');
  });

  it.each([
    new TypeError('Failed to fetch'),
    'a string',
    undefined,
    null,
    Object.assign(new Error('x'), { code: 7 }),
    new DOMException('x', 'NetworkError'),
  ])('assumes the worst where the runtime gives no code (%#)', (cause) => {
    const error = new ConnectionError('jobs.get', cause);
    expect(error.code).toBeUndefined();
    expect(error.mayHaveHappened).toBe(true);
    expect(error.cause).toBe(cause);
  });

  it('finds the code of both addresses that were tried', () => {
    const both = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
    expect(new ConnectionError('x', new TypeError('fetch failed', { cause: both })).code).toBe(
      'ECONNREFUSED',
    );
  });

  it('does not follow causes in a circle', () => {
    const error = new Error('x');
    error.cause = error;
    expect(new ConnectionError('x', error).code).toBeUndefined();
  });
});

describe('TimeoutError', () => {
  it('tells what took too long, how long it had, and what to do', () => {
    const error = new TimeoutError('jobs.get', 250);
    expect(error).toMatchObject({ operationId: 'jobs.get', timeoutMs: 250 });
    expect(error.message).toBe(
      'jobs.get was not done within 250 ms. Raise timeoutMs, or try later.',
    );
    expect(new TimeoutError('a', 1, 'Ask a human.').message).toMatch(/Ask a human\.$/);
  });
});
