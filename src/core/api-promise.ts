/** A parsed body together with the response it came in. */
export interface ApiResponse<T> {
  /** The parsed body. */
  data: T;
  /** The raw response; its body has been read. */
  response: Response;
  /** The platform's reference of the call, where it gave one. */
  requestId: string | undefined;
}

/**
 * The promise of a parsed body that can also tell about the response.
 *
 * @example
 * ```ts
 * const { data, response } = await ot.auth.me().withResponse();
 * ```
 */
export class ApiPromise<T> extends Promise<T> {
  readonly #answer: Promise<ApiResponse<T>>;
  #data: Promise<T> | undefined;

  // What `then` makes of this is an ordinary promise.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** @internal */
  constructor(answer: Promise<ApiResponse<T>>) {
    // Never looked at: a second promise that rejects would be unhandled beside `withResponse()`.
    super((resolve) => resolve(undefined as T));
    this.#answer = answer;
  }

  /** The body with the response and the request's id. */
  withResponse(): Promise<ApiResponse<T>> {
    return this.#answer;
  }

  /** @internal The same call with its body turned into something better to hold. */
  map<U>(turn: (data: T) => U): ApiPromise<U> {
    return new ApiPromise(this.#answer.then((answer) => ({ ...answer, data: turn(answer.data) })));
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  override then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    // biome-ignore lint/suspicious/noExplicitAny: the language's own promise has it so
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#data ??= this.#answer.then((answer) => answer.data);
    return this.#data.then(onfulfilled, onrejected);
  }

  override catch<B = never>(
    // biome-ignore lint/suspicious/noExplicitAny: the language's own promise has it so
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<T | B> {
    return this.then(undefined, onrejected);
  }

  override finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }
}
