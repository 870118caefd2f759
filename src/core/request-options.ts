/** What a single call may set for itself; every method takes it last. */
export interface RequestOptions {
  /** Aborts the call, its retries and the waits between them; rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds one attempt may take, its body included. Default: the client's, 30,000. */
  timeoutMs?: number | undefined;
  /** How often a call that may be repeated is tried again. Default: the client's, 2. */
  maxRetries?: number | undefined;
  /** Further headers for this call. */
  headers?: Readonly<Record<string, string>> | undefined;
}
