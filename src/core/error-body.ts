import { redact } from './redact.ts';

/** The facts in an error body, whatever its form on the wire. */
export interface ErrorFacts {
  message: string;
  code?: string | undefined;
  reason?: string | undefined;
  requestId?: string | undefined;
  details?: Record<string, unknown> | undefined;
  /** The body had OAuth's form. */
  oauth?: boolean | undefined;
}

/** How one product reads its own error bodies; `undefined` when the body is not in its form. */
export type ReadErrorBody = (body: Record<string, unknown>) => ErrorFacts | undefined;

/** The platform's reference of a call, as its answer's header has it. */
export function requestId(headers: Headers): string | undefined {
  const id = headers.get('x-request-id');
  // Masked, since a gateway may take any header of the request for a reference.
  return id ? redact(id) : undefined;
}

/**
 * Reads an error body that may be anything: the product's form, other JSON, a proxy's HTML, nothing.
 */
export function readErrorBody(text: string, read: ReadErrorBody): ErrorFacts {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { message: text.trim() ? `Not JSON: ${excerpt(text)}` : 'The body is empty.' };
  }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const facts = isObject ? read(body as Record<string, unknown>) : undefined;
  return facts ?? { message: `In a form this SDK does not know: ${excerpt(text)}` };
}

/** Reads OpenTrain's envelope, which both of its APIs share: `{ error, code, requestId, details }`. */
export function readEnvelope(body: Record<string, unknown>): ErrorFacts | undefined {
  const message = stringOrNone(body.error);
  if (message === undefined) return undefined;
  const details = (body.details ?? {}) as Record<string, unknown>;
  return {
    code: stringOrNone(body.code),
    message,
    reason: stringOrNone(details.reason),
    requestId: stringOrNone(body.requestId),
    details,
  };
}

/** Enough of a page to recognise which proxy wrote it, on one line and without its markup. */
function excerpt(text: string): string {
  const plain = text
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/** `value` when it is a string, for reading fields of a body nobody checked. */
export function stringOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
