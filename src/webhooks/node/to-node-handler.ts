import type { IncomingMessage, ServerResponse } from 'node:http';
import { eatenBody } from '../receiver/eaten-body.ts';

/** A request as frameworks on `node:http` hand it on. */
type FrameworkRequest = IncomingMessage & {
  /** Set by parsers: bytes or text by those that leave the body alone. */
  body?: unknown;
  /** Set by some hosts beside a parsed body. */
  rawBody?: unknown;
};

/**
 * Makes a receiver a handler for `node:http`, Express, Next.js `pages/api`, and Fastify (with
 * `request.raw` and `reply.raw`). It reads the body itself; bytes that a raw parser left in `req.body`, or
 * a host in `req.rawBody`, are taken as well. A body that a parser has eaten ends in 500, and in an
 * `onError` that says how to keep it.
 *
 * @returns a handler whose promise resolves when the answer is written; it never rejects
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 *
 * const receiver = createWebhookReceiver({ platform: 'opentrain', secret, on: {} });
 * createServer(toNodeHandler(receiver)).listen(3000);
 * ```
 */
export function toNodeHandler(
  receiver: (request: Request) => Promise<Response>,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    try {
      const response = await receiver(toRequest(req));
      // What is left of a body that was not read to its end would be taken for the next request.
      const isHttp2 = req.httpVersionMajor >= 2;
      if (!req.complete && !isHttp2) res.setHeader('Connection', 'close');
      for (const [name, value] of response.headers) res.setHeader(name, value);
      res.statusCode = response.status;
      res.end(await response.text());
    } catch {
      res.statusCode = 500;
      res.end();
    }
  };
}

function toRequest(req: FrameworkRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    // HTTP/2 has its own, `:path` and the like.
    if (value !== undefined && !name.startsWith(':')) headers.set(name, [value].flat().join(', '));
  }
  // A receiver tells POST from all else, never looks at the address, and Fetch refuses some methods.
  const address = 'http://localhost/';
  if (req.method !== 'POST') return new Request(address, { headers });
  const init = { method: 'POST', headers, body: bodyOf(req), duplex: 'half' };
  return new Request(address, init as RequestInit);
}

function bodyOf(req: FrameworkRequest): BodyInit {
  for (const raw of [req.rawBody, req.body]) {
    if (raw instanceof Uint8Array || (typeof raw === 'string' && raw !== ''))
      return raw as BodyInit;
  }
  const isParsed =
    typeof req.body === 'object' && req.body !== null && Object.keys(req.body).length > 0;
  if (isParsed || req.readableDidRead || req.readableEnded) return failing(eatenBody());
  return streamed(req);
}

/** A body that fails when it is read, so that the receiver is the one to report it. */
function failing(error: Error): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (body) => body.error(error) }, { highWaterMark: 0 });
}

const brokeOff = () => new Error('the connection broke off');

/** `Readable.toWeb` would end the connection when the receiver stops reading, before it can answer. */
function streamed(req: IncomingMessage): ReadableStream<Uint8Array> {
  let isListening = false;
  let isStopped = false;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(body) {
      if (!isListening) {
        if (req.destroyed) return body.error(brokeOff());
        isListening = true;
        req.on('data', (chunk: Uint8Array) => {
          req.pause();
          if (!isStopped) body.enqueue(chunk);
        });
        req.once('end', () => {
          if (!isStopped) body.close();
          isStopped = true;
        });
        // `close` alone is a connection that broke off.
        for (const event of ['error', 'close']) {
          req.once(event, () => {
            if (!isStopped) body.error(brokeOff());
            isStopped = true;
          });
        }
      }
      req.resume();
    },
    cancel() {
      isStopped = true;
      req.pause();
    },
  };
  // Nothing is read ahead: a request without a signature is not read at all.
  return new ReadableStream(source, { highWaterMark: 0 });
}
