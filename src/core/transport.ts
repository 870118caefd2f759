import createFetchClient from 'openapi-fetch';
import { version } from '../../package.json';
import { UnexpectedResponseError } from './api-error.ts';
import { ApiPromise, type ApiResponse } from './api-promise.ts';
import { checkBaseUrl, checkHeaders, checkId, checkTimeout, fromEnvironment } from './arguments.ts';
import type { ClientOptions } from './client-options.ts';
import { type Clock, systemClock } from './clock.ts';
import type { DriftCheck, LoadSchemas } from './drift.ts';
import { type ReadErrorBody, requestId } from './error-body.ts';
import { type Exchange, exchange, PlainRequest } from './exchange.ts';
import { announce, type Hooks } from './hooks.ts';
import { inNode } from './in-node.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import type { Call } from './operation.ts';
import { Pace } from './pace.ts';
import { redact } from './redact.ts';
import { refusal } from './refusal.ts';
import type { RequestOptions } from './request-options.ts';
import { retryDelayMs } from './retry.ts';

/** What sets one product apart from another on the wire. */
export interface Product {
  /** Where it lives unless told otherwise. */
  baseUrl: string;
  /** Environment variables that may hold another base URL, first wins. */
  baseUrlVariables: readonly string[];
  readErrorBody: ReadErrorBody;
  loadSchemas: LoadSchemas;
  /** The key to send with an operation that needs one; throws when there is none. */
  key(): string;
}

/** The parts of a call that differ from one to the next. */
export interface CallArguments {
  path?: Readonly<Record<string, string>> | undefined;
  query?: object | undefined;
  body?: object | undefined;
  /** Key without which the answer is of no use. */
  needs?: string | undefined;
}

type Send = (
  method: string,
  path: string,
  init: Record<string, unknown>,
) => Promise<{ response: Response }>;

const maxResponseBytes = 16 * 1024 * 1024;

/** One product's HTTP calls: openapi-fetch writes the request, the loop beneath it sends it. */
export class Transport {
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly #options: ClientOptions;
  readonly #product: Product;
  readonly #fetch: typeof globalThis.fetch;
  readonly #send: Send;
  readonly #hooks: Hooks;
  readonly #pace: Pace | undefined;
  readonly #drift: Promise<DriftCheck> | undefined;

  constructor(product: Product, options: ClientOptions) {
    const { clock = systemClock, fetch, pace, onDrift } = options;
    this.clock = clock;
    this.baseUrl = checkBaseUrl(
      options.baseUrl ?? fromEnvironment(...product.baseUrlVariables) ?? product.baseUrl,
    );
    checkTimeout(options.timeoutMs);
    checkHeaders(options.headers);
    this.#options = options;
    this.#product = product;
    this.#hooks = options;
    // Bound late: msw and instrumentation may replace the global after the client was made.
    this.#fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
    const headers: Record<string, string> = { Accept: 'application/json' };
    // A browser would ask the platform for leave (CORS) before it sent such a header.
    if (inNode) headers['User-Agent'] = `trainyard/${version}`;
    const { request } = createFetchClient({
      baseUrl: this.baseUrl,
      headers: { ...headers, ...options.headers },
      // A platform's API has nowhere to redirect to, and a key must not follow anywhere.
      redirect: 'manual',
      Request: PlainRequest as unknown as typeof Request,
    });
    this.#send = request as unknown as Send;
    this.#pace = pace && new Pace(pace, clock);
    // Loaded for those who ask for it: it is no part of a client's bundle.
    this.#drift =
      onDrift &&
      import('./drift.ts').then(
        ({ DriftCheck }) => new DriftCheck(options.loadSchemas ?? product.loadSchemas, onDrift),
      );
  }

  /** Makes one call of the operation table. */
  call<T>(operation: Call, args: CallArguments = {}, options?: RequestOptions): ApiPromise<T> {
    return new ApiPromise(this.#call<T>(operation, args, options ?? {}));
  }

  async #call<T>(
    operation: Call,
    { path, query, body, needs }: CallArguments,
    options: RequestOptions,
  ): Promise<ApiResponse<T>> {
    for (const name in path) checkId(name, path[name]);
    for (const name of operation.requiredQuery ?? []) checkId(name, query?.[name as never]);
    checkTimeout(options.timeoutMs);
    checkHeaders(options.headers);
    if (body !== undefined && (typeof body !== 'object' || body === null)) {
      throw new InvalidArgumentError('body', `${operation.id} takes an object.`);
    }
    const headers: Record<string, string> = { ...options.headers };
    // Without a key a tokenless call stays a simple request, which a browser sends straight away.
    if (!operation.tokenless) headers.Authorization = `Bearer ${this.#product.key()}`;
    const form = operation.body === 'form';
    if (form) headers['Content-Type'] = 'application/x-www-form-urlencoded';

    let answer: Exchange | undefined;
    const { response } = await this.#send(operation.method, operation.path, {
      params: { path, query },
      body,
      headers,
      parseAs: 'stream',
      bodySerializer: form ? writeForm : JSON.stringify,
      fetch: async (request: PlainRequest) => {
        answer = await this.#attempts(operation, request, options);
        return answer.response;
      },
    });
    const data = this.#parse(operation, answer as Exchange);
    if (needs && !Object(data)[needs]) {
      throw unexpected(operation, response, `The answer has no "${needs}"; check baseUrl.`);
    }
    this.#drift
      ?.then((drift) => drift.look(operation.id, response.status, answer?.text as string))
      .catch(() => this.#hooks.logger?.warn('drift checks could not be loaded'));
    return {
      data: data as T,
      response,
      requestId: requestId(response.headers),
    };
  }

  /** Sends a request until it is answered, or must not be sent again. */
  async #attempts(
    operation: Call,
    request: PlainRequest,
    options: RequestOptions,
  ): Promise<Exchange> {
    const { signal } = options;
    const mostRetries = options.maxRetries ?? this.#options.maxRetries ?? 2;
    for (let attempt = 1; ; attempt++) {
      try {
        const send = () => this.#attempt(operation, request, attempt, options);
        return await (this.#pace ? this.#pace.run(send, signal) : send());
      } catch (error) {
        const repeatable = operation.method === 'GET' || operation.idempotent === true;
        const delay = retryDelayMs(error, repeatable, attempt);
        if (delay === undefined || !(attempt <= mostRetries)) throw error;
        this.#hooks.logger?.warn(
          `${operation.id}: again in ${Math.round(delay)} ms after ${(error as Error).name}`,
        );
        await this.clock.sleep(delay, signal);
      }
    }
  }

  async #attempt(
    operation: Call,
    request: PlainRequest,
    attempt: number,
    options: RequestOptions,
  ): Promise<Exchange> {
    const operationId = operation.id;
    const told = announce(
      this.#hooks,
      operationId,
      { method: operation.method, url: request.url },
      attempt,
    );
    const answer = await exchange(this.#fetch, request, {
      operationId,
      timeoutMs: options.timeoutMs ?? this.#options.timeoutMs ?? 30_000,
      maxBytes: this.#options.maxResponseBytes ?? maxResponseBytes,
      signal: options.signal,
    });
    const { response, text } = answer;
    told?.(response.status);
    if (response.ok) return answer;
    if (response.status < 400) throw unexpected(operation, response, redirected(response));
    throw refusal(
      operation,
      response,
      text ?? 'a body larger than maxResponseBytes',
      this.#product.readErrorBody,
      this.clock.now(),
    );
  }

  #parse(operation: Call, { response, text }: Exchange): unknown {
    if (text === undefined) {
      const why = 'The body is larger than maxResponseBytes; ask for less, or raise it.';
      throw unexpected(operation, response, why);
    }
    // A deletion may be answered without content, whatever body the contract hopes for.
    if (response.status === 204 && operation.method === 'DELETE') return {};
    try {
      return JSON.parse(text);
    } catch {
      const why = text ? 'The body is not JSON; check baseUrl.' : 'The body is empty.';
      throw unexpected(operation, response, why);
    }
  }
}

function unexpected({ id }: Call, { status, headers }: Response, message: string) {
  return new UnexpectedResponseError({
    message,
    status,
    headers,
    operationId: id,
    requestId: requestId(headers),
  });
}

function redirected({ headers }: Response): string {
  return `Redirected to ${redact(headers.get('location') ?? 'another place')}; check baseUrl.`;
}

/** `undefined` is left out, as it is in JSON. */
function writeForm(fields: object): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given).toString();
}
