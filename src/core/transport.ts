import { UnexpectedResponseError } from './api-error.ts';
import { ApiPromise, type ApiResponse } from './api-promise.ts';
import { checkBaseUrl, checkHeaders, checkId, checkTimeout, fromEnvironment } from './arguments.ts';
import type { ClientOptions } from './client-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { defaultMaxResponseBytes, defaultTimeoutMs, userAgent } from './defaults.ts';
import type { DriftCheck, LoadSchemas } from './drift.ts';
import { type ReadErrorBody, requestId } from './error-body.ts';
import { type Exchange, exchange } from './exchange.ts';
import { announced, type Hooks } from './hooks.ts';
import { InvalidArgumentError } from './invalid-argument-error.ts';
import type { Call } from './operation.ts';
import { Pace } from './pace.ts';
import { redact } from './redact.ts';
import { refusal } from './refusal.ts';
import type { RequestOptions } from './request-options.ts';
import { retryDelayMs, speakForAll } from './retry.ts';
import { tell } from './tell.ts';
import { type CallArguments, type PlainRequest, writeRequest } from './write-request.ts';

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

/** One product's HTTP calls: each is checked, written, sent until it is answered, and read. */
export class Transport {
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly #options: ClientOptions;
  readonly #product: Product;
  readonly #fetch: typeof globalThis.fetch;
  readonly #headers: Readonly<Record<string, string>>;
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
    this.#headers = { Accept: 'application/json', ...userAgent, ...options.headers };
    this.#pace = pace && new Pace(pace, clock);
    // Loaded for those who ask for it: it is no part of a client's bundle.
    this.#drift =
      onDrift &&
      import('./drift.ts').then(
        // Told here: imported there too, what tells would be one more file for every program to load.
        ({ DriftCheck }) =>
          new DriftCheck(options.loadSchemas ?? product.loadSchemas, (report) =>
            tell(onDrift, report),
          ),
      );
  }

  /** Makes one call of the operation table. */
  call<T>(operation: Call, args: CallArguments = {}, options?: RequestOptions): ApiPromise<T> {
    return new ApiPromise(this.#call<T>(operation, args, options ?? {}));
  }

  async #call<T>(
    operation: Call,
    args: CallArguments,
    options: RequestOptions,
  ): Promise<ApiResponse<T>> {
    const { path, query, body, needs } = args;
    for (const name in path) checkId(name, path[name]);
    for (const name of operation.requiredQuery ?? []) checkId(name, query?.[name as never]);
    checkTimeout(options.timeoutMs);
    checkHeaders(options.headers);
    if (body !== undefined && (typeof body !== 'object' || body === null)) {
      throw new InvalidArgumentError('body', `${operation.id} takes an object.`);
    }
    // Without a key a tokenless call stays a simple request, which a browser sends straight away.
    const key = operation.tokenless
      ? undefined
      : { Authorization: `Bearer ${this.#product.key()}` };
    const request = writeRequest(
      this.baseUrl,
      operation,
      args,
      this.#headers,
      options.headers,
      key,
    );
    const answer = await this.#attempts(operation, request, options);
    const { response } = answer;
    const data = this.#parse(operation, answer);
    if (needs && !Object(data)[needs]) {
      throw unexpected(operation, response, `The answer has no "${needs}"; check baseUrl.`);
    }
    this.#drift
      ?.then((drift) => drift.look(operation.id, response.status, answer.text as string))
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
    let happened = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const send = () => this.#attempt(operation, request, attempt, options);
        return await (this.#pace ? this.#pace.run(send, signal) : send());
      } catch (error) {
        const repeatable = operation.method === 'GET' || operation.idempotent === true;
        const delay = retryDelayMs(error, repeatable, attempt);
        happened = speakForAll(error, happened);
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
    const answer = await announced(
      this.#hooks,
      operationId,
      operation.method,
      request.url,
      attempt,
      () =>
        exchange(this.#fetch, request, {
          operationId,
          timeoutMs: options.timeoutMs ?? this.#options.timeoutMs ?? defaultTimeoutMs,
          maxBytes: this.#options.maxResponseBytes ?? defaultMaxResponseBytes,
          signal: options.signal,
        }),
    );
    const { response, text } = answer;
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
    if (response.status === 204 && (operation.mayBeEmpty || operation.method === 'DELETE'))
      return {};
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
