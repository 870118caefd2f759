import { watched } from './watch.ts';

/** One call as it went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly status: number;
  readonly answerHeaders: Headers;
  readonly answer: string;
}

/** What is done to a request before it is sent, to provoke a refusal. */
export type Change = (request: Request) => Request;

/** Stands between a client and the sandbox and keeps what passes. */
export class Recorder {
  readonly exchanges: Exchange[] = [];
  /** The client methods that were called, in order: `tasks.create`. */
  readonly called: string[] = [];
  /** What happens to every request; scenarios set it to send what the client itself would not. */
  change: Change = (request) => request;

  /** The last call so far. */
  get last(): Exchange {
    const last = this.exchanges.at(-1);
    if (last === undefined) throw new Error('The client under test made no call.');
    return last;
  }

  /** A client whose calls are noted in `called`. */
  watch<C extends object>(client: C): C {
    return watched(client, this.called);
  }

  /** A `fetch` that records and passes on. */
  over(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      const request = this.change(new Request(input, init));
      const { method, headers } = request;
      const body = await request.clone().text();
      const response = await fetch(request);
      this.exchanges.push({
        method,
        url: new URL(request.url),
        headers: new Headers(headers),
        body,
        status: response.status,
        answerHeaders: new Headers(response.headers),
        answer: await response.clone().text(),
      });
      return response;
    };
  }
}

/** The same request with other headers. */
export const withHeaders = (change: (headers: Headers) => void): Change => {
  return (request) => {
    const headers = new Headers(request.headers);
    change(headers);
    return new Request(request, { headers });
  };
};

/** The same request with another body. */
export const withBody = (body: string): Change => {
  return ({ url, method, headers }) => new Request(url, { method, headers, body });
};

/** The same request to another path; the one that an empty id would make, say. */
export const withPath = (change: (path: string) => string): Change => {
  return (request) => {
    const url = new URL(request.url);
    url.pathname = change(url.pathname);
    return new Request(url, request);
  };
};
