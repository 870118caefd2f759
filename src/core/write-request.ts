import {
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  mergeHeaders,
} from 'openapi-fetch';
import type { Call } from './operation.ts';

/** The parts of a call that differ from one to the next. */
export interface CallArguments {
  path?: Readonly<Record<string, string>> | undefined;
  query?: object | undefined;
  body?: object | undefined;
  /** Key without which the answer is of no use. */
  needs?: string | undefined;
}

type SentHeaders = Readonly<Record<string, string>> | undefined;

/**
 * What `fetch` is called with. A `Request` would cost a fifth of a call, be made a second time within `fetch`,
 * and have a body that can be sent only once.
 */
export interface PlainRequest {
  readonly url: string;
  readonly init: RequestInit;
}

const querySerializer = /* @__PURE__ */ createQuerySerializer();

/** Writes a call down with the parts of openapi-fetch, which read path and query as OpenAPI says. Later headers win. */
export function writeRequest(
  baseUrl: string,
  { method, path: template, body: kind }: Call,
  { path, query, body }: CallArguments,
  ...given: SentHeaders[]
): PlainRequest {
  const url = createFinalURL(template, {
    baseUrl,
    params: { path: path as Record<string, string>, query: query as Record<string, unknown> },
    querySerializer,
    pathSerializer: defaultPathSerializer,
  });
  const headers = mergeHeaders(body && { 'Content-Type': 'application/json' }, ...given);
  // A platform's API has nowhere to redirect to, and a key must not follow anywhere.
  const init: RequestInit = { method, headers, redirect: 'manual' };
  if (body && kind === 'form') {
    // Above the caller's own, which is meant for the calls that send JSON.
    headers.set('Content-Type', 'application/x-www-form-urlencoded');
    init.body = writeForm(body);
  } else if (body) {
    init.body = JSON.stringify(body);
  }
  return { url, init };
}

/** `undefined` is left out, as it is in JSON. */
function writeForm(fields: object): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given).toString();
}
