import { redact } from './redact.ts';

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

export interface Hooks {
  logger?: Logger | undefined;
  onRequest?: ((info: RequestInfo) => void) | undefined;
  onResponse?: ((info: ResponseInfo) => void) | undefined;
}

/** Tells the hooks of one attempt; returns what tells them of its answer. Costs nothing without hooks. */
export function announce(
  hooks: Hooks,
  operationId: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
  attempt: number,
): ((status: number) => void) | undefined {
  const { logger, onRequest, onResponse } = hooks;
  if (!logger && !onRequest && !onResponse) return undefined;
  const info = { operationId, method, url: redact(url), attempt };
  const start = performance.now();
  onRequest?.(info);
  return (status) => {
    const durationMs = performance.now() - start;
    onResponse?.({ ...info, status, durationMs });
    logger?.debug(
      `${operationId}: ${status} after ${Math.round(durationMs)} ms (attempt ${attempt})`,
    );
  };
}
