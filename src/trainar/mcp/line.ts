import { UnexpectedResponseError } from '../../core/api-error.ts';
import { ConnectionError } from '../../core/connection-error.ts';
import { defaultMaxResponseBytes, defaultTimeoutMs, userAgent } from '../../core/defaults.ts';
import { requestId } from '../../core/error-body.ts';
import { exchange } from '../../core/exchange.ts';
import { announced } from '../../core/hooks.ts';
import type { Call } from '../../core/operation.ts';
import { refusal } from '../../core/refusal.ts';
import type { PlainRequest } from '../../core/write-request.ts';
import type { RemoteOptions } from './remote-options.ts';

/** The name under which connecting stands in errors and logs. */
export const connecting = 'mcp.connect';

/** One message to be posted. */
export interface Posted {
  operationId: string;
  url: URL;
  body: string;
  headers: Readonly<Record<string, string>> | undefined;
  /** The protocol revision that was agreed on. */
  protocol: string | undefined;
}

/** The HTTP beneath a connection: a stream to open, messages to post; the key goes in the header alone. */
export class Line {
  readonly url: string;
  readonly maxBytes: number;
  readonly #remote: RemoteOptions;

  constructor(url: string, remote: RemoteOptions) {
    this.url = url;
    this.maxBytes = remote.options.maxResponseBytes ?? defaultMaxResponseBytes;
    this.#remote = remote;
  }

  /** @throws what an API call is refused with, by status; ConnectionError */
  async open(signal: AbortSignal): Promise<Response> {
    const headers = this.#headers({ Accept: 'text/event-stream' });
    const request = plain('GET', this.url, headers, null);
    const { response } = await announced(
      this.#remote.options,
      connecting,
      'GET',
      request.url,
      1,
      async () => {
        try {
          return { response: await this.#fetch(request.url, { ...request.init, signal }) };
        } catch (cause) {
          throw signal.aborted ? signal.reason : new ConnectionError(connecting, cause);
        }
      },
    );
    if (!response.ok) throw await this.#refused({ id: connecting }, request, response, signal);
    return response;
  }

  /** @returns the status, of success or of a session that the server does not know */
  async post(
    { operationId, url, body, headers: more, protocol }: Posted,
    signal: AbortSignal,
  ): Promise<number> {
    const headers = this.#headers({
      ...more,
      'Content-Type': 'application/json',
      ...(protocol !== undefined && { 'Mcp-Protocol-Version': protocol }),
    });
    const request = plain('POST', url, headers, body);
    // The session's id stands in the query, and opens what the key does.
    const shown = url.origin + url.pathname;
    const answer = await announced(this.#remote.options, operationId, 'POST', shown, 1, () =>
      exchange((input, init) => this.#fetch(input, init), request, {
        operationId,
        timeoutMs: this.#timeoutMs,
        maxBytes: this.maxBytes,
        signal,
      }),
    );
    const { status, ok } = answer.response;
    if (ok || status === 404 || status === 410) return status;
    throw await this.#refused({ id: operationId }, request, answer.response, signal, answer.text);
  }

  async #refused(
    call: Pick<Call, 'id' | 'scope'>,
    request: PlainRequest,
    response: Response,
    signal: AbortSignal,
    read?: string,
  ): Promise<Error> {
    if (response.status < 400) {
      const { status, headers } = response;
      response.body?.cancel().catch(() => {});
      return new UnexpectedResponseError({
        message: 'Redirected, or answered without a stream; check mcpUrl.',
        status,
        headers,
        operationId: call.id,
        requestId: requestId(headers),
      });
    }
    const { product, clock } = this.#remote;
    const limits = {
      operationId: call.id,
      timeoutMs: this.#timeoutMs,
      maxBytes: this.maxBytes,
      signal,
    };
    const text = read ?? (await exchange(async () => response, request, limits)).text ?? '';
    return refusal(call as Call, response, text, product.readErrorBody, clock.now());
  }

  get #timeoutMs(): number {
    return this.#remote.options.timeoutMs ?? defaultTimeoutMs;
  }

  #headers(own: Record<string, string>): Record<string, string> {
    const { options, product } = this.#remote;
    return {
      ...userAgent,
      ...options.headers,
      ...own,
      Authorization: `Bearer ${product.key()}`,
    };
  }

  #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    return (this.#remote.options.fetch ?? globalThis.fetch)(input, init);
  }
}

function plain(
  method: string,
  url: string | URL,
  headers: Record<string, string>,
  body: string | null,
): PlainRequest {
  return {
    url: `${url}`,
    init: { method, headers: new Headers(headers), body, redirect: 'manual' },
  };
}
