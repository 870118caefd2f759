import { createServer } from 'node:http';
import { HttpResponse, http, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sandboxHandlers } from '../../src/sandbox/msw.ts';
import { callers } from './callers.ts';
import type { Theatre } from './run.ts';
import { setScene } from './stage.ts';
import { openMachine } from './surroundings.ts';

/**
 * For a file of tests that run blocks: both platforms at their real hosts, by msw, and a machine of their own.
 *
 * @param open says before all where servers that texts name listen, by port
 */
export function openTheatre(
  open: () => Promise<{
    ports?: Record<number, number>;
    env?: Record<string, string>;
  }> = async () => ({}),
): () => Theatre {
  let theatre: Theatre | undefined;
  let machine: ReturnType<typeof openMachine> | undefined;
  beforeAll(async () => {
    const { ports = {}, env = {} } = await open();
    const scene = await setScene();
    const { openTrain, trainar, platform } = scene.props.keys;
    machine = openMachine({
      OT_API_TOKEN: openTrain,
      OPENTRAIN_PERSONAL_API_TOKEN: openTrain,
      TRAINAR_API_KEY: trainar,
      OT_PARTNER_TOKEN: platform,
      ...env,
    });
    for (const [named, to] of Object.entries(ports)) machine.move(Number(named), to);
    theatre = {
      scene,
      callers,
      patienceMs: 120_000,
      mount(fetch, origins) {
        // Anew each time: a block that ends a server of its own ends msw for all.
        const network = setupServer(...sandboxHandlers({ fetch, origins }), nowhere);
        network.listen();
        return () => network.close();
      },
    };
  });
  // A server of the reader's own, which texts post to.
  beforeEach(() => {
    const server = createServer((request, response) => {
      request.resume().once('end', () => response.writeHead(204).end());
    });
    server.listen(3000);
  });
  afterEach(() => machine?.closeServers());
  afterAll(() => machine?.close());
  return () => {
    if (!theatre) throw new Error('Not open yet.');
    return theatre;
  };
}

/** No address beyond this machine. */
const nowhere = http.all('*', ({ request }) => {
  const { hostname } = new URL(request.url);
  return ['localhost', '127.0.0.1'].includes(hostname) ? passthrough() : HttpResponse.error();
});
