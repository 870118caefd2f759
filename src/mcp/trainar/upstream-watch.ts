import type { Clock } from '../../core/clock.ts';
import { backoffMs } from '../../core/retry.ts';
import type { RemoteMcp } from '../../trainar/mcp/remote-mcp.ts';
import { isUnreachable } from './unreachable.ts';

/**
 * Keeps a connection to the upstream, from its first use on: what its tools are may change, and it may be gone or
 * come back. Tells when a listing is out of date.
 */
export class UpstreamWatch {
  readonly #remote: RemoteMcp;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #isReached: boolean | undefined;

  constructor(remote: RemoteMcp, clock: Clock, onChange: () => void) {
    this.#remote = remote;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** Whether it could be reached lately; `undefined` before it was tried. */
  get isReached(): boolean | undefined {
    return this.#isReached;
  }

  /** Takes what a listing found out. */
  found(isReached: boolean): void {
    if (this.#isReached !== undefined && this.#isReached !== isReached) this.#onChange();
    this.#isReached = isReached;
    this.#running ??= this.#watch().finally(() => {
      this.#running = undefined;
    });
  }

  close(): void {
    this.#stop.abort();
    this.#remote.close();
  }

  /** Ends when it is closed, or when the upstream refuses the key: then the next listing tries. */
  async #watch(): Promise<void> {
    const { signal } = this.#stop;
    const release = this.#remote.hold();
    try {
      for (let failures = 0; !signal.aborted; ) {
        try {
          const connection = await this.#remote.connect(signal);
          // What the tools were before the connection was lost is no longer sure.
          if (failures > 0) this.#onChange();
          this.#isReached = true;
          failures = 0;
          await new Promise<void>((resolve) => connection.onEnd(resolve));
          failures = 1;
        } catch (error) {
          if (!isUnreachable(error)) return;
          this.found(false);
          await this.#clock.sleep(backoffMs(++failures), signal).catch(() => {});
        }
      }
    } finally {
      release();
    }
  }
}
