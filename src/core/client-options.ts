import type { Clock } from './clock.ts';
import type { DriftReport, LoadSchemas } from './drift.ts';
import type { FailureInfo, Logger, RequestInfo, ResponseInfo } from './hooks.ts';
import type { PaceOptions } from './pace.ts';

/** What every client takes, beside its key. */
export interface ClientOptions {
  /** Origin (and path prefix) of the platform; https, or http to this machine. */
  baseUrl?: string | undefined;
  /**
   * What sends each attempt, called as `fetch(url, init)`: `url` is a string; `init` has `method`,
   * `headers` (a `Headers`), `body` (a string, or `undefined`), `redirect: 'manual'` and a `signal` that
   * ends the attempt. For a handler of requests: `(url, init) => handler(new Request(url, init))`.
   *
   * @defaultValue the global `fetch` at the time of each call, so that msw and tracing started later see it
   */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds one attempt may take, its body included. Default 30,000. */
  timeoutMs?: number | undefined;
  /** How often a call that may be repeated is tried again after the first attempt. Default 2. */
  maxRetries?: number | undefined;
  /** Headers for every call. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Largest response body that is read, in bytes after decompression. Default 16 MiB. */
  maxResponseBytes?: number | undefined;
  /** Keeps sustained traffic under a rate. Default: no pace. */
  pace?: PaceOptions | undefined;
  /** Receives one line per attempt and per retry; `console` will do. Keys are never in it. */
  logger?: Logger | undefined;
  /**
   * Called before each attempt. Like the two below it is not waited for, and an error that it throws goes to
   * `logger` alone.
   */
  onRequest?: ((info: RequestInfo) => void) | undefined;
  /** Called after each attempt that got an answer. */
  onResponse?: ((info: ResponseInfo) => void) | undefined;
  /**
   * Called after each attempt that got none: the connection failed, time ran out, or the caller called it
   * off. Whether it is tried again is not known yet.
   */
  onError?: ((info: FailureInfo) => void) | undefined;
  /**
   * Called when a response differs from the contract this SDK was built from. Checking happens
   * after the call has returned and never fails it.
   */
  onDrift?: ((report: DriftReport) => void) | undefined;
  /** Where `onDrift` gets its schemas. Needed only in browser bundles, which leave them out. */
  loadSchemas?: LoadSchemas | undefined;
  /** Time for waits between retries and polls. Tests pass the sandbox's clock. */
  clock?: Clock | undefined;
}
