import { serveFetch } from '../../node/serve-fetch.ts';
import type { Snapshot } from '../kernel/kernel.ts';
import { keepInFile } from './state-file.ts';

/** What of a sandbox a server needs. */
export interface ServedSandbox {
  handle(request: Request, from: { ip: string }): Promise<Response>;
  readonly revision: number;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

/** Options of `listen`. */
export interface ListenOptions {
  /** @defaultValue 0: any free port */
  port?: number;
  /** Address to bind. On another than this machine's own, anyone who reaches it may drive the sandbox. @defaultValue `127.0.0.1` */
  host?: string;
  /** Keeps the state here between runs: read at the start, written shortly after each change and at the end. */
  file?: string;
}

/** A sandbox on a port. */
export interface ListeningSandbox extends AsyncDisposable {
  /** `http://127.0.0.1:4010`; TrainAR is under `/v1`, OpenTrain under `/api`. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections, saves the state and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP.
 *
 * @param sandbox what `createSandbox` made
 * @param options where, and whether its state outlives the process
 * @throws when the port is taken, or `file` holds something else than a sandbox's state.
 * @example
 * ```ts
 * const server = await listen(createSandbox({ time: 'real' }), { port: 4010, file: 'sandbox.json' });
 * process.env.TRAINAR_BASE_URL = `${server.url}/v1`;
 * ```
 */
export async function listen(
  sandbox: ServedSandbox,
  { port = 0, host = '127.0.0.1', file }: ListenOptions = {},
): Promise<ListeningSandbox> {
  const state = file === undefined ? undefined : await keepInFile(sandbox, file);
  const served = await serveFetch((request, from) => sandbox.handle(request, from), { port, host });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= served.close().then(() => state?.close());
    return closed;
  };
  return { url: served.url, port: served.port, close, [Symbol.asyncDispose]: close };
}
