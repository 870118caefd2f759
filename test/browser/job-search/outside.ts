import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** All there is beyond this machine, for a browser that has it as its proxy: notes who was asked for, and lets nobody through. */
export interface Outside extends AsyncDisposable {
  /** What a context takes as its `proxy`. */
  readonly proxy: { server: string; bypass: string };
  /** Hosts that were asked for. */
  readonly asked: string[];
}

export async function watchOutside(): Promise<Outside> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '127.0.0.1,localhost' },
    asked,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
