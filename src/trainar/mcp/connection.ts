import type { EventSourceMessage } from 'eventsource-parser';
import { version } from '../../../package.json';
import { UnexpectedResponseError } from '../../core/api-error.ts';
import { ConnectionError } from '../../core/connection-error.ts';
import { requestId } from '../../core/error-body.ts';
import { follow, onAbort } from '../../core/on-abort.ts';
import { McpError } from './errors.ts';
import { EventTooLarge, readEvents } from './event-stream.ts';
import { connecting, type Line } from './line.ts';

/** What was asked has not been looked at, so that it may be asked again on another connection. */
export class NotTaken extends Error {}

/** What a server says of itself when a client connects. */
export interface Greeting {
  serverInfo?: { name?: string; version?: string; title?: string };
  instructions?: string;
  capabilities?: Record<string, unknown>;
  [field: string]: unknown;
}

/** Something the server says without being asked. */
export type OnNotification = (method: string, params: unknown) => void;

/** An answer, and the response whose body it stood in. */
export interface Answer<T = unknown> {
  result: T;
  response: Response;
}

/** What is asked, and how. */
export interface McpRequest {
  /** The call as it is written on the client. */
  operationId: string;
  method: string;
  params?: unknown;
  /** Headers of this message alone. */
  headers?: Readonly<Record<string, string>> | undefined;
}

interface Pending {
  operationId: string;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * One session with an MCP server over HTTP+SSE, MCP's transport of 2024: the server answers on a stream of
 * events, and the stream's first event says where to post what is asked.
 */
export class Connection {
  greeting: Greeting = {};
  readonly #line: Line;
  readonly #stop = new AbortController();
  readonly #pending = new Map<number, Pending>();
  readonly #onNotification: OnNotification;
  #response = new Response();
  #protocol: string | undefined;
  #endpoint: URL | undefined;
  #lastId = 0;
  #over: unknown;
  #onEndpoint: (error?: unknown) => void = () => {};
  readonly #onEnd: (() => void)[] = [];

  private constructor(line: Line, onNotification: OnNotification) {
    this.#line = line;
    this.#onNotification = onNotification;
  }

  /**
   * Connects and shakes hands.
   *
   * @param signal gives up; later it has no say
   */
  static async open(
    line: Line,
    signal: AbortSignal,
    onNotification: OnNotification,
  ): Promise<Connection> {
    const connection = new Connection(line, onNotification);
    const callOff = follow(signal, connection.#stop);
    try {
      await connection.#listen();
      await connection.#greet();
      return connection;
    } catch (error) {
      connection.close(error);
      throw error;
    } finally {
      callOff();
    }
  }

  get isOpen(): boolean {
    return this.#over === undefined;
  }

  /** Has `act` called when the connection ends, however it does. */
  onEnd(act: () => void): void {
    if (this.isOpen) this.#onEnd.push(act);
    else act();
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param signal gives up, and tells the server
   * @throws NotTaken when it surely has not been looked at; ConnectionError when it may have been
   */
  request(request: McpRequest, signal: AbortSignal): Promise<Answer> {
    const { operationId, method, params, headers } = request;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (!this.isOpen) throw new NotTaken();
      const id = ++this.#lastId;
      const settle = () => {
        callOff();
        this.#pending.delete(id);
      };
      const pending: Pending = {
        operationId,
        resolve: (answer) => {
          settle();
          resolve(answer);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      const callOff = onAbort(signal, () => {
        pending.reject(signal.reason);
        this.#tell(operationId, 'notifications/cancelled', { requestId: id });
      });
      this.#pending.set(id, pending);
      this.#post(operationId, { id, method, params }, signal, headers).catch(pending.reject);
    });
  }

  /** Ends it; whoever waits is told `reason`, or that the connection is gone. */
  close(reason?: unknown): void {
    if (!this.isOpen) return;
    this.#over = reason ?? new Error('closed');
    this.#stop.abort(this.#over);
    for (const { operationId, reject } of [...this.#pending.values()]) {
      reject(
        reason instanceof UnexpectedResponseError
          ? reason
          : new ConnectionError(operationId, reason),
      );
    }
    this.#onEndpoint(this.#over);
    for (const act of this.#onEnd) act();
  }

  async #listen(): Promise<void> {
    const { signal } = this.#stop;
    const response = await this.#line.open(signal);
    this.#response = response;
    const type = response.headers.get('content-type') ?? '';
    if (!response.body || !/^text\/event-stream\b/i.test(type)) {
      response.body?.cancel().catch(() => {});
      throw this.#unexpected('The answer is no stream of events; check mcpUrl.');
    }
    const endpoint = new Promise<void>((resolve, reject) => {
      this.#onEndpoint = (error) => (error === undefined ? resolve() : reject(error));
    });
    readEvents(response.body, this.#line.maxBytes, (event) => this.#take(event)).then(
      () => this.close(new ConnectionError(connecting, new Error('The stream ended.'))),
      (error) =>
        this.close(
          error instanceof EventTooLarge
            ? this.#unexpected('An event is larger than maxResponseBytes.')
            : new ConnectionError(connecting, error),
        ),
    );
    await endpoint;
  }

  async #greet(): Promise<void> {
    const params = {
      // The last revision that begins with a handshake; a server that knows less answers with less.
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'trainyard', version },
    };
    const { signal } = this.#stop;
    const { result } = await this.request(
      { operationId: connecting, method: 'initialize', params },
      signal,
    );
    this.greeting = Object(result);
    const { protocolVersion } = this.greeting;
    if (typeof protocolVersion === 'string') this.#protocol = protocolVersion;
    await this.#post(connecting, { method: 'notifications/initialized' }, signal);
  }

  #take({ event, data }: EventSourceMessage): void {
    if (event === 'endpoint') {
      this.#meet(data);
      return;
    }
    let messages: unknown;
    try {
      messages = JSON.parse(data);
    } catch {
      this.close(this.#unexpected('An event on the stream is not JSON.'));
      return;
    }
    for (const message of [messages].flat()) this.#read(Object(message));
  }

  /** The key goes to the place that the server names, so that may only be its own. */
  #meet(data: string): void {
    const { url } = this.#line;
    const endpoint = URL.canParse(data, url) ? new URL(data, url) : undefined;
    if (endpoint?.origin !== new URL(url).origin) {
      this.close(this.#unexpected('The server names another host to post to; the key stays here.'));
      return;
    }
    this.#endpoint = endpoint;
    this.#onEndpoint();
  }

  #read(message: Record<string, unknown>): void {
    const { id, method, params, result, error } = message;
    if (typeof method === 'string') {
      if (id === undefined) this.#onNotification(method, params);
      else this.#reply(id, method);
      return;
    }
    const pending = this.#pending.get(id as number);
    if (!pending) return;
    if (error === undefined) {
      pending.resolve({ result, response: this.#response });
      return;
    }
    const { code, message: text, data } = Object(error);
    pending.reject(new McpError(pending.operationId, Number(code), String(text), data));
  }

  /** A server may ask whether we are there; nothing else was promised to it. */
  #reply(id: unknown, method: string): void {
    const answer =
      method === 'ping' ? { result: {} } : { error: { code: -32601, message: 'Method not found' } };
    this.#post(connecting, { id, ...answer }, this.#stop.signal).catch(() => {});
  }

  #tell(operationId: string, method: string, params: unknown): void {
    this.#post(operationId, { method, params }, this.#stop.signal).catch(() => {});
  }

  async #post(
    operationId: string,
    message: object,
    signal: AbortSignal,
    headers?: Readonly<Record<string, string>>,
  ): Promise<void> {
    if (!this.#endpoint) throw new NotTaken();
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    const status = await this.#line.post(
      { operationId, url: this.#endpoint, body, headers, protocol: this.#protocol },
      signal,
    );
    // The server has forgotten the session, and with it what was asked.
    if (status === 404 || status === 410) throw new NotTaken();
  }

  #unexpected(message: string): UnexpectedResponseError {
    const { status, headers } = this.#response;
    return new UnexpectedResponseError({
      message,
      status,
      headers,
      operationId: connecting,
      requestId: requestId(headers),
    });
  }
}
