import { checkHeaders, checkTimeout } from '../../core/arguments.ts';
import { ConnectionError, TimeoutError } from '../../core/connection-error.ts';
import { defaultTimeoutMs } from '../../core/defaults.ts';
import { onAbort } from '../../core/on-abort.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { retryDelayMs, speakForAll } from '../../core/retry.ts';
import {
  type Answer,
  Connection,
  type Greeting,
  type McpRequest,
  NotTaken,
  type OnNotification,
} from './connection.ts';
import { connecting, Line } from './line.ts';
import { mcpUrl } from './mcp-url.ts';
import type { RemoteOptions } from './remote-options.ts';

/** What is asked of a server. */
export interface Question extends McpRequest {
  /** Whether a repeat does no harm. */
  idempotent: boolean;
}

interface Opened {
  readonly connection: Promise<Connection>;
  /** Gives up while it is being made. */
  readonly stop: AbortController;
  isMade: boolean;
}

/** An open stream keeps a process alive: so it is given up this long after its last use. */
const idleMs = 1_000;

/** A server that is connected to when it is needed, and again when the connection was lost. */
export class RemoteMcp {
  /** Takes what the server says without being asked. */
  onNotification: OnNotification = () => {};
  /** What the server said of itself when it was last connected to. */
  greeting: Greeting | undefined;
  readonly #line: Line;
  readonly #remote: RemoteOptions;
  #opened: Opened | undefined;
  #users = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @throws InvalidArgumentError when it can't be told where the server is */
  constructor(remote: RemoteOptions) {
    this.#remote = remote;
    this.#line = new Line(mcpUrl(remote.options.mcpUrl, remote.baseUrl), remote);
  }

  /** Asks until there is an answer, or asking again might do harm. */
  async ask(question: Question, options: RequestOptions = {}): Promise<Answer> {
    checkTimeout(options.timeoutMs);
    checkHeaders(options.headers);
    const { signal } = options;
    const { clock, options: defaults } = this.#remote;
    const mostRetries = options.maxRetries ?? defaults.maxRetries ?? 2;
    const release = this.hold();
    try {
      for (let attempt = 1, renewed = false, happened = false; ; ) {
        const progress = { asked: false };
        try {
          return await this.#within(question.operationId, options, (own) =>
            this.#once({ ...question, headers: options.headers }, own, progress),
          );
        } catch (error) {
          if (error instanceof NotTaken && !renewed) {
            // Between two uses the server let go of the session; nothing was lost, and a new one costs nothing.
            renewed = true;
            continue;
          }
          const lost = error instanceof NotTaken;
          const told = lost ? new ConnectionError(question.operationId, error) : error;
          // What never got as far as being asked may be asked again, whatever it is.
          const repeatable = question.idempotent || lost || !progress.asked;
          const delay = retryDelayMs(told, repeatable, attempt);
          happened = speakForAll(told, happened);
          if (delay === undefined || attempt > mostRetries) throw told;
          attempt++;
          await clock.sleep(delay, signal);
        }
      }
    } finally {
      release();
    }
  }

  /** The connection that there is, or a new one. */
  async connect(signal: AbortSignal): Promise<Connection> {
    this.#opened ??= this.#open();
    return untilAborted(this.#opened.connection, signal);
  }

  /** Keeps the connection until what it returns is called. */
  hold(): () => void {
    this.#users++;
    clearTimeout(this.#idle);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#users === 0) this.#idle = setTimeout(() => this.close(), idleMs);
    };
  }

  /** Ends the connection; the next use makes a new one. */
  close(): void {
    clearTimeout(this.#idle);
    const opened = this.#opened;
    this.#opened = undefined;
    opened?.stop.abort(new ConnectionError(connecting, new Error('closed')));
    opened?.connection.then(
      (connection) => connection.close(),
      () => {},
    );
  }

  #open(): Opened {
    const stop = new AbortController();
    const connection = Connection.open(this.#line, stop.signal, (...said) =>
      this.onNotification(...said),
    );
    const opened: Opened = { connection, stop, isMade: false };
    const forget = () => {
      if (this.#opened === opened) this.#opened = undefined;
    };
    connection.then((made) => {
      opened.isMade = true;
      this.greeting = made.greeting;
      made.onEnd(forget);
    }, forget);
    return opened;
  }

  async #once(
    request: McpRequest,
    signal: AbortSignal,
    progress: { asked: boolean },
  ): Promise<Answer> {
    const connection = await this.connect(signal);
    progress.asked = true;
    try {
      return await connection.request(request, signal);
    } catch (error) {
      if (error instanceof NotTaken) connection.close(error);
      throw error;
    }
  }

  /** Runs an attempt under its timeout and the caller's signal. */
  #within<T>(
    operationId: string,
    { signal, timeoutMs = this.#remote.options.timeoutMs ?? defaultTimeoutMs }: RequestOptions,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const own = new AbortController();
      const giveUp = (reason: unknown) => {
        tidy();
        reject(reason);
        own.abort(reason);
        // Nobody waits for a connection that is still being made.
        if (this.#users === 1 && !this.#opened?.isMade) this.#opened?.stop.abort(reason);
      };
      const timer = setTimeout(() => giveUp(new TimeoutError(operationId, timeoutMs)), timeoutMs);
      const callOff = onAbort(signal, () => giveUp(signal?.reason));
      const tidy = () => {
        clearTimeout(timer);
        callOff();
      };
      run(own.signal).then(resolve, reject).finally(tidy);
    });
  }
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = onAbort(signal, () => reject(signal.reason));
    work.then(resolve, reject).finally(callOff);
  });
}
