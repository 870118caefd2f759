import { ConnectionError, TimeoutError } from './connection-error.ts';

/** One attempt's answer, its body read to the end. */
export interface Exchange {
  response: Response;
  /** The body, or `undefined` when it was over the size limit and reading stopped. */
  text: string | undefined;
}

export interface ExchangeLimits {
  operationId: string;
  timeoutMs: number;
  maxBytes: number;
  /** The caller's signal. */
  signal: AbortSignal | undefined;
}

/**
 * Sends a request and reads the whole answer under one timeout and the caller's signal.
 *
 * @throws TimeoutError, ConnectionError, or the signal's own reason
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  request: Request,
  limits: ExchangeLimits,
): Promise<Exchange> {
  const { operationId, timeoutMs, maxBytes, signal } = limits;
  signal?.throwIfAborted();
  // A controller, a timer and one listener taken off again cost a third of AbortSignal.any().
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(
    () => controller.abort(new TimeoutError(operationId, timeoutMs)),
    timeoutMs,
  );
  try {
    const response = await fetch(request, { signal: controller.signal });
    return { response, text: await readText(response, maxBytes) };
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    throw new ConnectionError(operationId, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Reads a body as UTF-8, stopping as soon as it grows over `maxBytes` once decompressed. */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const { body, headers } = response;
  const announced = Number(headers.get('content-length') ?? Number.NaN);
  if (announced > maxBytes) {
    await body?.cancel();
    return undefined;
  }
  // Announced and not compressed: the length is kept to by the runtime itself.
  if (body === null || (announced >= 0 && !headers.has('content-encoding'))) return response.text();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
