import { ConnectionError, TimeoutError } from './connection-error.ts';
import { onAbort } from './on-abort.ts';
import type { PlainRequest } from './write-request.ts';

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
export function exchange(
  fetch: typeof globalThis.fetch,
  request: PlainRequest,
  limits: ExchangeLimits,
): Promise<Exchange> {
  const { operationId, timeoutMs, maxBytes, signal } = limits;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // A controller, a timer and one listener taken off again cost a third of AbortSignal.any().
    const controller = new AbortController();
    const tidy = () => {
      clearTimeout(timer);
      callOff();
    };
    // Rejects at once: a fetch of the caller's own, or the body it made, may not heed the signal.
    const giveUp = (reason: unknown) => {
      tidy();
      reject(reason);
      controller.abort(reason);
    };
    const timer = setTimeout(() => giveUp(new TimeoutError(operationId, timeoutMs)), timeoutMs);
    const callOff = onAbort(signal, () => giveUp(signal?.reason));
    receive(fetch, request, controller.signal, maxBytes).then(
      (answer) => {
        tidy();
        resolve(answer);
      },
      (error: unknown) => {
        tidy();
        reject(new ConnectionError(operationId, error));
      },
    );
  });
}

async function receive(
  fetch: typeof globalThis.fetch,
  { url, init }: PlainRequest,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Exchange> {
  const response = await fetch(url, { ...init, signal });
  return { response, text: await readText(response, maxBytes) };
}

const utf8 = new TextDecoder();

/** Reads a body as UTF-8, stopping as soon as it grows over `maxBytes` once decompressed. */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const { body, headers } = response;
  const announced = Number(headers.get('content-length'));
  if (announced > maxBytes) {
    giveBack(body);
    return undefined;
  }
  if (body === null) return '';
  const reader = body.getReader();
  // Most bodies come in one piece, which the decoder that all calls share reads whole.
  let held: Uint8Array | undefined;
  let decoder: TextDecoder | undefined;
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decoder ? text + decoder.decode(held) : utf8.decode(held);
    size += value.byteLength;
    if (size > maxBytes) {
      giveBack(reader);
      return undefined;
    }
    if (held) {
      decoder ??= new TextDecoder();
      text += decoder.decode(held, { stream: true });
    }
    held = value;
  }
}

/** Not waited for: of a cloned response (as mocks and loggers make) it never ends on its own. */
function giveBack(body: { cancel(): Promise<void> } | null): void {
  body?.cancel().catch(() => {});
}
