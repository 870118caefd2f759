/** A JSON-RPC message as a client posted it. */
export interface Said {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: unknown;
}

/** One stream as the server sees it. */
export interface ServedStream {
  /** Sends text, or bytes, as they are. */
  write(part: string | Uint8Array): void;
  /** Sends a message. */
  send(message: object): void;
  end(): void;
  fail(reason?: unknown): void;
}

/** How the server behaves where it is not to behave. */
export interface Script {
  /** Answers the GET in place of a stream. */
  connect?(request: Request, nth: number): Response | Error | undefined;
  /** The first event's data. */
  endpoint?: string;
  /** Answers the POST; by default 202. */
  post?: ((said: Said, nth: number) => Response | Error | undefined) | undefined;
  /** Says something to a message on the stream; by default what a good server says. */
  say?: ((said: Said, stream: ServedStream) => boolean | undefined) | undefined;
  /** What each tool answers. */
  tools?: Record<string, (args: unknown) => object>;
}

const utf8 = new TextEncoder();
const good = () => new Response('Accepted', { status: 202 });

/** An MCP server over HTTP+SSE that does what a script says, behind a `fetch`. */
export function scriptedMcp(script: Script = {}) {
  const said: Said[] = [];
  const requests: Request[] = [];
  const streams: ServedStream[] = [];
  let posts = 0;
  let open = 0;

  function stream(signal: AbortSignal | undefined): Response {
    let served: ServedStream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const once = (act: () => void) => () => {
          if (!served) return;
          served = undefined;
          open--;
          act();
        };
        served = {
          write: (part) => controller.enqueue(typeof part === 'string' ? utf8.encode(part) : part),
          send: (message) =>
            controller.enqueue(
              utf8.encode(`data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`),
            ),
          end: once(() => controller.close()),
          fail: (reason = new TypeError('terminated')) => once(() => controller.error(reason))(),
        };
        open++;
        streams.push(served);
        served.write(
          `event: endpoint\ndata: ${script.endpoint ?? `/post?sessionId=${streams.length}`}\n\n`,
        );
        signal?.addEventListener('abort', () => served?.fail(signal.reason));
      },
      cancel() {
        if (served) open--;
        served = undefined;
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  function answer(message: Said): void {
    const current = streams.at(-1);
    if (!current || script.say?.(message, current)) return;
    const { id, method, params } = message;
    if (method === 'initialize') {
      const result = { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: {} };
      current.send({ id, result });
    } else if (method === 'tools/list') {
      current.send({ id, result: { tools: [{ name: 'look', inputSchema: { type: 'object' } }] } });
    } else if (method === 'tools/call') {
      const tool = script.tools?.[String(params?.name)];
      const error = { code: -32602, message: `no tool ${params?.name}` };
      current.send(tool ? { id, result: tool(params?.arguments) } : { id, error });
    }
  }

  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    init?.signal?.throwIfAborted();
    if (request.method === 'GET') {
      const connects = requests.filter(({ method }) => method === 'GET').length;
      const instead = script.connect?.(request, connects);
      if (instead instanceof Error) throw instead;
      return instead ?? stream(init?.signal ?? undefined);
    }
    const message = JSON.parse(await request.clone().text()) as Said;
    const instead = script.post?.(message, ++posts);
    if (instead instanceof Error) throw instead;
    said.push(message);
    if (instead && !instead.ok) return instead;
    answer(message);
    return instead ?? good();
  };

  return {
    fetch,
    /** Messages that were taken, in order. */
    said,
    requests,
    streams,
    /** Methods that were taken, in order. */
    methods: () => said.map(({ method }) => method),
    /** Streams that are open now. */
    get open() {
      return open;
    },
  };
}
