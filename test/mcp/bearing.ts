import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListeningMcp } from '../../src/mcp/serving/serve-http.ts';

/** A way to a server that shows its token, for a suite that can't. All else goes through as it is. */
export async function bearing({
  port,
  url,
  bearer,
}: ListeningMcp): Promise<AsyncDisposable & { url: string }> {
  const way = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const authorization = `Bearer ${bearer}`;
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, authorization } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
      },
    );
    sent.on('error', () => outgoing.destroy());
    outgoing.on('close', () => sent.destroy());
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const here = (way.address() as AddressInfo).port;
  return {
    url: url.replace(`:${port}/`, `:${here}/`),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        way.close(() => resolve());
        way.closeAllConnections();
      }),
  };
}
