import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  checkBaseUrl,
  checkHeaders,
  checkId,
  checkKey,
  checkTimeout,
  fromEnvironment,
} from '../../../src/core/arguments.ts';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';

/** The InvalidArgumentError that `act` throws. */
function refusal(act: () => unknown): InvalidArgumentError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return error as InvalidArgumentError;
  }
  throw new Error('nothing was thrown');
}

describe('an id', () => {
  it.each(['', ' ', '\n', '.', '..', undefined, null, 7, {}, ['a']])(
    'is refused when it would make another path: %j',
    (id) => {
      const error = refusal(() => checkId('jobId', id));
      expect(error.argument).toBe('jobId');
      expect(error.message).toMatch(/^jobId: a non-empty id is needed, got /);
    },
  );

  it('is described in the error as what it is', () => {
    const said = (id: unknown) => refusal(() => checkId('id', id)).message;
    expect(said('')).toContain('an empty string');
    expect(said('..')).toContain('".."');
    expect(said(null)).toContain('null');
    expect(said(undefined)).toContain('undefined');
    expect(said(7)).toContain('number');
  });

  it.each(['job_1', '...', 'a/b', 'ä', '%2e%2e'])('may be %s', (id) => {
    expect(() => checkId('id', id)).not.toThrow();
  });
});

describe('a base URL', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com///', 'https://api.example.com'],
    ['https://api.example.com/v1/', 'https://api.example.com/v1'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000/v1', 'http://127.0.0.1:3000/v1'],
    ['http://127.8.9.1', 'http://127.8.9.1'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['http://sandbox.localhost', 'http://sandbox.localhost'],
  ])('may be %s', (given, kept) => {
    expect(checkBaseUrl(given)).toBe(kept);
  });

  it.each([
    'http://api.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://127.example.com',
    'http://notlocalhost',
    'http://0.0.0.0',
    'http://[::2]',
    'ftp://localhost',
    'file:///etc/passwd',
    'ws://localhost',
  ])('may not send the key in the clear: %s', (url) => {
    expect(refusal(() => checkBaseUrl(url)).message).toMatch(/use https/);
  });

  it.each(['', 'api.example.com', '/v1', 'https://'])('has to be absolute: %j', (url) => {
    expect(refusal(() => checkBaseUrl(url)).message).toMatch(/an absolute http or https URL/);
  });

  it.each([
    'https://user:S3cret@api.example.com',
    'https://api.example.com?key=S3cret',
    'https://api.example.com/#S3cret',
  ])('holds nothing but a place, and what else it holds is not repeated: %s', (url) => {
    const error = refusal(() => checkBaseUrl(url));
    expect(error.argument).toBe('baseUrl');
    expect(error.message).not.toContain('S3cret');
  });
});

describe('a timeout', () => {
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('may not be %s', (ms) => {
    expect(refusal(() => checkTimeout(ms)).argument).toBe('timeoutMs');
  });

  it.each([1, 30_000, 2 ** 31 - 1, undefined])('may be %s', (ms) => {
    expect(() => checkTimeout(ms)).not.toThrow();
  });
});

describe('header values', () => {
  it.each(['tak_S3cret\nX-Evil: 1', 'a\r\nb', 'S3cret\0', 'S3cret €', 'S3cret\u007f'])(
    'that can not be sent are refused and not repeated: %j',
    (value) => {
      const error = refusal(() => checkHeaders({ good: 'x', 'X-Key': value }));
      expect(error.argument).toBe('headers.X-Key');
      expect(error.message).not.toContain('S3cret');
    },
  );

  it('that the runtime takes are taken', () => {
    const headers = { a: '', b: 'plain text', c: 'tab\tinside', d: 'caf\u00e9', e: 'ends\n' };
    expect(() => new Headers(headers)).not.toThrow();
    expect(() => checkHeaders(headers)).not.toThrow();
    expect(() => checkHeaders(undefined)).not.toThrow();
  });

  it('are judged as the runtime judges them, for every character', () => {
    for (let code = 0; code < 0x180; code++) {
      const value = `a${String.fromCharCode(code)}b`;
      const judged = (act: () => unknown) => {
        try {
          act();
          return 'taken';
        } catch {
          return 'refused';
        }
      };
      const runtime = judged(() => new Headers({ x: value }));
      // Control characters other than tab are ours to refuse: no proxy lets them through.
      if (runtime === 'refused') expect(judged(() => checkHeaders({ x: value }))).toBe('refused');
    }
  });
});

describe('a key', () => {
  const format = {
    option: 'token',
    prefix: 'ot_pat_',
    others: { tak_: 'a TrainAR key', ot_clm_: 'a claim token' },
  };

  it('is handed back when it is of the right kind', () => {
    expect(checkKey('ot_pat_a_b', format)).toBe('ot_pat_a_b');
  });

  it.each([
    ['ot_pat_S3cret\n', /no spaces, line breaks/],
    ['ot_pat_S3cret x', /no spaces, line breaks/],
    ['ot_pat_S3crét', /special characters/],
    ['', /is empty/],
    ['tak_S3cret', /this is a TrainAR key; the key needed here starts with ot_pat_/],
    ['ot_clm_S3cret', /this is a claim token/],
    ['S3cret', /the key needed here starts with ot_pat_/],
  ])('of another kind is refused and never repeated: %j', (key, why) => {
    const error = refusal(() => checkKey(key, format));
    expect(error.argument).toBe('token');
    expect(error.message).toMatch(why);
    expect(error.message).not.toContain('S3cr');
  });
});

describe('the environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  it('gives the first variable that is set and not empty', () => {
    vi.stubEnv('TRAINYARD_TEST_A', '');
    vi.stubEnv('TRAINYARD_TEST_B', 'b');
    vi.stubEnv('TRAINYARD_TEST_C', 'c');
    expect(fromEnvironment('TRAINYARD_TEST_A', 'TRAINYARD_TEST_B', 'TRAINYARD_TEST_C')).toBe('b');
    expect(fromEnvironment('TRAINYARD_TEST_A')).toBeUndefined();
    expect(fromEnvironment()).toBeUndefined();
  });

  it('may be missing altogether, as in a browser', () => {
    vi.stubGlobal('process', undefined);
    expect(fromEnvironment('PATH')).toBeUndefined();
  });
});
