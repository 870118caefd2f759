/** One call the sandbox answered. Credentials are left out everywhere. */
export interface LoggedRequest {
  /** Sandbox time, ISO. */
  at: string;
  requestId: string;
  product: string | undefined;
  operationId: string | undefined;
  method: string;
  url: string;
  /** Parsed body, where one was sent and readable. */
  body: unknown;
  /** Id of the caller, once known. */
  actor: string | undefined;
  /** HTTP status; `undefined` when the connection was dropped. */
  status: number | undefined;
  /** The gate that turned it away, if one did. */
  gate: string | undefined;
  /** What the caller was told, when it was turned away. */
  error: { code: string; message: string } | undefined;
  /** Stack of an unexpected error: a bug of the sandbox. */
  failure?: string;
}

/** Calls in order of arrival, the latest few thousand. */
export class RequestLog implements Iterable<LoggedRequest> {
  #entries: LoggedRequest[] = [];
  #total = 0;
  #answered = 0;

  /** @internal */
  constructor(private readonly kept: number) {}

  /** How many calls there were since the start or the last `clear`. */
  get total(): number {
    return this.#total;
  }

  /** Another number after each call that came in, and each that was answered. */
  get revision(): number {
    return this.#total + this.#answered;
  }

  [Symbol.iterator](): Iterator<LoggedRequest> {
    return this.list()[Symbol.iterator]();
  }

  /**
   * Calls in order of arrival, all or those that fit.
   *
   * @example
   * ```ts
   * const published = sandbox.requests.list({ operationId: 'jobs.publish' }).length;
   * ```
   */
  list(filter: { operationId?: string; product?: string; status?: number } = {}): LoggedRequest[] {
    const wanted = Object.entries(filter) as [keyof typeof filter, unknown][];
    return this.#entries
      .slice(-this.kept)
      .filter((entry) => wanted.every(([name, value]) => entry[name] === value));
  }

  /** The latest call, of one operation if named. */
  last(operationId?: string): LoggedRequest | undefined {
    return this.list(operationId === undefined ? {} : { operationId }).at(-1);
  }

  /** Forgets them all. */
  clear(): void {
    this.#entries = [];
    this.#total = 0;
  }

  /**
   * For the pipeline: nothing more will be written into an entry.
   *
   * @internal
   */
  answered(): void {
    this.#answered += 1;
  }

  /**
   * For the pipeline.
   *
   * @internal
   */
  add(entry: LoggedRequest): void {
    this.#total += 1;
    this.#entries.push(entry);
    // Cut in halves, so that a full log does not cost a shift per call.
    if (this.#entries.length >= 2 * this.kept) this.#entries = this.#entries.slice(-this.kept);
  }
}
