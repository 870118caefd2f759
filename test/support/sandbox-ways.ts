import { setupServer } from 'msw/node';
import { sandboxHandlers } from '../../src/sandbox/msw.ts';
import { listen } from '../../src/sandbox/node.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** How clients reach a sandbox: what to give them, and how to end it. */
export interface Reached {
  /** TrainAR's base URL; the real one when left out. */
  readonly trainarUrl?: string;
  /** Goes into a client's `fetch`; the global one when left out. */
  readonly fetch?: typeof globalThis.fetch;
  end(): Promise<void>;
}

/** A way to reach a sandbox. */
export type Way = (sandbox: Sandbox) => Promise<Reached>;

/** Every way there is, by name. */
export const ways: readonly (readonly [name: string, way: Way])[] = [
  ['sandbox.fetch', async ({ fetch }) => ({ fetch, end: async () => {} })],
  [
    'msw',
    async (sandbox) => {
      const server = setupServer(...sandboxHandlers(sandbox));
      server.listen({ onUnhandledRequest: 'error' });
      return { end: async () => server.close() };
    },
  ],
  [
    'a port',
    async (sandbox) => {
      const server = await listen(sandbox);
      return { trainarUrl: `${server.url}/v1`, end: () => server.close() };
    },
  ],
];
