import { redact } from './redact.ts';
import { tell } from './tell.ts';

/** The two methods of `console` that are used. */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}

/** An attempt about to be made. */
export interface RequestInfo {
  /** The call as it is written on the client: `jobs.publish`. */
  operationId: string;
  method: string;
  /** Where it goes, with anything secret masked. */
  url: string;
  /** 1 for the first. */
  attempt: number;
}

/** An attempt that was answered. */
export interface ResponseInfo extends RequestInfo {
  status: number;
  /** Milliseconds from sending to the end of the body. */
  durationMs: number;
}

/** An attempt that got no answer, or half of one. */
export interface FailureInfo extends RequestInfo {
  /** A `ConnectionError`, a `TimeoutError`, or the reason with which the caller's signal called it off. */
  error: unknown;
  /** Milliseconds from sending to the failure. */
  durationMs: number;
}

export interface Hooks {
  logger?: Logger | undefined;
  onRequest?: ((info: RequestInfo) => void) | undefined;
  onResponse?: ((info: ResponseInfo) => void) | undefined;
  onError?: ((info: FailureInfo) => void) | undefined;
}

/**
 * Tells the hooks of one attempt; returns what tells them how it ended: with a status, or with an error.
 * Costs nothing without hooks. A hook that throws is told to the logger: a write that was carried out
 * must not fail over it.
 */
export function announce(
  hooks: Hooks,
  operationId: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
  attempt: number,
): ((ending: unknown) => void) | undefined {
  const { logger, onRequest, onResponse, onError } = hooks;
  if (!logger && !onRequest && !onResponse && !onError) return undefined;
  const info = { operationId, method, url: redact(url), attempt };
  const start = performance.now();
  const warn = (error: unknown) => {
    if (error) logger?.warn(`${operationId}: a hook threw ${Object(error).name}`);
  };
  tell(onRequest, info).then(warn);
  return (ending) => {
    const durationMs = performance.now() - start;
    const answered = typeof ending === 'number';
    if (answered) tell(onResponse, { ...info, status: ending, durationMs }).then(warn);
    else tell(onError, { ...info, error: ending, durationMs }).then(warn);
    logger?.debug(
      `${operationId}: ${answered ? ending : Object(ending).name} after ${Math.round(durationMs)} ms (attempt ${attempt})`,
    );
  };
}
