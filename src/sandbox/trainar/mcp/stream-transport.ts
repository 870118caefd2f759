import {
  type JSONRPCMessage,
  parseJSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/server';

const utf8 = new TextEncoder();

/**
 * The server's half of HTTP+SSE, MCP's transport of 2024: what the server says goes out on a stream of events, and the
 * stream's first event tells where the client is to post what it says. The SDK serves only the transports that came after.
 */
export class StreamTransport implements Transport {
  onmessage?: Transport['onmessage'];
  onclose?: () => void;
  onerror?: (error: Error) => void;
  /** What the client reads. */
  readonly stream: ReadableStream<Uint8Array>;
  #out: ReadableStreamDefaultController<Uint8Array> | undefined;

  /** @param endpoint where the client posts its messages, absolute or relative to the stream's URL */
  constructor(private readonly endpoint: string) {
    this.stream = new ReadableStream({
      start: (controller) => {
        this.#out = controller;
      },
      cancel: () => this.#end(() => {}),
    });
  }

  async start(): Promise<void> {
    this.#write('endpoint', this.endpoint);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#write('message', JSON.stringify(message));
  }

  async close(): Promise<void> {
    this.#end((out) => out.close());
  }

  /** Breaks the stream, as a network does. */
  drop(reason: unknown): void {
    this.#end((out) => out.error(reason));
  }

  /** Takes what a client posted. @returns false when it is no JSON-RPC message */
  receive(posted: unknown): boolean {
    let message: JSONRPCMessage;
    try {
      message = parseJSONRPCMessage(posted);
    } catch {
      return false;
    }
    this.onmessage?.(message);
    return true;
  }

  #write(event: string, data: string): void {
    this.#out?.enqueue(utf8.encode(`event: ${event}\ndata: ${data}\n\n`));
  }

  #end(how: (out: ReadableStreamDefaultController<Uint8Array>) => void): void {
    const out = this.#out;
    if (!out) return;
    this.#out = undefined;
    how(out);
    this.onclose?.();
  }
}
