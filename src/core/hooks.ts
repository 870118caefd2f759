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
 * Makes one attempt, and tells the hooks before and after it: of its status, or of its error. Costs nothing without hooks.
 * A hook that throws is told to the logger: a write that was carried out must not fail over it.
 */
export async function announced<T extends { response: Response }>(
  { logger, onRequest, onResponse, onError }: Hooks,
  operationId: string,
  method: string,
  url: string,
  attempt: number,
  send: () => Promise<T>,
): Promise<T> {
  if (!logger && !onRequest && !onResponse && !onError) return send();
  const info = { operationId, method, url: redact(url), attempt };
  const start = performance.now();
  const warn = (error: unknown) => {
    if (error) logger?.warn(`${operationId}: a hook threw ${Object(error).name}`);
  };
  const tellEnd = (ending: unknown) => {
    const durationMs = performance.now() - start;
    const answered = typeof ending === 'number';
    const told = answered
      ? tell(onResponse, { ...info, status: ending, durationMs })
      : tell(onError, { ...info, error: ending, durationMs });
    told.then(warn);
    logger?.debug(
      `${operationId}: ${answered ? ending : Object(ending).name} after ${Math.round(durationMs)} ms (attempt ${attempt})`,
    );
  };
  tell(onRequest, info).then(warn);
  const answer = await send().catch((error: unknown) => {
    tellEnd(error);
    throw error;
  });
  tellEnd(answer.response.status);
  return answer;
}
