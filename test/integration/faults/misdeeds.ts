import type { Socket } from 'node:net';

/** A whole answer, with a true length unless `headers` lie. */
export function http(
  status: string,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): Uint8Array {
  const bytes = Buffer.from(body as string);
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), bytes]);
}

/** A good answer. */
export function ok(body: unknown, headers?: Readonly<Record<string, string>>): Uint8Array {
  return http('200 OK', JSON.stringify(body), headers);
}

/** The head of an answer whose body comes in chunks. */
export const chunkedHead =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';

/** Never answers. */
export function silence(): void {}

/** Sends this much, then resets the connection. */
export function thenReset(bytes: string | Uint8Array = '') {
  return (socket: Socket): void => {
    if (bytes.length === 0) socket.resetAndDestroy();
    // What is still on its way is lost by a reset: the client has to have it first.
    else socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 10));
  };
}

/** Sends this much, then closes the connection as one does that has no more to say. */
export function thenClose(bytes: string | Uint8Array = '') {
  return (socket: Socket): void => {
    socket.end(bytes);
  };
}

/** Sends these one by one, a moment apart, again and again, until the client has had enough. */
export function drip(first: string, again: string, everyMs: number) {
  return (socket: Socket): void => {
    socket.write(first);
    const timer = setInterval(() => socket.write(again), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}
