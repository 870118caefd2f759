import { TrainyardError } from './trainyard-error.ts';

/** No answer came: the name did not resolve, nobody listened, or the connection broke. */
export class ConnectionError extends TrainyardError {
  static override readonly className: string = 'ConnectionError';
  /** The call that failed, as it is written on the client. */
  readonly operationId: string;
  /** The runtime's code, such as `ECONNREFUSED`, where it gave one. */
  readonly code: string | undefined;
  /** Whether the request may have left before the connection broke. */
  override readonly mayHaveHappened: boolean;

  constructor(operationId: string, cause: unknown) {
    const code = connectionCode(cause);
    const mayHaveLeft = code === undefined || !neverLeft.has(code);
    super(
      `No answer to ${operationId}${code ? ` (${code})` : ''}. ${
        mayHaveLeft
          ? 'It may have been carried out: look before you send a write again.'
          : 'It was not sent: check baseUrl and the network.'
      }`,
      { cause },
    );
    this.operationId = operationId;
    this.code = code;
    this.mayHaveHappened = mayHaveLeft;
  }
}

/** Time ran out: for one attempt of a call, or for a wait. */
export class TimeoutError extends TrainyardError {
  static override readonly className: string = 'TimeoutError';
  /** The call or wait that took too long. */
  readonly operationId: string;
  /** The time it was given, in milliseconds. */
  readonly timeoutMs: number;
  /** True: what was asked for may be done, or be on its way. */
  override readonly mayHaveHappened: boolean = true;

  constructor(operationId: string, timeoutMs: number, advice = 'Raise timeoutMs, or try later.') {
    super(`${operationId} was not done within ${timeoutMs} ms. ${advice}`);
    this.operationId = operationId;
    this.timeoutMs = timeoutMs;
  }
}

/**
 * Codes with which a connection fails before the first byte of a request can leave. Not among them:
 * EHOSTUNREACH and its like, which also end a connection that has carried a request already.
 */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ConnectionRefused',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'bad port',
]);

function connectionCode(error: unknown): string | undefined {
  for (let depth = 0; depth < 4 && error instanceof Error; depth++) {
    const told = error as { code?: unknown; data?: unknown };
    // Node's parser keeps the bytes it could not read, of an answer that may hold a new key.
    if (typeof told.data === 'string') Reflect.deleteProperty(error, 'data');
    if (typeof told.code === 'string') return told.code;
    // Node has no code for a port that fetch itself refuses.
    if (neverLeft.has(error.message)) return error.message;
    error = error.cause;
  }
  return undefined;
}
