import { InvalidArgumentError } from './invalid-argument-error.ts';

/** Refuses an id that would turn the path into another one, or into nothing. */
export function checkId(name: string, id: unknown): void {
  if (typeof id !== 'string' || id.trim() === '' || id === '.' || id === '..') {
    throw new InvalidArgumentError(name, `a non-empty id is needed, got ${describe(id)}.`);
  }
}

/** Refuses header values that can't be sent; the runtime's own error would repeat them, keys and all. */
export function checkHeaders(headers: Readonly<Record<string, string>> | undefined): void {
  for (const name in headers) {
    if (/[^\t -~\x80-\xff]/.test(String(headers[name]).trim())) {
      throw new InvalidArgumentError(
        `headers.${name}`,
        'a line break or a character above U+00FF.',
      );
    }
  }
}

/** A base URL without its trailing slash; plain http only to this machine. */
export function checkBaseUrl(baseUrl: string, option = 'baseUrl'): string {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new InvalidArgumentError(option, 'an absolute http or https URL is needed.');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InvalidArgumentError(option, 'no user, query or fragment may stand in it.');
  }
  const local = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new InvalidArgumentError(
      option,
      `${url.protocol}//${url.hostname} would send the key in the clear; use https (http to this machine).`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** Refuses a timeout that a timer would take for none at all. */
export function checkTimeout(timeoutMs: number | undefined): void {
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= longestTimerMs)) {
    throw new InvalidArgumentError('timeoutMs', `milliseconds from 1 to ${longestTimerMs}.`);
  }
}

/** Timers count in 32 bits. */
export const longestTimerMs = 2 ** 31 - 1;

/** What a kind of key looks like. */
export interface KeyFormat {
  /** The option it is given by. */
  option: string;
  prefix: string;
  /** Prefixes of other keys that people mix up with it, and what those are. */
  others: Readonly<Record<string, string>>;
}

/** Refuses a key of the wrong kind, without ever repeating it. */
export function checkKey(key: string, format: KeyFormat): string {
  const refuse = (why: string) => new InvalidArgumentError(format.option, why);
  if (key === '') throw refuse('the key is empty; is its environment variable set?');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw refuse('a key has no spaces, line breaks or special characters; was it cut from a file?');
  }
  if (key.startsWith(format.prefix)) return key;
  for (const [prefix, what] of Object.entries(format.others)) {
    if (key.startsWith(prefix)) {
      throw refuse(`this is ${what}; the key needed here starts with ${format.prefix}`);
    }
  }
  throw refuse(`the key needed here starts with ${format.prefix}`);
}

/** The first of these environment variables that is set, where the runtime has an environment. */
export function fromEnvironment(...names: string[]): string | undefined {
  const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process
    ?.env;
  for (const name of names) if (env?.[name]) return env[name];
  return undefined;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'an empty string' : `"${value}"`;
  return value === null ? 'null' : typeof value;
}
