/** What a request looked like when it reached the network. */
export interface SentRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  redirect: RequestRedirect;
  signal: AbortSignal | undefined;
}

/** One answer of the network: a response, an error to reject with, or what makes either. */
export type Answer = Response | Error | ((sent: SentRequest) => Response | Promise<Response>);

export interface FakeFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** Every request so far, in order. */
  readonly sent: SentRequest[];
}

/** A network that gives these answers one after the other; the last one again and again. */
export function fakeFetch(...answers: Answer[]): FakeFetch {
  const sent: SentRequest[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { method, headers, redirect } = request;
    const seen: SentRequest = {
      method,
      headers: new Headers(headers),
      url: new URL(request.url),
      redirect,
      signal: init?.signal ?? undefined,
      body: await request.text(),
    };
    const answer = answers[Math.min(sent.push(seen), answers.length) - 1];
    if (answer === undefined) throw new Error('fakeFetch was given no answer');
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(seen) : answer.clone();
  };
  return Object.assign(fetch, { sent });
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** An answer that can't be had, as Node's fetch reports it. */
export function networkFailure(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

/** Headers and then this much of a body, which never goes on and ignores every signal. */
export function stalledBody(start = '{"half":'): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
