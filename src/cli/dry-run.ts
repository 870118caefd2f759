import { redact, redactDeep } from '../core/redact.ts';

/** Thrown in place of sending. */
export class DryRun extends Error {
  readonly request: { method: string; url: string; headers: Record<string, string>; body: unknown };

  constructor(request: DryRun['request']) {
    super('nothing was sent');
    this.request = request;
  }
}

/** A `fetch` that sends nothing. */
export const unsent: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const headers = Object.fromEntries(
    [...request.headers].map(([name, value]) => [name, redact(value)]),
  );
  const text = await request.text();
  throw new DryRun({
    method: request.method,
    url: redact(request.url),
    headers,
    body: text === '' ? undefined : readBody(text),
  });
};

/** The request that an error says was not sent, if it is such an error. */
export function dryRunOf(error: unknown): DryRun | undefined {
  if (error instanceof DryRun) return error;
  const { cause } = Object(error) as { cause?: unknown };
  return cause === undefined ? undefined : dryRunOf(cause);
}

/** The request as it would travel. */
export function spell({ method, url, headers, body }: DryRun['request']): string {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${titled(name)}: ${value}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  const head = [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...lines].join('\n');
  return body === undefined ? head : `${head}\n\n${text}`;
}

function readBody(text: string): unknown {
  try {
    return redactDeep(JSON.parse(text) as unknown);
  } catch {
    return redact(text);
  }
}

const titled = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
