import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http';
import type { Html } from './html.ts';

/** A request, as routes see it. */
export interface Visit {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** What the route's pattern captured. */
  readonly params: readonly string[];
  /** The raw body. */
  body(): Promise<Buffer>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Matched against the whole path. */
  readonly path: RegExp;
  answer(visit: Visit): Answer | Promise<Answer>;
}

/** A request that is not granted. The message is for whoever asked. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const longestBody = 1_048_576;

/** Answers requests by the first route that fits. */
export function listener(
  routes: readonly Route[],
  sorry: (status: number, message: string) => Html,
): RequestListener {
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const url = targetOf(request);
    for (const route of routes) {
      const match = route.method === request.method ? route.path.exec(url.pathname) : null;
      if (!match) continue;
      const params = match.slice(1).map(decodeURIComponent);
      const visit = { url, headers: request.headers, params, body: () => readBody(request) };
      return await route.answer(visit);
    }
    throw new Refused(404, 'There is no such page.');
  };
  return async (request, response) => {
    try {
      send(response, await answerTo(request));
    } catch (error) {
      const known = error instanceof Refused;
      if (!known) console.error(error);
      const status = known ? error.status : 500;
      const message = known ? error.message : 'Something went wrong here. Please try again.';
      const isApi = /^\/(api|webhooks)\//.test(request.url ?? '');
      send(
        response,
        isApi ? json(status, { error: message }) : page(status, sorry(status, message)),
      );
    }
  };
}

/** @throws Refused 400 for an address that is none. */
function targetOf({ url = '/' }: IncomingMessage): URL {
  try {
    decodeURIComponent(url);
    return new URL(`http://localhost${url}`);
  } catch {
    throw new Refused(400, 'This address can not be read.');
  }
}

export function page(status: number, { text }: Html, formTarget = ''): Answer {
  const csp = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${formTarget}; base-uri 'none'; frame-ancestors 'none'`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    },
    body: text,
  };
}

export function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

/** Goes on elsewhere with a GET. */
export function seeOther(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers }).end(body);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new Refused(413, 'That is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
