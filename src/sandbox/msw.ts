import { type HttpHandler, HttpResponse, http } from 'msw';

/** What of a sandbox the handlers need. */
export interface MockedSandbox {
  readonly fetch: typeof globalThis.fetch;
  readonly origins: readonly string[];
}

/** Options of `sandboxHandlers`. */
export interface SandboxHandlersOptions {
  /**
   * Origins to answer, such as `http://localhost:4010` when that is a client's base URL.
   *
   * @defaultValue every real origin of the platforms
   */
  origins?: readonly string[];
}

/**
 * Handlers that let msw answer the platforms' hosts from a sandbox, in Node and in a service worker.
 * Other hosts are left to other handlers.
 *
 * @param sandbox what `createSandbox` made
 * @param options which hosts, where those are not all of the platforms'
 * @example
 * ```ts
 * import { setupServer } from 'msw/node';
 *
 * const sandbox = createSandbox();
 * const server = setupServer(...sandboxHandlers(sandbox));
 * ```
 */
export function sandboxHandlers(
  sandbox: MockedSandbox,
  { origins = sandbox.origins }: SandboxHandlersOptions = {},
): HttpHandler[] {
  return origins.map((origin) =>
    http.all(`${origin}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request);
      } catch (error) {
        // How fetch, and so the sandbox, reports that the network failed.
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    }),
  );
}
